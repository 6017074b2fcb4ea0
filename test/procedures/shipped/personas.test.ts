import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Identity } from "../../../src/federation/index.ts";
import { apiParticulier } from "../../../src/particulier/index.ts";
import {
  answersIn,
  emptyState,
  type FilledForm,
  type FormState,
  fetchSources,
  fill,
  type IdentitySnapshot,
  PROCEDURES,
} from "../../../src/procedures/index.ts";
import { PERSONAS } from "../../../src/simulator/index.ts";
import { RECIPIENT, type Simulated, simulate } from "../../simulator/particulier/client.ts";
import { AT } from "../../support/procedure.ts";

let platform: Simulated;
beforeAll(async () => {
  platform = await simulate();
});
afterAll(() => platform.close());

function identityOf(persona: string): Identity {
  const claims = PERSONAS.find(({ id }) => id === persona)?.claims;
  if (claims === undefined) throw new Error(`no persona ${persona}`);
  const { given_name, family_name, birthdate, birthplace, birthcountry, gender } =
    claims as unknown as Readonly<Record<string, string | undefined>>;
  return {
    givenNames: (given_name ?? "").split(" "),
    familyName: family_name ?? "",
    birthdate: birthdate ?? "",
    ...(gender === "male" || gender === "female" ? { gender } : {}),
    ...(birthplace ? { birthplace } : {}),
    ...(birthcountry ? { birthcountry } : {}),
  };
}

/** A procedure filled for a persona by the real adapter from the simulated platform. */
async function filledFor(
  persona: string,
  slug: string,
  answers: FormState["answers"] = {},
): Promise<FilledForm> {
  const procedure = PROCEDURES.find((one) => one.slug === slug);
  if (procedure === undefined) throw new Error(`${slug} is not shipped`);
  const snapshot: IdentitySnapshot = {
    platform: "franceconnect",
    level: "eidas1",
    authenticatedAt: AT,
    identity: identityOf(persona),
  };
  const api = apiParticulier({ url: platform.url, token: platform.token, recipient: RECIPIENT });
  const options = { citizen: snapshot, api, deadline: 10_000, now: () => new Date() };
  const read = await fetchSources(procedure, options);
  const state = { ...emptyState(procedure, snapshot), sources: read, answers };
  // What an answer opens is read after it, as on the form's own pages.
  const waiting = Object.keys(read).filter((name) => read[name]?.state.state === "answers_needed");
  const opened = await fetchSources(procedure, {
    ...options,
    answers: answersIn(fill(procedure, state)),
    only: waiting,
  });
  return fill(procedure, { ...state, sources: { ...read, ...opened } });
}

const fieldIn = (form: FilledForm, name: string) => form.fields.find((field) => field.name === name);

describe("the shipped procedures, filled from the simulated State", () => {
  test("a family of the CAF finds its quotient, its children and its address in the school meals", async () => {
    const form = await filledFor("famille", "restauration-scolaire");
    expect(fieldIn(form, "quotient-familial")).toMatchObject({
      policy: "fixed",
      provenance: { provider: "CNAF" },
    });
    expect(fieldIn(form, "enfants")?.received?.display.length).toBeGreaterThan(0);
    expect(fieldIn(form, "adresse")?.display.length).toBeGreaterThan(1);
    expect(form.price).toMatchObject({
      provisional: false,
      explanation: expect.stringMatching(/^QF .*tranche \d/),
    });
  });

  test("a family of the MSA is told so", async () => {
    const form = await filledFor("famille_msa", "restauration-scolaire");
    expect(fieldIn(form, "quotient-familial")?.provenance.provider).toBe("MSA");
  });

  test("a citizen without a CAF dossier can still say everything, and is asked for a document", async () => {
    const form = await filledFor("sans_dossier_caf", "restauration-scolaire");
    expect(form.sources.qf?.state).toBe("not_found");
    expect(fieldIn(form, "quotient-familial")).toMatchObject({ policy: "typed", value: null });
    expect(fieldIn(form, "justificatif-qf")).toBeDefined();
  });

  test("a European citizen without a birth country can still say everything", async () => {
    expect((await filledFor("europeenne", "restauration-scolaire")).sources.qf?.state).toBe("unidentified");
  });

  test("a family with a young child is charged by the national scale of the crèche", async () => {
    const { price } = await filledFor("famille", "accueil-en-creche");
    expect(price).toMatchObject({
      unit: "par heure et par enfant accueilli",
      explanation: expect.stringMatching(/^ressources/),
    });
  });

  test("a beneficiary of the complémentaire santé solidaire is recognised for transport", async () => {
    const form = await filledFor("rsa_c2s", "transport-solidaire");
    expect(fieldIn(form, "c2s")).toMatchObject({ value: true, policy: "fixed", display: ["Oui"] });
  });

  test("a student with a grant finds the amount of the commune's", async () => {
    const { price } = await filledFor("etudiant_boursier", "bourse-communale-etudes");
    expect(price).toMatchObject({
      label: "Montant de la bourse",
      explanation: expect.stringMatching(/^échelon \d/),
    });
  });

  describe("a parent who asks for a pupil's help", () => {
    const school = { etablissement: "0840999A", annee: "2026-2027" };
    const childrenOf = async (persona: string) => {
      const received = fieldIn(await filledFor(persona, "aide-a-la-scolarite"), "eleve")?.received?.value;
      return received as readonly { readonly id: string; readonly givenNames: string }[];
    };

    test("finds the grant of the child whom they choose among those that the CAF knows", async () => {
      const [emma] = await childrenOf("famille");
      const form = await filledFor("famille", "aide-a-la-scolarite", {
        ...school,
        eleve: [{ id: emma?.id ?? "" }],
      });
      expect(fieldIn(form, "boursier")).toMatchObject({ value: true, provenance: { provider: "MEN" } });
      expect(form.price).toMatchObject({ cents: 9_000, label: "Montant de l’aide", provisional: false });
    });

    test("is told that nothing was found for a child without a school there, and can say everything", async () => {
      const [, jules] = await childrenOf("famille");
      const form = await filledFor("famille", "aide-a-la-scolarite", {
        ...school,
        eleve: [{ id: jules?.id ?? "" }],
      });
      expect(form.sources.ecole?.state).toBe("not_found");
      expect(fieldIn(form, "boursier")).toMatchObject({ policy: "typed", value: null });
      expect(fieldIn(form, "justificatif-ecole")).toBeDefined();
    });

    test("cannot have a child looked up whom the CAF does not name as theirs", async () => {
      const eleve = [
        {
          id: "x",
          givenNames: "Kevin",
          familyName: "MULLER",
          birthdate: "2012-05-03",
          sex: "M",
          declared: true,
        },
      ];
      const form = await filledFor("famille", "aide-a-la-scolarite", { ...school, eleve });
      expect(form.sources.ecole?.state).toBe("unidentified");
      expect(fieldIn(form, "boursier")?.value).toBeNull();
    });
  });
});
