import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Simulated, simulate } from "../simulator/particulier/client.ts";
import { ANGELA, RECIPIENT } from "../support/particulier.ts";
import { passerelle } from "../support/passerelle.ts";

const CAMILLE = {
  givenNames: ["Camille", "Jeanne"],
  familyName: "FOURNEL",
  preferredUsername: null,
  gender: "female",
  birthdate: "1987-05-21",
  birthplace: "33063",
  birthcountry: "99100",
  email: "camille@example.fr",
};

const NOBODY = { ...ANGELA, familyName: "PERSONNE" };

let platform: Simulated;
let folder: string;
beforeAll(async () => {
  platform = await simulate();
  folder = mkdtempSync(join(tmpdir(), "passerelle-cli-"));
});
afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const particulier = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  passerelle(["particulier", ...args], {
    API_PARTICULIER_URL: platform.url,
    API_PARTICULIER_TOKEN: platform.token,
    COLLECTIVITE_SIRET: RECIPIENT,
    ...environment,
  });

describe("passerelle particulier", { timeout: 60_000 }, () => {
  it("prints the answer object and nothing else with --json, and ends with 0 when the person is found", async () => {
    const { code, stdout } = await particulier([
      "quotient-familial",
      "--identity",
      file("camille.json", CAMILLE),
      "--json",
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: "found",
      status: 200,
      provider: "CNAF",
      data: { quotient_familial: { fournisseur: "CNAF" } },
    });
    expect(code).toBe(0);
  });

  it("ends with 0 when there is no dossier: that is an answer too", async () => {
    const { code, stdout } = await particulier([
      "quotient-familial",
      "--identity",
      file("nobody.json", NOBODY),
      "--json",
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "not_found", status: 404 });
    expect(code).toBe(0);
  });

  it("ends with 1 when the token is refused, and names what to mend", async () => {
    const { code, stdout } = await particulier(
      ["quotient-familial", "--identity", file("token.json", CAMILLE)],
      { API_PARTICULIER_TOKEN: "invalid" },
    );
    expect(stdout).toContain("quotient-familial: refused");
    expect(stdout).toContain("API_PARTICULIER_TOKEN");
    expect(code).toBe(1);
  });

  it("answers a wrong SIRET and an identity without a name instead of failing", async () => {
    const siret = await particulier(
      ["quotient-familial", "--identity", file("siret.json", CAMILLE), "--json"],
      { COLLECTIVITE_SIRET: "12345678901234" },
    );
    expect(JSON.parse(siret.stdout)).toMatchObject({ outcome: "invalid", code: "recipient_invalid" });
    const nameless = await particulier([
      "quotient-familial",
      "--identity",
      file("nameless.json", { ...CAMILLE, familyName: undefined }),
      "--json",
    ]);
    expect(JSON.parse(nameless.stdout)).toMatchObject({ outcome: "invalid", code: "identity_incomplete" });
    expect([siret.code, nameless.code]).toEqual([1, 1]);
  });

  it("asks with the citizen's token where there is one, identity or not", async () => {
    const { stdout } = await particulier([
      "extrait-immatriculation-vehicule",
      "--access-token",
      "a\tb",
      "--immatriculation",
      "AA-123-BB",
      "--identity",
      file("fc.json", CAMILLE),
      "--json",
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "refused", code: "token_malformed" });
  });

  it("takes a version, parameters and lists", async () => {
    const perimeter = [
      "--param",
      "anneeScolaire=2025-2026",
      "--param",
      "codesBcnRegions[]=10",
      "--param",
      "codesBcnRegions[]=11",
      "--param",
      "degreEtablissement=2D",
    ];
    const { stdout } = await particulier([
      "scolarites",
      "--identity",
      file("pupil.json", NOBODY),
      "--version",
      "v4",
      "--json",
      ...perimeter,
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "not_found" });
  });

  it("returns only the keys asked for", async () => {
    const { stdout } = await particulier([
      "quotient-familial",
      "--identity",
      file("key.json", { identity: CAMILLE, sub: "s" }),
      "--key",
      "quotient_familial.valeur",
      "--json",
    ]);
    expect(JSON.parse(stdout).data).toEqual({ quotient_familial: { valeur: expect.any(Number) } });
  });

  it("names all that is missing in the environment at once, and ends with 1", async () => {
    const { code, stdout, stderr } = await particulier(["quotient-familial", "--json"], {
      API_PARTICULIER_URL: "",
      COLLECTIVITE_SIRET: "",
    });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("API_PARTICULIER_URL");
    expect(stderr).toContain("COLLECTIVITE_SIRET");
  });

  it.each([
    [["impots"]],
    [["quotient-familial", "--identity", "/nowhere.json"]],
    [["quotient-familial", "--param", "annee"]],
    [["quotient-familial", "--version", "v9"]],
    [["quotient-familial", "--unknown"]],
    [[]],
  ])("ends with 2 for wrong usage: %j", async (args) => {
    const { code, stdout, stderr } = await particulier(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("error:");
  });
});
