import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadProcedures, ProceduresFileError } from "../../../src/procedures/index.ts";

const DOOR = JSON.stringify(resolve(import.meta.dirname, "../../../src/procedures/index.ts"));
const folder = mkdtempSync(join(tmpdir(), "procedures-"));
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = `import { defineProcedure, field, options } from ${DOOR};

const DAYS = options({ lundi: "Lundi", mardi: "Mardi" });
const HOUSE = field("yes-no", "maison", "Vous habitez une maison (avec jardin)");

export const broyeur = defineProcedure({
  slug: "broyeur",
  version: "2026-09-01",
  title: "Prêt de broyeur",
  summary: "Réserver le broyeur de la commune.",
  audience: "Les habitants qui ont un jardin",
  duration: "2 minutes", // l'usager
  delay: "sous 2 jours ouvrés",
  level: "eidas1",
  useCase: "ccas",
  legalBasis: ["article L2121-29 du code général des collectivités territoriales"],
  deliberation: { reference: "délibération n° 2026-041", date: "2026-06-18" },
  retentionMonths: 12,
  sources: {
    rsa: {
      route: "revenu-solidarite-active",
      keys: ["est_beneficiaire"],
      why: "calculer votre tarif",
      ifMissing: { document: "Attestation" },
    },
  },
  steps: [
    {
      slug: "pret",
      title: "Le prêt",
      fields: [
        field("yes-no", "rsa", "RSA", { from: "rsa.est_beneficiaire" }),
        field("date", "debut", "Premier jour", { min: "today" }),
        field("choice", "jour", "Jour", {
          options: DAYS,
          onlyIf: undefined,
        }),
        HOUSE,
      ],
    },
  ],
  otherWays: ["À l’accueil de la mairie"],
});
`;

let written = 0;
function file(text: string): string {
  written += 1;
  const path = join(folder, `procedures-${written}.mjs`);
  writeFileSync(path, text);
  return path;
}

async function refusal(text: string): Promise<ProceduresFileError> {
  return loadProcedures(file(text)).then(
    () => Promise.reject(new Error("it was accepted")),
    (error: ProceduresFileError) => error,
  );
}

const lineWith = (text: string, part: string): number =>
  text.split("\n").findIndex((line) => line.includes(part)) + 1;

describe("a file of procedures", () => {
  test("gives those that it exports, lists first and in their order", async () => {
    const two = GOOD.replace('slug: "broyeur"', 'slug: "echelle"').replace("const broyeur", "const echelle");
    const list = "export const a = broyeur;\nexport const offered = [echelle, broyeur];";
    const text = GOOD + two.slice(two.indexOf("export const echelle")) + list;
    expect((await loadProcedures(file(text))).map(({ slug }) => slug)).toEqual(["echelle", "broyeur"]);
  });

  test.each([
    ["a level", 'level: "eidas1"', 'level: "haut"', 'level: "haut"'],
    ["a use case", '"ccas"', '"cas"', 'useCase: "cas"'],
    ["a route that the use case forbids", '"ccas"', '"stationnement-residentiel"', 'route: "revenu'],
    ["a policy", '{ min: "today" }', '{ policy: "fixed" }', 'policy: "fixed"'],
    ["options", "options: DAYS", "options: []", "options: []"],
    ["a slug", 'slug: "broyeur"', 'slug: "Broyeur"', 'slug: "Broyeur"'],
    ["a step", 'slug: "pret"', 'slug: "Prêt"', 'slug: "Prêt"'],
    ["no other way", '["À l’accueil de la mairie"]', "[]", "otherWays: []"],
    ["a route", '"revenu-solidarite-active"', '"rsa"', 'route: "rsa"'],
    ["a key", '["est_beneficiaire"]', '["beneficiaire"]', '["beneficiaire"]'],
    ["a reason", '"calculer votre tarif"', '""', 'why: ""'],
    ["the source of a field", '"rsa.est_beneficiaire"', '"rsa.beneficiaire"', '"rsa.beneficiaire"'],
    ["a misspelt property", '{ min: "today" }', '{ mini: "today" }', "mini"],
    ["a condition of a field", "onlyIf: undefined", 'onlyIf: { field: "rsa", is: true }', "onlyIf"],
    ["a field of a constant", '"maison"', '"Maison"', '"Maison"'],
    ["a retention", "retentionMonths: 12", "retentionMonths: 500", "retentionMonths: 500"],
    ["a délibération", '"2026-06-18"', '"2026-06-31"', "2026-06-31"],
    ["a name that stands twice", '"debut"', '"jour"', '"date", "jour"'],
    [
      "what is missing: the line of what should hold it",
      'slug: "pret",',
      'slug: "pret-2", intro: "",',
      "pret-2",
    ],
  ])("is refused with the line to change, for %s", async (_what, good, bad, line) => {
    const text = GOOD.replace(good, bad);
    const { problems, operatorHint } = await refusal(text);
    expect(problems.map((problem) => problem.line)).toContain(lineWith(text, line));
    expect(operatorHint).toContain(`procedures-${written}.mjs:${lineWith(text, line)} `);
  });

  test("is refused where the declaration begins, for a property that is not written", async () => {
    const { problems } = await refusal(GOOD.replace("  retentionMonths: 12,\n", ""));
    expect(problems).toMatchObject([{ at: "retentionMonths", line: lineWith(GOOD, "defineProcedure({") }]);
  });

  test.each([
    ["does not exist", () => join(folder, "nothing.mjs"), "not_loaded"],
    ["cannot be read", () => file("export const = 1"), "not_loaded"],
    ["throws", () => file("throw new TypeError('no')"), "not_loaded"],
    ["exports nothing", () => file("export const days = [1];"), "no_procedure"],
    [
      "exports a declaration that nobody checked",
      () => file(GOOD.replace("defineProcedure({", "({")),
      "not_defined",
    ],
    [
      "names two procedures alike",
      () => file(`${GOOD}export const other = { ...broyeur };`),
      "duplicate_slug",
    ],
  ])("is refused when it %s, with what to do", async (_what, path, code) => {
    const error: unknown = await loadProcedures(path()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProceduresFileError);
    expect((error as ProceduresFileError).problems.map((problem) => problem.code)).toEqual([code]);
    expect((error as ProceduresFileError).operatorHint.length).toBeGreaterThan(20);
  });
});
