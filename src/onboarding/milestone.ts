/** A delay that the State announces, in the unit it announces it in. */
export interface OfficialDelay {
  readonly days: number;
  readonly unit: "calendar" | "working";
}

export type Owner =
  | "programme"
  | "collectivité"
  | "éditeur"
  | "FranceConnect"
  | "API Particulier"
  | "portail";

/** « C’est … d’agir » */
export const TURN_OF: Readonly<Record<Owner, string>> = {
  programme: "au programme",
  collectivité: "à la collectivité",
  éditeur: "à l’éditeur",
  FranceConnect: "à FranceConnect",
  "API Particulier": "à API Particulier",
  portail: "au portail",
};

export interface Milestone {
  readonly slug: string;
  readonly title: string;
  /** What must happen for it to be reached: the next step of whoever stands before it. */
  readonly todo: string;
  /** Who has to move. */
  readonly owner: Owner;
  /** How long the stage usually lasts where nothing is announced: days after which it counts as stalled. */
  readonly usualDays: number;
  readonly official?: OfficialDelay;
}

/**
 * The way from a first contact to a citizen's first pre-filled dossier, in order.
 * Delays: API Particulier 11 days on average, FranceConnect 7 working days, production secrets 7 working days.
 *
 * @see https://particulier.api.gouv.fr/faq
 */
export const MILESTONES = [
  {
    slug: "contact",
    title: "Premier contact",
    todo: "Prendre contact avec la collectivité",
    owner: "programme",
    usualDays: 30,
  },
  {
    slug: "vendor",
    title: "Éditeur choisi",
    todo: "Choisir l’éditeur ou l’opérateur mutualisé",
    owner: "collectivité",
    usualDays: 45,
  },
  {
    slug: "deliberation",
    title: "Délibération",
    todo: "Voter la délibération qui fonde le traitement",
    owner: "collectivité",
    usualDays: 60,
  },
  {
    slug: "habilitation-franceconnect",
    title: "Habilitation FranceConnect",
    todo: "Obtenir l’habilitation FranceConnect sur DataPass",
    owner: "FranceConnect",
    usualDays: 10,
    official: { days: 7, unit: "working" },
  },
  {
    slug: "habilitation-api-particulier",
    title: "Habilitation API Particulier",
    todo: "Obtenir l’habilitation API Particulier sur DataPass",
    owner: "API Particulier",
    usualDays: 20,
    official: { days: 11, unit: "calendar" },
  },
  {
    slug: "pairing",
    title: "Appariement",
    todo: "Faire apparier les deux habilitations par API Particulier",
    owner: "API Particulier",
    usualDays: 10,
  },
  {
    slug: "sandbox",
    title: "Bac à sable",
    todo: "Réaliser une première connexion en bac à sable",
    owner: "éditeur",
    usualDays: 30,
  },
  {
    slug: "qualification",
    title: "Qualification",
    todo: "Passer la qualification de FranceConnect",
    owner: "FranceConnect",
    usualDays: 20,
  },
  {
    slug: "production",
    title: "Production",
    todo: "Recevoir les secrets de production et ouvrir le service",
    owner: "FranceConnect",
    usualDays: 14,
    official: { days: 7, unit: "working" },
  },
  {
    slug: "first-login",
    title: "Première connexion",
    todo: "Accueillir une première connexion d’usager",
    owner: "portail",
    usualDays: 30,
  },
  {
    slug: "first-prefilled",
    title: "Premier dossier pré-rempli",
    todo: "Recevoir un premier dossier pré-rempli",
    owner: "portail",
    usualDays: 30,
  },
] as const satisfies readonly Milestone[];

/** Reached beside the way, never a step of it. */
export const SIDE_MILESTONES = [
  { slug: "funding-paid", title: "Subvention versée" },
  { slug: "rehearsal-passed", title: "Répétition générale réussie" },
] as const;

export type StageSlug = (typeof MILESTONES)[number]["slug"];
export type MilestoneSlug = StageSlug | (typeof SIDE_MILESTONES)[number]["slug"];

const SLUGS: ReadonlySet<string> = new Set([...MILESTONES, ...SIDE_MILESTONES].map(({ slug }) => slug));

/** Whether a word of a file or a command names a milestone. */
export function isMilestone(slug: string): slug is MilestoneSlug {
  return SLUGS.has(slug);
}

/** The milestone's row on the way; undefined for a side one. */
export function stage(slug: string): Milestone | undefined {
  return MILESTONES.find((milestone) => milestone.slug === slug);
}
