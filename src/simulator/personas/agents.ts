import type { AgentOrganisation, AgentPersona } from "./agent.ts";

const DEMO_COMMUNE: AgentOrganisation = {
  siret: "21330063500017",
  organization_label: "Mairie de Val-de-Sorgue",
  roles: ["agent_public", "agent_public_territorial"],
};

const OTHER_COMMUNE: AgentOrganisation = {
  siret: "21690123100011",
  organization_label: "Mairie de Haute-Lône",
  roles: ["agent_public", "agent_public_territorial"],
};

/** ProConnect Identité and a commune's own identity provider, under fictional identifiers. */
const DEFAULT_PROVIDER = "71144ab3-ee1a-4401-b7b3-79b44f7daeeb";
const COMMUNE_PROVIDER = "9c716f61-b8a1-435c-a407-ef4d677ec270";

/** Every fictional agent: the demo commune's first. */
export const AGENTS: readonly AgentPersona[] = [
  {
    id: "agent",
    title: "Hélène Castaing, agente de la commune",
    note: "Agente territoriale du SIRET 21330063500017, celui de la démonstration. Niveau eidas1.",
    claims: {
      given_name: "Hélène",
      usual_name: "Castaing",
      email: "helene.castaing@commune.example",
      uid: "hcastaing",
      phone_number: "+33 5 56 00 00 00",
      organizational_unit: "Guichet unique",
      belonging_population: "agent",
    },
    organisations: [DEMO_COMMUNE],
    idp_id: COMMUNE_PROVIDER,
    acr: "eidas1",
    amr: ["pwd"],
  },
  {
    id: "agent_mfa",
    title: "Olivier Dufau, second facteur fort",
    note: "Agent de la commune, niveau eidas2 avec mot de passe et application d’authentification.",
    claims: {
      given_name: "Olivier",
      usual_name: "Dufau",
      email: "olivier.dufau@commune.example",
      uid: "odufau",
    },
    organisations: [DEMO_COMMUNE],
    idp_id: COMMUNE_PROVIDER,
    acr: "eidas2",
    amr: ["pwd", "otp", "mfa"],
  },
  {
    id: "agent_autre_commune",
    title: "Farid Meziane, agent d’une autre commune",
    note: "Authentifié, mais son SIRET n’est pas celui de la commune : l’accès doit lui être refusé.",
    claims: {
      given_name: "Farid",
      usual_name: "Meziane",
      email: "farid.meziane@autre-commune.example",
      uid: "4411",
    },
    organisations: [OTHER_COMMUNE],
    idp_id: DEFAULT_PROVIDER,
    acr: "eidas1",
    amr: ["pwd"],
  },
  {
    id: "agent_plusieurs_organisations",
    title: "Claire Vidal, plusieurs organisations",
    note: "Choisit à chaque connexion : commune, autre commune ou CCAS. Le « sub » reste le même, le SIRET change.",
    claims: {
      given_name: "Claire Marie",
      usual_name: "Vidal",
      email: "claire.vidal@syndicat.example",
      uid: "1207",
    },
    organisations: [
      DEMO_COMMUNE,
      OTHER_COMMUNE,
      {
        siret: "26339998200010",
        organization_label: "Centre communal d’action sociale",
        roles: ["agent_public", "agent_public_territorial"],
      },
    ],
    idp_id: DEFAULT_PROVIDER,
    acr: "eidas1",
    amr: ["pwd"],
  },
  {
    id: "agent_sans_role",
    title: "Bruno Lartigue, rôles inconnus",
    note: "La recherche INSEE a échoué : « roles » est une liste vide, sans libellé d’organisation.",
    claims: {
      given_name: "Bruno",
      usual_name: "Lartigue",
      email: "bruno.lartigue@commune.example",
      uid: "blartigue",
    },
    organisations: [{ siret: DEMO_COMMUNE.siret, roles: [] }],
    idp_id: COMMUNE_PROVIDER,
    acr: "eidas1",
    amr: ["pwd"],
  },
  {
    id: "agent_eidas0",
    title: "Josiane Lafon, secrétaire de mairie",
    note: "Lien avec l’organisation seulement déclaré : niveau eidas0, un seul facteur.",
    claims: {
      given_name: "Josiane",
      usual_name: "Lafon",
      email: "josiane.lafon@orange.example",
      uid: "90",
    },
    organisations: [DEMO_COMMUNE],
    idp_id: DEFAULT_PROVIDER,
    acr: "eidas0",
    amr: ["pwd"],
  },
  {
    id: "agent_code_par_courriel",
    title: "Malo Guéguen, code reçu par courriel",
    note: "Niveau eidas1-mfa, mais « amr » vaut pwd et mail, sans « mfa » : seul « acr » prouve les deux facteurs.",
    claims: {
      given_name: "Malo",
      usual_name: "Guéguen",
      email: "malo.gueguen@commune.example",
      uid: "mgueguen",
    },
    organisations: [DEMO_COMMUNE],
    idp_id: COMMUNE_PROVIDER,
    acr: "eidas1-mfa",
    amr: ["pwd", "mail"],
  },
  {
    id: "agent_carte",
    title: "Anne-Sophie Roche, carte agent",
    note: "Agente de l’État, niveau eidas3 avec une carte à puce.",
    claims: {
      given_name: "Anne-Sophie",
      usual_name: "Roche",
      email: "anne-sophie.roche@ministere.example",
      uid: "as.roche",
    },
    organisations: [
      {
        siret: "13009999700012",
        organization_label: "Direction départementale (fictive)",
        roles: ["agent_public", "agent_public_etat"],
      },
    ],
    idp_id: "e6f1d2c3-5f1e-4b60-9c1a-0a7f7f6f2b11",
    acr: "eidas3",
    amr: ["pin", "pop", "mfa"],
  },
  {
    id: "entreprise_privee",
    title: "Kevin Blanchard, salarié d’une entreprise",
    note: "Compte professionnel du secteur privé : « roles » est vide, l’accès doit être refusé.",
    claims: {
      given_name: "Kevin",
      usual_name: "Blanchard",
      email: "kevin.blanchard@entreprise.example",
      uid: "77",
    },
    organisations: [
      { siret: "91000002500015", organization_label: "Blanchard Travaux (fictive)", roles: [] },
    ],
    idp_id: DEFAULT_PROVIDER,
    acr: "eidas1",
    amr: ["pwd"],
  },
  {
    id: "agent_siret_par_defaut",
    title: "Lucie Arnaud, SIRET du fournisseur d’identité",
    note: "Son SIRET était invalide : ProConnect l’a remplacé par celui, par défaut, du fournisseur d’identité.",
    claims: {
      given_name: "Lucie",
      usual_name: "Arnaud",
      email: "lucie.arnaud@agglo.example",
      uid: "larnaud",
    },
    organisations: [
      {
        siret: "20009999200014",
        organization_label: "Communauté d’agglomération (fictive)",
        roles: ["agent_public", "agent_public_territorial"],
      },
    ],
    idp_id: "c0a8012e-1f3d-4f8e-8a57-6a2c9d9a7e55",
    acr: "eidas1",
  },
  {
    id: "agent_change_de_fournisseur",
    title: "Hélène Castaing, par un autre fournisseur d’identité",
    note: "La même agente et le même courriel, mais un autre fournisseur d’identité : le « sub » est différent.",
    claims: {
      given_name: "Hélène Castaing",
      usual_name: "Castaing",
      email: "Helene.Castaing@commune.example",
      uid: "2043",
      custom: {},
    },
    organisations: [DEMO_COMMUNE],
    idp_id: DEFAULT_PROVIDER,
    acr: "eidas1",
    amr: ["pwd"],
  },
  {
    id: "agent_compte_bloque",
    title: "Compte bloqué",
    note: "ProConnect affiche une erreur ; « Réessayer » renvoie access_denied au service.",
    claims: {
      given_name: "Marc",
      usual_name: "Sicard",
      email: "marc.sicard@commune.example",
      uid: "msicard",
    },
    organisations: [DEMO_COMMUNE],
    idp_id: COMMUNE_PROVIDER,
    acr: "eidas1",
    error: "Y180001",
  },
  {
    id: "agent_erreur_fournisseur",
    title: "Fournisseur d’identité en erreur",
    note: "ProConnect affiche une erreur technique ; « Réessayer » renvoie server_error au service.",
    claims: {
      given_name: "Paul",
      usual_name: "Delmas",
      email: "paul.delmas@commune.example",
      uid: "pdelmas",
    },
    organisations: [DEMO_COMMUNE],
    idp_id: COMMUNE_PROVIDER,
    acr: "eidas1",
    error: "Y020026",
  },
];
