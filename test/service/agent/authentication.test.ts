import { describe, expect, it } from "vitest";
import { fill, PROCEDURES, type Procedure } from "../../../src/procedures/index.ts";
import { authenticationOf } from "../../../src/service/agent/authentication.ts";
import { filledState } from "../../support/agent-desk.ts";

const procedure = PROCEDURES.find(({ slug }) => slug === "restauration-scolaire") as Procedure;
const form = fill(procedure, filledState(procedure));
const asked = (
  platform: "franceconnect" | "franceconnect-plus" | "session" | "counter",
  level?: "eidas1" | "eidas3",
) => authenticationOf({ owner: { platform, sub: "s" }, form }, level && { level });

describe("how sure the State is of who asks", () => {
  it("is said with the platform, the moment and the level", () => {
    expect(asked("franceconnect", "eidas1")).toEqual({
      certain: true,
      text: "Authentifié par FranceConnect le 18 novembre 2026 à 10\u00a0h\u00a012 (niveau eIDAS 1)",
    });
  });

  it("is at least the platform's level, and at least the procedure's", () => {
    expect(asked("franceconnect-plus", "eidas1").text).toContain("(niveau eIDAS 2)");
    expect(asked("franceconnect-plus", "eidas3").text).toContain("(niveau eIDAS 3)");
    expect(asked("franceconnect-plus").text).toContain("(niveau eIDAS 2)");
  });

  it("is not claimed without FranceConnect, nor at the counter", () => {
    expect(asked("session").certain).toBe(false);
    expect(asked("counter")).toEqual({ certain: false, text: "Saisi par un agent, au guichet" });
  });
});
