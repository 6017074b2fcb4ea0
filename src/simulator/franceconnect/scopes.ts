/** Scope → claims it opens in UserInfo. */
export type ScopeClaims = Readonly<Record<string, readonly string[]>>;

const PIVOT = ["given_name", "family_name", "birthdate", "gender", "birthplace", "birthcountry"];

const SINGLE_CLAIMS: ScopeClaims = {
  family_name: ["family_name"],
  birthdate: ["birthdate"],
  gender: ["gender"],
  birthplace: ["birthplace"],
  birthcountry: ["birthcountry"],
  email: ["email"],
  preferred_username: ["preferred_username"],
  amr: ["amr"],
};

function rnipp(...claims: string[]): string[] {
  return claims.flatMap((claim) => [claim, `rnipp_${claim}`]);
}

/** FranceConnect's identity scopes. */
export const FRANCECONNECT_IDENTITY: ScopeClaims = {
  openid: ["sub"],
  profile: ["given_name", "given_name_array", "family_name", "birthdate", "gender", "preferred_username"],
  birth: ["birthplace", "birthcountry"],
  identite_pivot: ["given_name", "given_name_array", ...PIVOT.slice(1)],
  given_name: ["given_name", "given_name_array"],
  ...SINGLE_CLAIMS,
  idp_birthdate: ["idp_birthdate"],
  idp_id: ["idp_id"],
};

/** FranceConnect+'s identity scopes: the raw identity, and beside it what the RNIPP says. */
export const PLUS_IDENTITY: ScopeClaims = {
  openid: ["sub"],
  profile: ["given_name", "family_name", "birthdate", "gender", "preferred_username"],
  birth: ["birthplace", "birthcountry"],
  identite_pivot: PIVOT,
  given_name: ["given_name"],
  ...SINGLE_CLAIMS,
  rnipp_given_name: [...rnipp("given_name"), "rnipp_given_name_array"],
  rnipp_family_name: rnipp("family_name"),
  rnipp_gender: rnipp("gender"),
  rnipp_birthdate: rnipp("birthdate"),
  rnipp_birthplace: rnipp("birthplace"),
  rnipp_birthcountry: rnipp("birthcountry"),
  rnipp_profile: [
    "preferred_username",
    "rnipp_given_name_array",
    ...rnipp("given_name", "family_name", "birthdate", "gender"),
  ],
  rnipp_birth: rnipp("birthplace", "birthcountry"),
  rnipp_identite_pivot: ["rnipp_given_name_array", ...rnipp(...PIVOT)],
};

const REVENUE_CATEGORIES = ["Cat1_Tspr", "Cat1_RentOn", "Cat2_Rcm", "Cat3_PMV", "Cat4_Ref", "Cat5_NonSal"];

function prefixed(prefix: string, names: string): string[] {
  return names.split(" ").map((name) => `${prefix}${name}`);
}

/** A data provider (fournisseur de données) and the scopes under which services read it. */
export interface DataScopes {
  readonly provider: string;
  readonly label: string;
  readonly plus: boolean;
  readonly scopes: readonly string[];
}

/** Scopes that travel with the access token; they open nothing in UserInfo. */
export const DATA_SCOPES: readonly DataScopes[] = [
  {
    provider: "DGFIP",
    label: "Direction générale des finances publiques",
    plus: true,
    scopes: [
      ...prefixed(
        "dgfip_",
        "rfr annee_n_moins_1 annee_n_moins_2 annee_n_moins_3 annee_n_moins_2_si_indispo_n_moins_1 nbpart sitfam aft nbpac inddeficit pariso decl pac pac_nbPac locaux_th locaux_th_ident locaux_th_Nat locaux_th_Tax locaux_th_Aff nmUsaDec1 nmNaiDec1 prnmDec1 dateNaisDec1 nmUsaDec2 nmNaiDec2 prnmDec2 dateNaisDec2 mntRevbareme indiIFI PaDeduc_EnfMaj PaDeduc_Autres EpargRetrDeduc",
      ),
      ...REVENUE_CATEGORIES.flatMap((name) => [`dgfip_RevDecl_${name}`, `dgfip_RevNets_${name}`]),
    ],
  },
  {
    provider: "CNAM",
    label: "Assurance maladie",
    plus: true,
    scopes: [
      "droits_assurance_maladie",
      ...prefixed(
        "cnam_",
        "beneficiaires contrats caisse exonerations medecin_traitant presence_medecin_traitant paiements_ij",
      ),
    ],
  },
  {
    provider: "CNOUS",
    label: "Centre national des œuvres universitaires",
    plus: true,
    scopes: prefixed(
      "cnous_",
      "statut_boursier echelon_bourse email periode_versement statut_bourse ville_etudes identite",
    ),
  },
  {
    provider: "CNAF & MSA",
    label: "CAF et MSA",
    plus: false,
    scopes: [
      ..."allocation_adulte_handicape allocation_soutien_familial prime_activite prime_activite_majoration revenu_solidarite_active revenu_solidarite_active_majoration".split(
        " ",
      ),
      ...prefixed("cnaf_", "quotient_familial allocataires enfants adresse"),
    ],
  },
  {
    provider: "MESRI",
    label: "Ministère de l’enseignement supérieur",
    plus: false,
    scopes: prefixed(
      "mesri_",
      "identite admissions admission_inscrit admission_regime_formation admission_commune_etudes admission_etablissement_etude",
    ),
  },
  {
    provider: "DSS",
    label: "Direction de la sécurité sociale",
    plus: false,
    scopes: ["complementaire_sante_solidaire"],
  },
  {
    provider: "DSNJ",
    label: "Direction du service national",
    plus: false,
    scopes: ["dsnj_statut_service_national"],
  },
  {
    provider: "ANTS",
    label: "France Titres",
    plus: false,
    scopes: prefixed(
      "ants_extrait_immatriculation_vehicule_",
      "identite_particulier adresse_particulier statut_rattachement donnees_immatriculation_vehicule caracteristiques_techniques_vehicule",
    ),
  },
  {
    provider: "FT",
    label: "France Travail",
    plus: false,
    scopes: ["api_fc-liste-paiementsv1", "api_fc-statutaugmentev1"],
  },
  { provider: "MI", label: "Ministère de l’intérieur", plus: false, scopes: ["mi_siv_carte_grise"] },
  {
    provider: "ASC",
    label: "Agence du service civique",
    plus: false,
    scopes: prefixed("gip_mds_service_civique_", "statut_actuel statut_passe organisme_accueil dates"),
  },
];

/** Identity scopes and data scopes together, as oidc-provider wants them. */
export function withDataScopes(identity: ScopeClaims, plus: boolean): Record<string, string[]> {
  const data = DATA_SCOPES.filter((row) => row.plus || !plus).flatMap((row) => row.scopes);
  return Object.fromEntries([
    ...Object.entries(identity).map(([scope, claims]) => [scope, [...claims]]),
    ...data.map((scope) => [scope, [scope]]),
  ]);
}
