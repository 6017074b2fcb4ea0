import type { RuleName } from "../rules/rules.ts";
import { ENTITY_NOT_FOUND, type Mask, type Route } from "./route.ts";

const CIVILITY_RULES: readonly RuleName[] = ["familyName", "givenNames", "birthdate"];

const IDENTITY = [
  "nomNaissance",
  "prenoms",
  "anneeDateNaissance",
  "moisDateNaissance",
  "jourDateNaissance",
] as const;

const SCHOLARSHIP_MASKS: readonly Mask[] = [
  ["est_boursier", "cnous_statut_boursier"],
  ["statut_boursier", "cnous_statut_boursier"],
  ["echelon_bourse", "cnous_echelon_bourse"],
  ["email", "cnous_email"],
  ["periode_versement_bourse", "cnous_periode_versement"],
  ["etablissement_etudes", "cnous_ville_etudes"],
  ["identite", "cnous_identite"],
  ["ine", "cnous_ine"],
];

const SCHOLARSHIP_IDENTITY = [...IDENTITY, "sexeEtatCivil", "codeCogInseeCommuneNaissance", "campaignYear"];

const STUDENT_MASKS: readonly Mask[] = [
  ["identite", "mesri_identite"],
  ["admissions", "mesri_admissions"],
  ["admissions[].est_inscrit", "mesri_admission_inscrit"],
  ["admissions[].regime_formation", "mesri_admission_regime_formation"],
  ["admissions[].code_cog_insee_commune", "mesri_admission_commune_etudes"],
  ["admissions[].etablissement_etudes", "mesri_admission_etablissement_etudes"],
];

const STUDENT_RULES: readonly RuleName[] = [...CIVILITY_RULES, "gender", "birthplace"];
const STUDENT_IDENTITY = [...IDENTITY, "sexeEtatCivil", "codeCogInseeCommuneNaissance"];

const PUPIL_MASKS: readonly Mask[] = [
  ["identite", "men_statut_identite"],
  ["module_elementaire_formation", "men_statut_module_elementaire_formation"],
  ["etablissement", "men_statut_etablissement"],
  ["annee_scolaire", "men_statut_scolarite"],
  ["est_scolarise", "men_statut_scolarite"],
  ["statut_eleve", "men_statut_scolarite"],
  ["est_boursier", "men_statut_boursier"],
  ["echelon_bourse", "men_echelon_bourse"],
  ["regime_pensionnat", "men_regime_pensionnat"],
];

function scopesOf(masks: readonly Mask[]): readonly string[] {
  return [...new Set(masks.map(([, scope]) => scope))];
}

/** Pupils and students: CNOUS for scholarships, MESRI for enrolments, MEN for schools. */
export const STUDIES_ROUTES: readonly Route[] = [
  {
    path: "cnous/etudiant_boursier",
    versions: [3, 4, 5],
    modes: ["identite", "france_connect", "ine"],
    folder: "cnous_etudiant_boursier",
    provider: "CNOUS",
    notFound: {
      provider: "CNOUS",
      title: ENTITY_NOT_FOUND,
      detail: "Aucun étudiant boursier n'a pu être trouvé avec les critères de recherche fournis.",
    },
    scopes: scopesOf(SCHOLARSHIP_MASKS),
    masks: SCHOLARSHIP_MASKS,
    rules: {
      identite: [...CIVILITY_RULES, "optionalGender", "birthplace", "campaignYear"],
      france_connect: [...CIVILITY_RULES, "campaignYear"],
      ine: ["ine", "campaignYear"],
    },
    matched: {
      identite: SCHOLARSHIP_IDENTITY,
      france_connect: SCHOLARSHIP_IDENTITY,
      ine: ["ine", "campaignYear"],
    },
  },
  {
    path: "mesri/statut_etudiant",
    versions: [3],
    modes: ["identite", "france_connect", "ine"],
    folder: "mesri_statut_etudiant",
    provider: "MESRI",
    notFound: {
      provider: "MESRI",
      title: ENTITY_NOT_FOUND,
      detail: "Aucun étudiant n'a pu être trouvé avec les critères de recherche fournis.",
    },
    scopes: scopesOf(STUDENT_MASKS),
    masks: STUDENT_MASKS,
    rules: { identite: STUDENT_RULES, france_connect: STUDENT_RULES, ine: ["ine"] },
    matched: { identite: STUDENT_IDENTITY, france_connect: STUDENT_IDENTITY, ine: ["ine"] },
  },
  {
    path: "men/scolarites",
    versions: [3, 4, 5],
    modes: ["identite"],
    folder: "men_scolarites",
    provider: "MEN",
    notFound: {
      provider: "MEN",
      title: ENTITY_NOT_FOUND,
      detail: "Aucun eleve n'a pu etre trouve avec les criteres de recherche fournis",
    },
    scopes: scopesOf(PUPIL_MASKS),
    masks: PUPIL_MASKS,
    rules: { identite: [...CIVILITY_RULES, "gender", "schoolSearch", "schoolYear"] },
    matched: {
      identite: [
        ...IDENTITY,
        "sexeEtatCivil",
        "anneeScolaire",
        "codeEtablissement",
        "degreEtablissement",
        "codesBcnDepartements",
        "codesBcnRegions",
      ],
    },
  },
];
