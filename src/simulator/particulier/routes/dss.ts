import type { Provider } from "../providers.ts";
import type { RuleName } from "../rules/rules.ts";
import { ENTITY_NOT_FOUND, type Mask, type Route } from "./route.ts";

const HOUR = 3600;

const CIVILITY_RULES: readonly RuleName[] = [
  "optionalGender",
  "dssBirthplace",
  "country",
  "dssBirthdate",
  "dssGivenNames",
  "familyName",
];

const IDENTITY = [
  "nomUsage",
  "nomNaissance",
  "prenoms",
  "anneeDateNaissance",
  "moisDateNaissance",
  "jourDateNaissance",
  "sexeEtatCivil",
  "codeCogInseePaysNaissance",
  "codeCogInseeCommuneNaissance",
] as const;

const UNREFERENCED = {
  provider: "CNAF & MSA",
  title: "Allocataire non référencé",
  detail: "L'allocataire n'est pas référencé auprès des caisses éligibles",
} as const;

interface Benefit {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly masks?: readonly Mask[];
  readonly provider?: Provider;
  readonly notFound?: Route["notFound"];
  readonly rules?: readonly RuleName[];
  readonly matched?: readonly string[];
  readonly cacheSeconds?: number;
  readonly notEntitled?: Readonly<Record<string, unknown>>;
}

const NOT_BENEFICIARY = { est_beneficiaire: false, date_debut_droit: null };
const NOT_BENEFICIARY_MAJORED = { est_beneficiaire: false, avec_majoration: null, date_debut_droit: null };
const NO_STATUS = { status: "non_beneficiaire", date_debut_droit: null };

function benefit(row: Benefit): Route {
  const rules = [...(row.rules ?? []), ...CIVILITY_RULES];
  const matched = [...IDENTITY, ...(row.matched ?? [])];
  return {
    path: `dss/${row.name}`,
    versions: [3],
    modes: ["identite", "france_connect"],
    folder: `cnav_${row.name}`,
    provider: row.provider ?? "Sécurité sociale",
    notFound: row.notFound ?? UNREFERENCED,
    scopes: row.scopes,
    masks: row.masks ?? [],
    rules: { identite: rules, france_connect: rules },
    matched: { identite: matched, france_connect: matched },
    cacheSeconds: row.cacheSeconds ?? HOUR,
    ...(row.notEntitled && { notEntitled: row.notEntitled }),
  };
}

const EAJE_SCOPE = "cnav_participation_familiale_eaje_";

/** Benefits read from the social security's gateway (API-SECU): CNAF, MSA and RNCPS behind one door. */
export const DSS_ROUTES: readonly Route[] = [
  benefit({
    name: "quotient_familial",
    scopes: ["cnaf_quotient_familial", "cnaf_allocataires", "cnaf_enfants", "cnaf_adresse"],
    masks: [
      ["quotient_familial", "cnaf_quotient_familial"],
      ["allocataires", "cnaf_allocataires"],
      ["enfants", "cnaf_enfants"],
      ["adresse", "cnaf_adresse"],
    ],
    provider: "CNAF & MSA",
    rules: ["year", "month"],
    matched: ["annee", "mois"],
    cacheSeconds: 24 * HOUR,
  }),
  benefit({
    name: "complementaire_sante_solidaire",
    scopes: ["complementaire_sante_solidaire"],
    notFound: {
      provider: "RNCPS",
      title: "Dossier allocataire absent RNCPS",
      detail: "Le dossier allocataire n'a pas été trouvé auprès du RNCPS.",
    },
    notEntitled: { est_beneficiaire: false, avec_participation: null, date_debut_droit: null },
  }),
  benefit({
    name: "allocation_adulte_handicape",
    scopes: ["allocation_adulte_handicape"],
    notEntitled: NOT_BENEFICIARY,
  }),
  benefit({
    name: "allocation_enfant_handicape",
    scopes: ["cnav_allocation_enfant_handicape"],
    notEntitled: NO_STATUS,
  }),
  benefit({
    name: "allocation_rentree_scolaire",
    scopes: ["cnav_allocation_rentree_scolaire"],
    notEntitled: NO_STATUS,
  }),
  benefit({
    name: "allocation_soutien_familial",
    scopes: ["allocation_soutien_familial"],
    notEntitled: NOT_BENEFICIARY,
  }),
  benefit({
    name: "revenu_solidarite_active",
    scopes: ["revenu_solidarite_active", "revenu_solidarite_active_majoration"],
    masks: [
      ["est_beneficiaire", "revenu_solidarite_active"],
      ["date_debut_droit", "revenu_solidarite_active"],
      ["avec_majoration", "revenu_solidarite_active_majoration"],
    ],
    notEntitled: NOT_BENEFICIARY_MAJORED,
  }),
  benefit({
    name: "prime_activite",
    scopes: ["prime_activite", "prime_activite_majoration"],
    masks: [
      ["est_beneficiaire", "prime_activite"],
      ["date_debut_droit", "prime_activite"],
      ["avec_majoration", "prime_activite_majoration"],
    ],
    notEntitled: NOT_BENEFICIARY_MAJORED,
  }),
  benefit({
    name: "participation_familiale_eaje",
    scopes: ["allocataires", "enfants", "adresse", "parametres_calcul"].map((name) => EAJE_SCOPE + name),
    masks: [
      ["allocataires", `${EAJE_SCOPE}allocataires`],
      ["enfants", `${EAJE_SCOPE}enfants`],
      ["adresse", `${EAJE_SCOPE}adresse`],
      ["parametres_calcul_participation_familiale", `${EAJE_SCOPE}parametres_calcul`],
    ],
    notFound: { provider: "CNAV", title: ENTITY_NOT_FOUND, detail: "Dossier allocataire inexistant." },
  }),
];
