import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { apiParticulier } from "../../src/particulier/index.ts";
import {
  applyStep,
  defineProcedure,
  emptyState,
  type FieldDeclaration,
  type FieldValue,
  fetchSources,
  type SourceDeclaration,
  viewStep,
} from "../../src/procedures/index.ts";
import { RECIPIENT, reply, type ScriptedServer, scriptedServer } from "../support/particulier.ts";
import { ANGELA, declaration, NOW } from "../support/procedure.ts";

const SCHOOL: SourceDeclaration = {
  route: "scolarites",
  keys: ["est_boursier"],
  why: "calculer le montant de l'aide",
  about: "eleve",
  needs: { codeEtablissement: "etablissement", anneeScolaire: "annee" },
  ifMissing: { document: "Certificat de scolarité" },
};
const PUPIL: FieldDeclaration = {
  name: "eleve",
  kind: "children",
  label: "Élève",
  from: "qf.enfants",
  policy: "chosen",
  max: 1,
};
const text = (name: string): FieldDeclaration => ({ name, kind: "text", label: name });

function withSchool(source: Partial<SourceDeclaration> = {}, pupil: Partial<FieldDeclaration> = {}) {
  const base = declaration();
  return defineProcedure(
    declaration({
      useCase: "ccas",
      sources: { ...base.sources, ecole: { ...SCHOOL, ...source } },
      steps: [
        ...base.steps,
        {
          slug: "eleve",
          title: "Élève",
          fields: [{ ...PUPIL, ...pupil }, text("etablissement"), text("annee")],
        },
        {
          slug: "bourse",
          title: "Bourse",
          fields: [{ name: "boursier", kind: "yes-no", label: "Boursier", from: "ecole.est_boursier" }],
        },
      ],
    }),
  );
}

const LINA = { id: "1", givenNames: "LINA MARIE", familyName: "DUBOIS", birthdate: "2012-03-27", sex: "F" };
const school = { etablissement: "0840999A", annee: "2026-2027" };

let asked: string[];
let answered: object;
let platform: ScriptedServer;
beforeEach(async () => {
  asked = [];
  answered = { nom: "DUBOIS", prenom: "LINA", sexe: "F", date_naissance: "2012-03-27" };
  platform = await scriptedServer((request, response) => {
    asked.push(request.url ?? "");
    reply(response, 200, { data: { identite: answered, est_boursier: true }, links: {}, meta: {} });
  });
});
afterEach(() => platform.close());

async function read(eleve: FieldValue, more: object = {}) {
  const api = apiParticulier({ url: platform.url, token: "jeton", recipient: RECIPIENT });
  const { ecole } = await fetchSources(withSchool(), {
    citizen: ANGELA,
    api,
    deadline: 5_000,
    now: () => NOW,
    only: ["ecole"],
    answers: { ...school, eleve },
    ...more,
  });
  return ecole;
}

describe("a source about a child", () => {
  test("is asked with the child's identity, never the parent's", async () => {
    expect((await read([LINA]))?.data).toEqual({ est_boursier: true });
    expect(asked).toHaveLength(1);
    const query = new URL(asked[0] ?? "", platform.url).searchParams;
    expect(query.get("nomNaissance")).toBe("DUBOIS");
    expect(query.getAll("prenoms[]")).toEqual(["LINA", "MARIE"]);
    expect(query.get("anneeDateNaissance")).toBe("2012");
    expect(query.get("sexeEtatCivil")).toBe("F");
  });

  test("is asked with the habilitation's token: a FranceConnect token is the parent's", async () => {
    await read([LINA], { accessToken: "jeton-de-la-mere", issuedAt: NOW });
    expect(asked[0]).toMatch(/\/identite\?/);
  });

  test("waits for the child and for the other answers that it needs", async () => {
    expect((await read([]))?.state.state).toBe("answers_needed");
    expect((await read([LINA], { answers: { eleve: [LINA] } }))?.state.state).toBe("answers_needed");
    expect(asked).toEqual([]);
  });

  test.each([
    [
      "added by hand: nobody may look up a child that the State has not named as theirs",
      [{ ...LINA, declared: true }],
    ],
    ["when there are two of them", [LINA, { ...LINA, id: "2" }]],
    ["without a name", [{ id: "1" }]],
  ])("never asks about a child %s", async (_why, eleve) => {
    expect((await read(eleve))?.state.state).toBe("unidentified");
    expect(asked).toEqual([]);
  });

  test("keeps nothing of an answer that names another child", async () => {
    answered = { nom: "DUBOIS", prenom: "NOÉ", sexe: "M", date_naissance: "2020-01-01" };
    const ecole = await read([LINA]);
    expect(ecole?.state.state).toBe("unidentified");
    expect(ecole?.data).toBeUndefined();
  });
});

test("a field for one child has one row to add one, and no button for another", () => {
  const procedure = withSchool();
  const field = viewStep(procedure, emptyState(procedure), "eleve")?.fields[0];
  expect(field?.inputs.filter(({ name }) => name.endsWith(".givenNames"))).toHaveLength(1);
  expect(field?.more).toBeUndefined();
  const two = Object.fromEntries(
    [0, 1].flatMap((index) =>
      Object.entries({ givenNames: "Lou", familyName: `Martin ${index}`, "birthdate.day": "5" }).map(
        ([part, value]) => [`eleve.added.${index}.${part}`, value],
      ),
    ),
  );
  const both = {
    ...two,
    ...Object.fromEntries(
      [0, 1].flatMap((index) => [
        [`eleve.added.${index}.birthdate.month`, "5"],
        [`eleve.added.${index}.birthdate.year`, "2014"],
      ]),
    ),
  };
  const { state } = applyStep(procedure, emptyState(procedure), "eleve", both, NOW);
  expect(state.answers.eleve).toHaveLength(1);
});

describe("its declaration is refused", () => {
  test.each([
    ["without a field", { about: "enfant" }, {}, "wrong_child sources.ecole.about"],
    ["with a field that takes several", {}, { max: 2 }, "wrong_child sources.ecole.about"],
    [
      "with a field of another kind",
      {},
      { kind: "text", policy: "fixed" },
      "wrong_child sources.ecole.about",
    ],
    [
      "for a route that only answers about whoever is logged in",
      { route: "extrait-immatriculation-vehicule", keys: ["statut_rattachement"], needs: {} },
      {},
      "wrong_child sources.ecole.about",
    ],
    [
      "when the answer need not name the child",
      { allowUncheckedIdentity: "parce que" },
      {},
      "unchecked_child sources.ecole.allowUncheckedIdentity",
    ],
  ])("%s", (_what, source, pupil, expected) => {
    const attempt = () =>
      withSchool(source as Partial<SourceDeclaration>, pupil as Partial<FieldDeclaration>);
    let found: readonly { readonly code: string; readonly at: string }[] = [];
    try {
      attempt();
    } catch (error) {
      found = (error as { problems: typeof found }).problems;
    }
    expect(found.map(({ code, at }) => `${code} ${at}`)).toContain(expected);
  });
});
