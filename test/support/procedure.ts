import {
  emptyState,
  type FieldValue,
  type FormState,
  type IdentitySnapshot,
  type Procedure,
  type ProcedureDeclaration,
  type SourceSnapshot,
} from "../../src/procedures/index.ts";

export const NOW = new Date("2026-11-22T10:00:00Z");
export const AT = "2026-11-22T09:59:00.000Z";

/** A small, right declaration; each test spoils or enriches one part of it. */
export function declaration(changes: Partial<ProcedureDeclaration> = {}): ProcedureDeclaration {
  return {
    slug: "piscine",
    version: "1",
    title: "Abonnement à la piscine",
    summary: "Obtenir un abonnement.",
    audience: "Les habitants",
    duration: "2 minutes",
    delay: "sous 2 jours",
    level: "eidas1",
    useCase: "tarification_municipale_enfance",
    legalBasis: ["article L2221-1 du code général des collectivités territoriales"],
    deliberation: { reference: "délibération n° 12", date: "2026-01-15" },
    retentionMonths: 12,
    sources: {
      qf: {
        route: "quotient-familial",
        keys: ["quotient_familial", "enfants", "adresse"],
        why: "calculer votre tarif",
        ifMissing: { document: "Attestation de quotient familial" },
      },
    },
    steps: [
      {
        slug: "vous",
        title: "Vous",
        fields: [
          { name: "nom", kind: "text", label: "Nom", from: "identity.familyName" },
          { name: "telephone", kind: "tel", label: "Téléphone" },
        ],
      },
      {
        slug: "foyer",
        title: "Votre foyer",
        fields: [
          { name: "adresse", kind: "address", label: "Adresse", from: "qf.adresse", policy: "correctable" },
          {
            name: "quotient",
            kind: "number",
            label: "Quotient familial",
            optional: true,
            from: "qf.quotient_familial.valeur",
          },
          { name: "enfants", kind: "children", label: "Enfants", from: "qf.enfants", policy: "chosen" },
        ],
      },
    ],
    otherWays: ["À l'accueil de la mairie"],
    ...changes,
  };
}

export const ANGELA: IdentitySnapshot = {
  platform: "franceconnect",
  level: "eidas1",
  authenticatedAt: AT,
  identity: {
    givenNames: ["Angela", "Claire", "Louise"],
    familyName: "DUBOIS",
    gender: "female",
    birthdate: "1962-08-24",
    birthplace: "75107",
    birthcountry: "99100",
    email: "angela@example.org",
  },
};

/** What the CAF knows of Angela. */
export const CAF_DATA: Readonly<Record<string, FieldValue>> = {
  quotient_familial: { fournisseur: "CNAF", valeur: 1045, annee: 2026, mois: 11 },
  enfants: [
    { nom_naissance: "DUBOIS", prenoms: "LINA MARIE", date_naissance: "2018-03-27", sexe: "F" },
    { nom_naissance: "DUBOIS", prenoms: "NOÉ", date_naissance: "2020-00-00", sexe: "M" },
  ],
  adresse: {
    destinataire: "MADAME DUBOIS ANGELA",
    numero_libelle_voie: "12 RUE DES TILLEULS",
    code_postal_ville: "84800 L ISLE SUR LA SORGUE",
    pays: "FRANCE",
  },
};

export function received(data: Readonly<Record<string, FieldValue>>): SourceSnapshot {
  return {
    state: { state: "received", at: AT, provider: "CNAF" },
    data,
    provenance: { source: "api-particulier", provider: "CNAF", route: "quotient-familial", fetchedAt: AT },
  };
}

/** Angela’s draft with the CAF’s answer. */
export function prefilled(procedure: Procedure, data = CAF_DATA): FormState {
  return { ...emptyState(procedure, ANGELA), sources: { qf: received(data) } };
}

export const TILLEULS = {
  "adresse.street": "12 RUE DES TILLEULS",
  "adresse.postalCode": "84800",
  "adresse.city": "L ISLE SUR LA SORGUE",
};
