import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseFile } from "../../../src/simulator/particulier/matching/case-file.ts";
import { loadCases } from "../../../src/simulator/particulier/matching/load-cases.ts";
import { ROUTES } from "../../../src/simulator/particulier/routes/index.ts";
import { caseFolder, type Mode, type Route } from "../../../src/simulator/particulier/routes/route.ts";
import { officialCasesFolder, officialDataAvailable } from "../../support/official-cases.ts";
import { type ChecktokenDouble, startChecktokenDouble } from "./checktoken-double.ts";
import { type Simulated, simulate } from "./client.ts";

const isThere = officialDataAvailable();

/** Cases that the real platform cannot answer either, whoever asks: its own checks stop the call before. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  "api_particulier_v3_cnav_complementaire_sante_solidaire_with_civility/200-giraud-ines-feminin-enfant.yaml":
    "no country of birth, which is required: 422 00400",
  "api_particulier_v3_men_scolarites_with_civility/504.yaml":
    "the gender is called sexe, so sexeEtatCivil is missing: 422 00427",
  "api_particulier_v3_cnous_etudiant_boursier_with_civility/404.yaml":
    "a family name alone: 422 00421; served to everyone unknown",
  "api_particulier_v3_cnous_etudiant_boursier_with_ine/404.yaml":
    "a family name where an INE is required: 422 00360; served to every unknown INE",
  "api_particulier_v3_mesri_statut_etudiant_with_civility/404.yaml":
    "an INE where an identity is required: 422 00420; served to everyone unknown",
};

interface Place {
  readonly route: Route;
  readonly version: number;
  readonly mode: Mode;
}

const places = new Map<string, Place>(
  ROUTES.flatMap((route) =>
    route.versions.flatMap((version) =>
      route.modes.map((mode) => [caseFolder(route, version, mode), { route, version, mode }] as const),
    ),
  ),
);

function nameOf({ folder, file }: CaseFile): string {
  return `${folder}/${path.basename(file)}`;
}

/** The identity that FranceConnect would give of the person in a case, whatever the file calls its parts. */
function identityOf(parameters: Readonly<Record<string, unknown>>): Record<string, string> {
  const first = (...names: string[]) =>
    names.map((name) => parameters[name]).find((value) => value !== undefined);
  const year = first("anneeDateNaissance", "anneeDateDaissance") ?? 1990;
  const month = first("moisDateNaissance", "moisDateDaissance") ?? 1;
  const day = first("jourDateNaissance", "jourDateDaissance") ?? 1;
  const names = first("prenoms", "prenom") ?? "Jean";
  return {
    family_name: String(first("nomNaissance") ?? "DUPONT"),
    given_name: Array.isArray(names) ? names.join(" ") : String(names).replaceAll(",", ""),
    birthdate: [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-"),
    gender: first("sexeEtatCivil") === "M" ? "male" : "female",
    birthplace: String(
      first("codeCogInseeCommuneNaissance", "codeInseeLieuDeNaissance", "codeInseeLieuDaissance") ?? "75101",
    ),
    birthcountry: String(
      first("codeCogInseePaysNaissance", "codePaysLieuDeNaissance", "codePaysLieuDaissance") ?? "99100",
    ),
  };
}

describe.runIf(isThere)("The official cases", async () => {
  const { cases, problems } = isThere ? await loadCases(officialCasesFolder) : { cases: [], problems: [] };
  const fakeTokens = cases.filter(({ folder }) => folder === "france_connect");
  const answers = cases.filter(({ folder }) => folder !== "france_connect");
  let checktoken: ChecktokenDouble;
  let api: Simulated;
  beforeAll(async () => {
    checktoken = await startChecktokenDouble();
    // Unmasked, as the official staging answers: whole payloads can be compared.
    api = await simulate({
      casesDir: officialCasesFolder,
      checktoken: checktoken.options,
      maskByScope: false,
    });
  });
  afterAll(async () => {
    await api?.close();
    await checktoken?.close();
  });

  async function ask(one: CaseFile) {
    const { route, version, mode } = places.get(one.folder) as Place;
    const address = `/v${version}/${route.path}/${mode}`;
    if (mode !== "france_connect") return api.get(address, one.parameters);
    const accessToken = nameOf(one);
    checktoken.set(accessToken, {
      active: true,
      scope: route.scopes.join(" "),
      ...identityOf(one.parameters),
    });
    const { immatriculation, campaignYear } = one.parameters;
    const headers = { Authorization: `Bearer ${accessToken}` };
    return api.get(address, { immatriculation, campaignYear }, { headers });
  }

  test("are all there: nothing is left out, every folder has its route", () => {
    expect(problems).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
    expect(answers.filter(({ folder }) => !places.has(folder)).map(nameOf)).toEqual([]);
  });

  test.each(answers.filter((one) => !(nameOf(one) in UNREACHABLE)).map((one) => [nameOf(one), one] as const))(
    "%s answers its status and its payload",
    async (_name, one) => {
      const reply = await ask(one);
      expect(reply.status).toBe(one.status);
      expect(reply.body).toEqual(one.body);
    },
  );

  test.each(answers.filter((one) => nameOf(one) in UNREACHABLE).map((one) => [nameOf(one), one] as const))(
    "%s is unreachable, for the reason given",
    async (name, one) => {
      const reply = await ask(one);
      const [, code] = /422 (\d{5})/.exec(UNREACHABLE[name] ?? "") ?? [];
      expect([reply.status, reply.body.errors?.[0]?.code]).toEqual([422, code]);
    },
  );

  test.each(fakeTokens.map((one) => [String(one.parameters.token), one] as const))(
    "the literal token %s is somebody, with the scopes of its file",
    async (token) => {
      const headers = { Authorization: `Bearer ${token}` };
      const replies = await Promise.all(
        [...places.values()]
          .filter(({ mode }) => mode === "france_connect")
          .map(({ route, version }) =>
            api.get(
              `/v${version}/${route.path}/france_connect`,
              { immatriculation: "AA-000-AA" },
              { headers },
            ),
          ),
      );
      expect(replies.filter(({ status }) => status === 401)).toEqual([]);
      expect(replies.some(({ status }) => status !== 403)).toBe(true);
    },
  );
});
