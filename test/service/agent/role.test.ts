import { describe, expect, it } from "vitest";
import type { Collectivite } from "../../../src/collectivites/index.ts";
import type { Agent } from "../../../src/federation/index.ts";
import { namedAdministrators } from "../../../src/service/agent/index.ts";

const roleOf = namedAdministrators(["olivier.dufau@commune.example"]);
const roleWith = (email: string) => roleOf({ email } as Agent, {} as Collectivite);

describe("a role", () => {
  it("is administrateur for an agent who was named, however the e-mail is written", () => {
    expect(roleWith("olivier.dufau@commune.example")).toBe("administrateur");
    expect(roleWith("Olivier.DUFAU@commune.example")).toBe("administrateur");
  });

  it("is instructeur for everybody else", () => {
    for (const email of ["", "dufau@commune.example", "olivier.dufau@commune.example.org"]) {
      expect(roleWith(email)).toBe("instructeur");
    }
  });
});
