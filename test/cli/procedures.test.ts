import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PROCEDURES } from "../../src/procedures/index.ts";
import { passerelle } from "../support/passerelle.ts";

const DOOR = JSON.stringify(resolve(import.meta.dirname, "../../src/procedures/index.ts"));
const folder = mkdtempSync(join(tmpdir(), "procedures-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const procedures = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  passerelle(["procedures", ...args], environment);

function module(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const BROYEUR = `import { defineProcedure, field } from ${DOOR};

export const broyeur = defineProcedure({
  slug: "broyeur",
  version: "2026-09-01",
  title: "Prêt de broyeur",
  summary: "Réserver le broyeur de la commune.",
  audience: "Les habitants qui ont un jardin",
  duration: "2 minutes",
  delay: "sous 2 jours ouvrés",
  level: "eidas1",
  legalBasis: ["article L2121-29 du code général des collectivités territoriales"],
  deliberation: { reference: "délibération n° 2026-041", date: "2026-06-18" },
  retentionMonths: 12,
  sources: {},
  steps: [{ slug: "pret", title: "Le prêt", fields: [field("date", "debut", "Premier jour")] }],
  otherWays: ["À l’accueil de la mairie"],
});
`;

describe("passerelle procedures list", () => {
  it("names those offered, with their level and what they read", async () => {
    const { code, stdout } = await procedures(["list"]);
    expect(code).toBe(0);
    expect(stdout.split("\n")[0]).toBe(
      "restauration-scolaire  eidas1  Restauration scolaire  quotient-familial",
    );
  });

  it("prints them as JSON and nothing else", async () => {
    const listed = JSON.parse((await procedures(["list", "--json"])).stdout);
    expect(listed.map(({ slug }: { slug: string }) => slug)).toEqual(PROCEDURES.map(({ slug }) => slug));
  });

  it("names those of a file, or of PROCEDURES_FILE", async () => {
    const file = module("mine.mjs", BROYEUR);
    expect((await procedures(["list", "--file", file])).stdout).toBe("broyeur  eidas1  Prêt de broyeur  \n");
    expect((await procedures(["list"], { PROCEDURES_FILE: file })).stdout).toBe(
      "broyeur  eidas1  Prêt de broyeur  \n",
    );
  });
});

describe.each(["show", "datapass", "record", "english"])("passerelle procedures %s", (verb) => {
  it("writes a French text to attach, for one procedure or for all", async () => {
    const one = await procedures([verb, "restauration-scolaire"]);
    expect(one).toMatchObject({ code: 0, stderr: "" });
    expect(one.stdout).toMatch(/^# .*Restauration scolaire/);
    expect(one.stdout).not.toMatch(/undefined|\[object/);
    const all = await procedures([verb]);
    expect(all.stdout.match(/^# /gm)).toHaveLength(PROCEDURES.length);
  });

  it("prints JSON: an object for one, a list for all", async () => {
    expect(JSON.parse((await procedures([verb, "apa", "--json"])).stdout)).toBeTypeOf("object");
    expect(JSON.parse((await procedures([verb, "--json"])).stdout)).toHaveLength(PROCEDURES.length);
  });

  it("is wrong usage for a procedure that is not offered, naming those that are", async () => {
    const { code, stdout, stderr } = await procedures([verb, "cantine"]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/"cantine" is not offered; write one of restauration-scolaire,/);
  });
});

describe("the papers", () => {
  it("carry the collectivité that the environment names, or leave its name to fill in", async () => {
    expect((await procedures(["record", "apa"])).stdout).toContain("[nom de la collectivité]");
    const { stdout } = await procedures(["record", "apa"], {
      COLLECTIVITE_NAME: "Val-de-Sorgue",
      COLLECTIVITE_DPO: "dpo@val-de-sorgue.example",
    });
    expect(stdout).toMatch(/- Val-de-Sorgue\n- Délégué.* dpo@val-de-sorgue\.example/);
  });

  it("name for DataPass the scopes, the law, the délibération, the recipients and the retention", async () => {
    const { stdout } = await procedures(["datapass", "restauration-scolaire"]);
    expect(stdout).toMatch(/`cnaf_quotient_familial`/);
    expect(stdout).toMatch(/Cadre juridique \| article L114-8.*R531-52/);
    expect(stdout).toMatch(/Pièce à joindre \| délibération n°.2026-041 du 18 juin 2026/);
    expect(stdout).toMatch(/Destinataires des données \| Agents de/);
    expect(stdout).toMatch(/Durée de conservation \| 24 mois/);
    expect(stdout).toMatch(/Modalités d’appel \| avec le jeton FranceConnect.*params/);
  });

  it("ask for no mode that a source has not: the vehicle opens with a FranceConnect token only", async () => {
    const { stdout } = await procedures(["datapass", "stationnement-resident"]);
    expect(stdout).toMatch(/Modalités d’appel \| avec le jeton FranceConnect[^|;]* \|/);
  });

  it("say under every heading of article 30 what the declaration says", async () => {
    const { stdout } = await procedures(["record", "accueil-en-creche"]);
    for (const heading of [
      "Responsable de traitement",
      "Finalité",
      "Base légale",
      "Personnes concernées",
      "Catégories de données",
      "Destinataires",
      "Transferts hors de l’Union européenne",
      "Durée de conservation",
      "Mesures de sécurité",
    ])
      expect(stdout).toContain(`## ${heading}\n\n`);
    expect(stdout).toContain("| Ressources annuelles | la CAF ou la MSA (API Particulier) |");
  });
});

describe("passerelle procedures english", () => {
  it("lists what an English page would show in French, to be filled in", async () => {
    expect((await procedures(["english", "apa"])).stdout).toMatch(/Every text has its English\.$/m);
    const { stdout } = await procedures(["english", "--file", module("english.mjs", BROYEUR)]);
    expect(stdout).toContain("# Prêt de broyeur\n\nTo add to `english`:\n");
    expect(stdout).toContain('  "Prêt de broyeur": "",\n');
  });
});

describe("passerelle procedures check", () => {
  it("names what is right", async () => {
    expect(await procedures(["check", module("right.mjs", BROYEUR)])).toEqual({
      code: 0,
      stdout: "ok  broyeur\n",
      stderr: "",
    });
  });

  it("names what is wrong with the line to change, and fails", async () => {
    const file = module("wrong.mjs", BROYEUR.replace('"eidas1"', '"haut"').replace("12,", "500,"));
    const { code, stdout, stderr } = await procedures(["check", file]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/wrong\.mjs:11 level: "haut" is no eIDAS level; write one of "eidas1"/);
    expect(stderr).toMatch(/wrong\.mjs:14 retentionMonths: 500 is no retention/);
  });

  it("prints the problems as JSON and nothing else", async () => {
    const file = module("json.mjs", BROYEUR.replace('"eidas1"', '"haut"'));
    const { code, stdout } = await procedures(["check", file, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      procedures: [],
      problems: [{ code: "unknown_level", at: "level", line: 11 }],
    });
  });

  it("fails for a file that does not exist, and is wrong usage without one", async () => {
    const missing = await procedures(["check", join(folder, "nothing.mjs")]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(/does not exist; check the path/);
    expect((await procedures(["check"])).code).toBe(2);
  });
});

it("a portal with a wrong declaration is refused before it starts, with the line to change", async () => {
  const secret = "k".repeat(43);
  const environment = {
    FRANCECONNECT_ISSUER: "http://localhost:9/api/v2",
    FRANCECONNECT_CLIENT_ID: "id",
    FRANCECONNECT_CLIENT_SECRET: "secret",
    COLLECTIVITE_SIRET: "21330063500017",
    COLLECTIVITE_NAME: "Val-de-Sorgue",
    SESSION_SECRET: secret,
    ENCRYPTION_KEY: Buffer.alloc(32).toString("base64url"),
    DATABASE_URL: `file:${join(folder, "never.db")}`,
    PROCEDURES_FILE: module("start.mjs", BROYEUR.replace('"eidas1"', '"haut"')),
  };
  const { code, stderr } = await passerelle(["start"], environment);
  expect(code).toBe(1);
  expect(stderr).toMatch(/start\.mjs are refused\.\n- .*start\.mjs:11 level: /);
});
