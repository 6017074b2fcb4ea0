import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Identity } from "../../src/federation/index.ts";
import {
  type Answer,
  apiParticulier,
  isRouteName,
  type ParticulierRequest,
  ROUTE_NAMES,
  ROUTES,
  type RouteName,
  type Version,
} from "../../src/particulier/index.ts";
import { type ChecktokenDouble, startChecktokenDouble } from "../simulator/particulier/checktoken-double.ts";
import { type Simulated, simulate } from "../simulator/particulier/client.ts";
import {
  type OfficialCase,
  officialCases,
  officialCasesFolder,
  officialDataAvailable,
} from "../support/official-cases.ts";
import { RECIPIENT } from "../support/particulier.ts";

/** Cases that no correct caller can trigger: what comes out instead, and why. */
const UNREACHABLE: Readonly<Record<string, readonly [Answer<unknown>["outcome"], string]>> = {
  "api_particulier_v3_cnav_complementaire_sante_solidaire_with_civility/200-giraud-ines-feminin-enfant.yaml":
    [
      "not_found",
      "it has no country of birth, which the platform requires; with France stated it is nobody's",
    ],
  "api_particulier_v3_cnav_participation_familiale_eaje_with_civility/404.yaml": ["invalid", "no given name"],
  "api_particulier_v3_cnav_quotient_familial_with_civility/404.yaml": ["invalid", "no given name"],
  "api_particulier_v3_cnous_etudiant_boursier_with_civility/404.yaml": ["invalid", "a family name alone"],
  "api_particulier_v3_cnous_etudiant_boursier_with_ine/404.yaml": [
    "invalid",
    "a family name in place of the INE",
  ],
  "api_particulier_v3_mesri_statut_etudiant_with_civility/404.yaml": [
    "invalid",
    "an INE in place of an identity",
  ],
};

/** The official data's own slip: a child born in « 200&-04-23 ». It is kept as it came, and reported. */
const DRIFTS: readonly string[] = ["enfants.1.date_naissance: invalid_format"];
const DRIFTING = /eaje_with_france_connect\/fake_france_connect_cnaf(_2)?\.yml$/;

const MODES: Readonly<Record<string, string>> = {
  civility: "identite",
  france_connect: "france_connect",
  ine: "ine",
  identifiant: "identifiant",
};

/** `api_particulier_v3_cnav_quotient_familial_with_civility` → what to call. */
function placeOf(folder: string): { route: RouteName; version: Version; mode: string } {
  const [, version, rest = "", designation = ""] =
    /^api_particulier_(v\d)_(.+)_with_(.+)$/.exec(folder) ?? [];
  const name = ROUTE_NAMES.find((route) => {
    const [owner, ...resource] = ROUTES[route].resource.split("/");
    return rest === `${owner === "dss" ? "cnav" : owner}_${resource.join("_")}`;
  });
  if (name === undefined || !isRouteName(name)) throw new Error(`no route for ${folder}`);
  return { route: name, version: version as Version, mode: MODES[designation] ?? "" };
}

/** The official files spell some parameters wrongly: the person is read whatever the spelling. */
const SPELLINGS = {
  year: ["anneeDateNaissance", "anneeDateDaissance", "anneeNateNaissance"],
  month: ["moisDateNaissance", "moisDateDaissance"],
  day: ["jourDateNaissance", "jourDateDaissance"],
  commune: ["codeCogInseeCommuneNaissance", "codeInseeLieuDeNaissance", "codeInseeLieuDaissance"],
  country: ["codeCogInseePaysNaissance", "codePaysLieuDeNaissance", "codePaysLieuDaissance"],
  sex: ["sexeEtatCivil", "sexe"],
  givenNames: ["prenoms", "prenom"],
} as const;

function identityOf(params: OfficialCase["params"]): Identity {
  const first = (names: readonly string[]) =>
    names.map((name) => params[name]).find((value) => value !== undefined);
  const part = (names: readonly string[], length: number) => String(first(names) ?? 0).padStart(length, "0");
  const givenNames = [first(SPELLINGS.givenNames) ?? []].flat().map(String);
  const commune = first(SPELLINGS.commune);
  const country = first(SPELLINGS.country);
  return {
    familyName: String(params.nomNaissance ?? ""),
    givenNames,
    gender:
      ({ m: "male", f: "female" } as const)[String(first(SPELLINGS.sex)).toLowerCase()] ?? "unspecified",
    birthdate: [part(SPELLINGS.year, 4), part(SPELLINGS.month, 2), part(SPELLINGS.day, 2)].join("-"),
    ...(commune === undefined ? {} : { birthplace: String(commune) }),
    ...(country === undefined ? {} : { birthcountry: String(country) }),
  };
}

const STATED = [
  "nomCommuneNaissance",
  "codeCogInseeDepartementNaissance",
  "annee",
  "mois",
  "campaignYear",
  "codeEtablissement",
  "anneeScolaire",
  "degreEtablissement",
  "codesBcnDepartements",
  "codesBcnRegions",
];

function requestOf({ params, folder, name }: OfficialCase): ParticulierRequest {
  const { mode, version } = placeOf(folder);
  const stated = Object.fromEntries(
    Object.entries(params)
      .map(([key, value]) => [key.replace(/\[\]$/, ""), value] as const)
      .filter(([key]) => STATED.includes(key)),
  ) as NonNullable<ParticulierRequest["params"]>;
  const designation: ParticulierRequest = {
    ...(mode === "identite" ? { identity: identityOf(params) } : {}),
    ...(mode === "france_connect" ? { accessToken: encodeURIComponent(name) } : {}),
    ...(mode === "ine" ? { ine: String(params.ine) } : {}),
    ...(mode === "identifiant" ? { identifiant: String(params.identifiant) } : {}),
    ...(params.immatriculation === undefined ? {} : { immatriculation: String(params.immatriculation) }),
  };
  const { nomCommuneNaissance, codeCogInseeDepartementNaissance, ...withoutPlace } = stated;
  return { ...designation, version, params: mode === "france_connect" ? withoutPlace : stated };
}

const OUTCOMES: Readonly<Record<number, Answer<unknown>["outcome"]>> = {
  200: "found",
  403: "refused",
  404: "not_found",
  422: "invalid",
  429: "unavailable",
  502: "unavailable",
  504: "unavailable",
};

function outcomeOf({ status, payload }: OfficialCase) {
  // The one 422 of the official set that is about the person: several people have this identity.
  return payload.errors?.[0]?.code === "00391" ? "unidentified" : OUTCOMES[status];
}

describe.skipIf(!officialDataAvailable())("every official case, through the simulated platform", () => {
  const cases = officialDataAvailable() ? officialCases() : [];
  let checktoken: ChecktokenDouble;
  let platform: Simulated;
  beforeAll(async () => {
    checktoken = await startChecktokenDouble();
    // Unmasked, as the official staging answers.
    platform = await simulate({
      casesDir: officialCasesFolder,
      checktoken: checktoken.options,
      maskByScope: false,
    });
  });
  afterAll(async () => {
    await platform?.close();
    await checktoken?.close();
  });

  /** Each case has a client of its own: a 429 makes a client wait. */
  function ask(one: OfficialCase): Promise<Answer<unknown>> {
    const { route } = placeOf(one.folder);
    const request = requestOf(one);
    if (request.accessToken !== undefined) {
      const { familyName, givenNames, ...claims } = identityOf(one.params);
      checktoken.set(request.accessToken, {
        active: true,
        scope: ROUTES[route].scopes.map((scope) => scope.name).join(" "),
        family_name: familyName || "DUPONT",
        given_name: givenNames.join(" ").replaceAll(",", "") || "Jean",
        birthdate: claims.birthdate.replace(/^0000-00-00$/, "1990-01-01"),
        gender: claims.gender === "male" ? "male" : "female",
        birthplace: claims.birthplace ?? "75101",
        birthcountry: claims.birthcountry ?? "99100",
      });
    }
    const api = apiParticulier({ url: platform.url, token: platform.token, recipient: RECIPIENT });
    return api.call(route, request);
  }

  it("is read: no folder is without a route", () => {
    expect(cases.length).toBeGreaterThanOrEqual(360);
    for (const one of cases) expect(() => placeOf(one.folder)).not.toThrow();
  });

  it.concurrent.each(
    cases.filter(({ name }) => !(name in UNREACHABLE)).map((one) => [one.name, one] as const),
  )("%s comes out as the right outcome with the right data", async (_name, one) => {
    const answer = await ask(one);
    expect({ outcome: answer.outcome, status: answer.status }).toEqual({
      outcome: outcomeOf(one),
      status: one.status,
    });
    const drift = DRIFTING.test(one.name) ? DRIFTS : undefined;
    if (answer.outcome === "found") expect([answer.data, answer.drift]).toEqual([one.payload.data, drift]);
    else expect(answer.code).toBe(one.payload.errors?.[0]?.code);
  });

  it.each(Object.entries(UNREACHABLE))("%s cannot be triggered: %j", async (name, [outcome]) => {
    const one = cases.find((written) => written.name === name);
    expect(one && (await ask(one)).outcome).toBe(outcome);
  });
});
