/** What a citizen does in one of the procedures that are shipped, and what an agent answers. */
export interface ProcedureWalk {
  readonly slug: string;
  /** The simulated citizen who files it. */
  readonly persona: string;
  /** By input name: what is typed, or the value of the box that is ticked (`true`: the first there is). */
  readonly answers: Readonly<Record<string, string | true>>;
  /** What the page where answers are checked says: what the State gave, and what follows from it. */
  readonly checked: readonly string[];
  readonly decision: Decision;
}

export interface Decision {
  /** The link on the dossier. */
  readonly link: string;
  /** The button that decides. */
  readonly button: string;
  readonly reason?: string;
  /** What the citizen then reads. */
  readonly outcome: string;
}

const ACCEPTED: Decision = {
  link: "Accepter",
  button: "Accepter la demande",
  outcome: "Demande acceptée",
};

const TELEPHONE = { telephone: "06 12 34 56 78" };
const ADDRESS = {
  "adresse.street": "3 rue du Moulin",
  "adresse.postalCode": "84800",
  "adresse.city": "Val-de-Sorgue",
};

/** A day of this name far enough from today, in the three inputs of a date. */
function dateInputs(name: string, date: Date): Readonly<Record<string, string>> {
  return {
    [`${name}.day`]: String(date.getUTCDate()),
    [`${name}.month`]: String(date.getUTCMonth() + 1),
    [`${name}.year`]: String(date.getUTCFullYear()),
  };
}

const WEDNESDAY = 3;

function wednesdayInAMonth(): Date {
  const date = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
  date.setUTCDate(date.getUTCDate() + ((WEDNESDAY - date.getUTCDay() + 7) % 7));
  return date;
}

/** One row for each procedure that is shipped; a test holds the two lists together. */
export const PROCEDURE_WALKS: readonly ProcedureWalk[] = [
  {
    slug: "restauration-scolaire",
    persona: "famille",
    answers: { ...TELEPHONE, enfants: true, ecole: "jean-moulin", jours: "lundi", menu: "classique" },
    checked: ["Fourni par la CAF", "QF 912 €", "3,30 €"],
    decision: ACCEPTED,
  },
  {
    slug: "accueil-de-loisirs",
    persona: "famille_msa",
    answers: {
      ...TELEPHONE,
      enfants: true,
      formule: "repas-et-accueil",
      ...dateInputs("debut", wednesdayInAMonth()),
    },
    checked: ["Fourni par la MSA"],
    decision: {
      link: "Refuser",
      button: "Refuser la demande",
      reason: "L’accueil de loisirs est complet le mercredi.",
      outcome: "Demande refusée",
    },
  },
  {
    slug: "accueil-en-creche",
    persona: "parent_isole",
    answers: { ...TELEPHONE, enfants: true, rythme: "3-4", ...dateInputs("debut", wednesdayInAMonth()) },
    checked: ["7 420 €", "Fourni par CNAF & MSA, 2024", "0,50 €", "(plancher) × 0,0619 %"],
    decision: ACCEPTED,
  },
  {
    slug: "transport-solidaire",
    persona: "rsa_c2s",
    answers: { ...TELEPHONE, ...ADDRESS, formule: "mois" },
    checked: ["Fourni par Sécurité sociale", "36,00 € – 75 % = 9,00 €"],
    decision: ACCEPTED,
  },
  {
    slug: "stationnement-resident",
    persona: "automobiliste",
    answers: { ...TELEPHONE, plaque: "GA-417-PS" },
    checked: ["Titulaire", "118 g/km", "Fourni par ANTS", "60,00 €"],
    decision: ACCEPTED,
  },
  {
    slug: "aide-facultative-ccas",
    persona: "adulte_handicape",
    answers: { ...TELEPHONE, besoin: "energie", recit: "La facture de gaz a doublé." },
    checked: ["520 €", "Fourni par la CAF", "Bénéficiaire de l’AAHOuiFourni par CNAF & MSA"],
    decision: {
      link: "Classer sans suite",
      button: "Classer sans suite",
      reason: "Vous avez été reçu par la travailleuse sociale.",
      outcome: "Classée sans suite",
    },
  },
  {
    slug: "bourse-communale-etudes",
    persona: "etudiant_boursier",
    answers: { ...TELEPHONE, ...ADDRESS, ...dateInputs("depuis", new Date("2021-09-01")) },
    checked: ["Échelon 5", "Fourni par CNOUS", "Avignon Université", "400,00 € par an"],
    decision: ACCEPTED,
  },
  {
    slug: "aide-a-la-scolarite",
    persona: "famille",
    answers: { ...TELEPHONE, eleve: true, etablissement: "0840999A", annee: "2026-2027" },
    checked: [
      "EMMA LOUISE BERTHIER",
      "Échelon 3",
      "Fourni par le ministère de l’Éducation nationale",
      "90,00 € pour l’année scolaire",
    ],
    decision: ACCEPTED,
  },
  {
    slug: "apa",
    persona: "senior_apa",
    answers: {
      ...TELEPHONE,
      ...ADDRESS,
      lieu: "domicile",
      aide: "Se lever, préparer les repas",
    },
    checked: ["Fourni par FranceConnect+"],
    decision: ACCEPTED,
  },
];
