import { describe, expect, it } from "vitest";
import { atCounter, fill, PROCEDURES, type Procedure } from "../../../src/procedures/index.ts";
import { authenticationOf } from "../../../src/service/agent/authentication.ts";
import { filledState } from "../../support/agent-desk.ts";

const procedure = PROCEDURES.find(({ slug }) => slug === "restauration-scolaire") as Procedure;
const form = fill(procedure, filledState(procedure));
const asked = (
  platform: "franceconnect" | "franceconnect-plus" | "session" | "counter",
  level?: "eidas1" | "eidas3",
) => authenticationOf({ owner: { platform, sub: "s" }, form, history: [] }, level && { level });

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

  it("is not claimed without FranceConnect", () => {
    expect(asked("session").certain).toBe(false);
  });

  describe("at the counter", () => {
    const sent = {
      at: "2026-11-18T09:12:00.000Z",
      type: "sent",
      state: "sent",
      revision: 1,
      actor: "agent",
      agent: "Hélène Castaing",
    } as const;
    const { identity, ...declared } = filledState(procedure);
    const typed = (document?: string) =>
      authenticationOf(
        {
          owner: { platform: "counter", sub: "s" },
          form: fill(
            procedure,
            atCounter(
              procedure,
              declared,
              {
                identity: identity?.identity ?? { familyName: "", givenNames: [], birthdate: "" },
                ...(document !== undefined && { document }),
              },
              new Date("2026-11-18T09:12:00.000Z"),
            ),
          ),
          history: [sent],
        },
        undefined,
      );

    it("is the agent's word, who saw a document", () => {
      expect(typed("passeport")).toEqual({
        certain: true,
        text: "Saisi au guichet par Hélène Castaing, pièce d’identité vue",
      });
    });

    it("is nobody's without one", () => {
      expect(typed()).toEqual({
        certain: false,
        text: "Saisi au guichet par Hélène Castaing\u00a0: identité déclarée, aucune pièce vue",
      });
    });
  });
});
