import { describe, expect, it } from "vitest";
import { authorizeAgent } from "../../../src/service/agent/authorize.ts";
import { SIRET } from "../../support/agent-desk.ts";

const collectivite = { siret: SIRET, name: "Val-de-Sorgue", contact: { email: "mairie@exemple.fr" } };

describe("authorising an agent", () => {
  it("takes the collectivité's own SIRET", () => {
    expect(authorizeAgent({ siret: SIRET }, collectivite)).toBe(true);
  });

  it("does not take another establishment of the same entity: the habilitation is not theirs", () => {
    expect(authorizeAgent({ siret: `${SIRET.slice(0, 9)}00025` }, collectivite)).not.toBe(true);
  });

  it.each(["", SIRET.slice(0, 9), `${SIRET} `, `${SIRET}0`, ` ${SIRET}`])("does not take « %s »", (siret) => {
    expect(authorizeAgent({ siret }, collectivite)).not.toBe(true);
  });

  it("says for whom the agent is logged in, who may enter, what to do, and whom to ask", () => {
    const refusal = authorizeAgent(
      { siret: "21690123100011", organizationLabel: "Commune de Lyon" },
      collectivite,
    );
    expect(refusal).toMatchObject({ reason: expect.stringContaining("Commune de Lyon") });
    expect(refusal).toMatchObject({ reason: expect.stringContaining(SIRET) });
    expect(refusal).toMatchObject({ reason: expect.stringContaining("choisissez la bonne") });
    expect(refusal).toMatchObject({ reason: expect.stringContaining("mairie@exemple.fr") });
  });
});
