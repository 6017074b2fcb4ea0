import { ENTITY_NOT_FOUND, type Route, UNKNOWN_PARAMETERS } from "./route.ts";

const IDENTITY = [
  "nomNaissance",
  "prenoms",
  "anneeDateNaissance",
  "moisDateNaissance",
  "jourDateNaissance",
] as const;

const DEFENCE_RULES = ["givenNames", "familyName", "birthdate", "gender", "birthplace", "country"] as const;
const DEFENCE_IDENTITY = [
  ...IDENTITY,
  "sexeEtatCivil",
  "codeCogInseePaysNaissance",
  "codeCogInseeCommuneNaissance",
];
const VOLUNTEER_RULES = ["familyName", "givenNames", "birthdate"] as const;
const VOLUNTEER_SCOPE = "gip_mds_service_civique_";
const VEHICLE_SCOPE = "ants_extrait_immatriculation_vehicule_";
const ATHLETE_SCOPE = "sdh_statut_sportif_";

const NO_JOB_SEEKER = {
  provider: "France Travail",
  title: ENTITY_NOT_FOUND,
  detail: "Aucune situation France Travail n'a pu être trouvée avec les critères de recherche fournis.",
} as const;

/** Defence, civic service, vehicles, employment, sport. */
export const OTHER_ROUTES: readonly Route[] = [
  {
    path: "dsnj/service_national",
    versions: [3],
    modes: ["identite", "france_connect"],
    folder: "dsnj_service_national",
    provider: "DSNJ",
    notFound: { provider: "DSNJ", title: ENTITY_NOT_FOUND, detail: UNKNOWN_PARAMETERS },
    scopes: ["dsnj_statut_service_national"],
    masks: [],
    rules: { identite: DEFENCE_RULES, france_connect: DEFENCE_RULES },
    matched: { identite: DEFENCE_IDENTITY, france_connect: DEFENCE_IDENTITY },
  },
  {
    path: "gip_mds/service_civique",
    versions: [3],
    modes: ["identite", "france_connect"],
    folder: "gip_mds_service_civique",
    provider: "GIP-MDS",
    notFound: { provider: "GIP-MDS", title: ENTITY_NOT_FOUND, detail: UNKNOWN_PARAMETERS },
    scopes: ["statut_actuel", "statut_passe", "organisme_accueil", "dates"].map(
      (name) => VOLUNTEER_SCOPE + name,
    ),
    masks: [
      ["statut_actuel", `${VOLUNTEER_SCOPE}statut_actuel`],
      ["statut_passe", `${VOLUNTEER_SCOPE}statut_passe`],
      ["statut_actuel.organisme_accueil", `${VOLUNTEER_SCOPE}organisme_accueil`],
      ["statut_passe.organisme_accueil", `${VOLUNTEER_SCOPE}organisme_accueil`],
      ["statut_actuel.date_debut_contrat", `${VOLUNTEER_SCOPE}dates`],
      ["statut_actuel.date_fin_contrat", `${VOLUNTEER_SCOPE}dates`],
      ["statut_passe.date_debut_contrat", `${VOLUNTEER_SCOPE}dates`],
      ["statut_passe.date_fin_contrat", `${VOLUNTEER_SCOPE}dates`],
    ],
    rules: { identite: VOLUNTEER_RULES, france_connect: VOLUNTEER_RULES },
    matched: { identite: IDENTITY, france_connect: IDENTITY },
  },
  {
    path: "ants/extrait_immatriculation_vehicule",
    versions: [3],
    modes: ["france_connect"],
    folder: "ants_extrait_immatriculation_vehicule",
    provider: "ANTS",
    notFound: { provider: "ANTS", title: ENTITY_NOT_FOUND, detail: UNKNOWN_PARAMETERS },
    scopes: [
      "identite_particulier",
      "adresse_particulier",
      "statut_rattachement",
      "donnees_immatriculation_vehicule",
      "caracteristiques_techniques_vehicule",
    ].map((name) => VEHICLE_SCOPE + name),
    // No row for identite_particulier: FranceConnect mode drops its scope, and the platform gives the key all the same.
    masks: [
      ["adresse_particulier", `${VEHICLE_SCOPE}adresse_particulier`],
      ["statut_rattachement", `${VEHICLE_SCOPE}statut_rattachement`],
      ["donnees_immatriculation_vehicule", `${VEHICLE_SCOPE}donnees_immatriculation_vehicule`],
      ["caracteristiques_techniques_vehicule", `${VEHICLE_SCOPE}caracteristiques_techniques_vehicule`],
    ],
    rules: { france_connect: ["plate"] },
    matched: { france_connect: ["immatriculation"] },
  },
  {
    path: "france_travail/statut",
    versions: [3],
    modes: ["identifiant"],
    folder: "france_travail_statut",
    provider: "France Travail",
    notFound: NO_JOB_SEEKER,
    scopes: ["identifiant", "identite", "contact", "adresse", "inscription"].map(
      (name) => `pole_emploi_${name}`,
    ),
    masks: [
      ["identifiant", "pole_emploi_identifiant"],
      ["identite", "pole_emploi_identite"],
      ["contact", "pole_emploi_contact"],
      ["adresse", "pole_emploi_adresse"],
      ["inscription", "pole_emploi_inscription"],
    ],
    rules: { identifiant: ["identifier"] },
    matched: { identifiant: ["identifiant"] },
  },
  {
    path: "france_travail/indemnites",
    versions: [3],
    modes: ["identifiant"],
    folder: "france_travail_indemnites",
    provider: "France Travail",
    notFound: NO_JOB_SEEKER,
    scopes: ["pole_emploi_paiements"],
    masks: [],
    rules: { identifiant: ["identifier"] },
    matched: { identifiant: ["identifiant"] },
  },
  {
    path: "sdh/statut_sportif",
    versions: [3],
    modes: ["identifiant"],
    folder: "sdh_statut_sportif",
    provider: "SDH",
    notFound: { provider: "SDH", title: ENTITY_NOT_FOUND, detail: UNKNOWN_PARAMETERS },
    scopes: [
      "identite",
      "est_sportif_de_haut_niveau",
      "a_ete_sportif_de_haut_niveau",
      "informations_statut",
      "informations_statuts_precedents",
    ].map((name) => ATHLETE_SCOPE + name),
    masks: [
      ["identite", `${ATHLETE_SCOPE}identite`],
      ["est_sportif_de_haut_niveau", `${ATHLETE_SCOPE}est_sportif_de_haut_niveau`],
      ["a_ete_sportif_de_haut_niveau", `${ATHLETE_SCOPE}a_ete_sportif_de_haut_niveau`],
      ["informations_statut", `${ATHLETE_SCOPE}informations_statut`],
      ["informations_statuts_precedents", `${ATHLETE_SCOPE}informations_statuts_precedents`],
    ],
    rules: { identifiant: ["identifier"] },
    matched: { identifiant: ["identifiant"] },
  },
];
