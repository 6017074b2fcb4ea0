import { expect, it } from "vitest";
import { defineProcedure, fill, PROCEDURES } from "../../src/procedures/index.ts";
import { onEachDatabase } from "../support/databases.ts";
import { ANGELA, scene } from "../support/dossiers.ts";
import { ANGELA as IDENTITY, prefilled } from "../support/procedure.ts";

const voted = PROCEDURES.find(({ slug }) => slug === "restauration-scolaire");
if (voted === undefined) throw new Error("the school meals are not shipped");
const { fields: _fields, stepsForOthers: _others, ...declaration } = voted;

onEachDatabase((database) => {
  it("a dossier keeps the version and the délibération that made its price, whatever is voted afterwards", async () => {
    const { dossiers, here } = await scene(await database.fresh());
    const state = { ...prefilled(voted), identity: IDENTITY };
    const draft = await dossiers.drafts.open({
      collectivite: here,
      procedure: voted.slug,
      owner: ANGELA,
      initial: state,
    });
    const key = { collectivite: here, owners: [ANGELA], id: draft.id };
    await dossiers.send({
      ...key,
      form: fill(voted, state),
      applicant: "Angela DUBOIS",
      retentionMonths: 24,
    });

    const steps = declaration.steps.map((step) => ({
      ...step,
      fields: step.fields.flatMap(({ step: _step, replaces, ...field }) =>
        replaces === undefined ? [field] : [],
      ),
    }));
    const later = defineProcedure({
      ...declaration,
      steps,
      version: "2027-09-01",
      deliberation: { reference: "délibération n° 2027-012", date: "2027-06-17" },
    });
    const kept = await dossiers.findForCitizen(key);
    expect(kept).toMatchObject({
      version: voted.version,
      form: { version: voted.version, price: { cents: 340, deliberation: voted.deliberation.reference } },
    });
    expect(fill(later, state).price?.deliberation).toMatch(/2027-012/);
  });
});
