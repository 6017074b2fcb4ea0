import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadCases } from "../../../src/simulator/particulier/matching/load-cases.ts";
import { simulate } from "./client.ts";
import { CAMILLE, QF } from "./people.ts";

const FOLDER = "api_particulier_v3_cnav_quotient_familial_with_civility";
const GOOD = `
description: Une famille à moi
params:
  nomNaissance: 'Fournel'
  prenoms: ['Camille', 'Jeanne']
  anneeDateNaissance: 1987
  moisDateNaissance: 5
  jourDateNaissance: 21
  sexeEtatCivil: 'F'
  codeCogInseePaysNaissance: '99100'
  codeCogInseeCommuneNaissance: '33063'
status: 200
payload: '{"data":{"quotient_familial":{"fournisseur":"MSA","valeur":1,"annee":2020,"mois":1}},"links":{},"meta":{}}'
`;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "cases-"));
  await mkdir(path.join(directory, FOLDER));
});
afterEach(() => rm(directory, { recursive: true }));

const write = (name: string, text: string) => writeFile(path.join(directory, FOLDER, name), text);

describe("--cases DIR", () => {
  test("wins over the built-in cases, and is answered as it is written", async () => {
    await write("mine.yaml", GOOD);
    const api = await simulate({ casesDir: directory });
    const { body } = await api.get(QF, CAMILLE);
    expect(body.data?.quotient_familial).toEqual({ fournisseur: "MSA", valeur: 1, annee: 2020, mois: 1 });
    await api.close();
  });

  test("its 404.yaml answers for everyone unknown, personas stay known", async () => {
    await write("404.yaml", 'params: {}\nstatus: 404\npayload: \'{"errors":[{"code":"37003"}]}\'\n');
    const api = await simulate({ casesDir: directory });
    const stranger = await api.get(QF, { ...CAMILLE, nomNaissance: "INCONNUE" });
    expect([stranger.status, stranger.body.errors?.[0]?.code]).toEqual([404, "37003"]);
    expect((await api.get(QF, CAMILLE)).status).toBe(200);
    await api.close();
  });

  test("a folder that does not exist stops the start, naming it", async () => {
    await expect(simulate({ casesDir: path.join(directory, "absent") })).rejects.toThrow(/absent/);
  });

  test("a broken file is named in the log and the rest is served", async () => {
    await write("mine.yaml", GOOD);
    await write("broken.yaml", "params: [");
    const warnings: object[] = [];
    const ignore = () => undefined;
    const logger = {
      info: ignore,
      error: ignore,
      debug: ignore,
      warn: (problem: object) => void warnings.push(problem),
    };
    const api = await simulate({ casesDir: directory, logger });
    expect(warnings).toEqual([
      { file: path.join(directory, FOLDER, "broken.yaml"), reason: expect.any(String) },
    ]);
    expect((await api.get(QF, CAMILLE)).status).toBe(200);
    await api.close();
  });

  test.each([
    ["not YAML", "params: ["],
    ["no status", "params: {}\npayload: '{}'"],
    ["a status that is none", "params: {}\nstatus: 42\npayload: '{}'"],
    ["a payload that is not JSON", "params: {}\nstatus: 200\npayload: '{'"],
    ["a payload that is not a text", "params: {}\nstatus: 200\npayload: {a: 1}"],
    ["parameters that are a list", "params: []\nstatus: 200\npayload: '{}'"],
    ["an empty file", ""],
  ])("%s is a problem, never a crash", async (_what, text) => {
    await write("broken.yaml", text);
    const { cases, problems } = await loadCases(directory);
    expect([cases.length, problems.length]).toEqual([0, 1]);
    expect(problems[0]?.reason).not.toBe("");
  });
});
