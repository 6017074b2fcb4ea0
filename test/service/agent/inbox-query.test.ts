import { parse } from "node:querystring";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inboxHref, readInboxQuery, VIEWS } from "../../../src/service/agent/inbox-query.ts";

const PROCEDURES = ["restauration-scolaire", "apa"];

describe("the address of the inbox", () => {
  it("asks for the work of the day, the oldest first, when it asks for nothing", () => {
    expect(readInboxQuery({}, PROCEDURES)).toEqual({ view: VIEWS[0], order: "oldest" });
  });

  it("looks for a number in every state", () => {
    expect(readInboxQuery({ numero: "2026-RS-7F3K9C" }, PROCEDURES).view.slug).toBe("tous");
  });

  it("leaves out what it does not know", () => {
    const query = { vue: "autre", demarche: "inconnue", ordre: "hasard", apres: ["a", "b"] };
    expect(readInboxQuery(query, PROCEDURES)).toEqual({ view: VIEWS[0], order: "oldest" });
  });

  it("is the same after it was written and read again", () => {
    const asked = fc.record(
      {
        vue: fc.constantFrom(...VIEWS.map(({ slug }) => slug)),
        demarche: fc.constantFrom(...PROCEDURES),
        ordre: fc.constantFrom("recents", "anciens"),
        apres: fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(asked, (query) => {
        const read = readInboxQuery(query, PROCEDURES);
        const again = readInboxQuery(parse(inboxHref(read, "/agent").split("?")[1] ?? ""), PROCEDURES);
        expect(again).toEqual(read);
      }),
    );
  });

  it("never throws, and never holds more than a line", () => {
    fc.assert(
      fc.property(fc.anything(), (query) => {
        const { number = "", after = "" } = readInboxQuery(query, PROCEDURES);
        expect(number.length + after.length).toBeLessThanOrEqual(400);
      }),
    );
  });
});
