import type { RouteName } from "./routes.ts";

/** An official « cas d’usage »: what a procedure of that kind may ask the State for. */
export interface UseCase {
  readonly title: string;
  /** Who may apply for it. */
  readonly audience: readonly string[];
  readonly required: readonly RouteName[];
  readonly optional: readonly RouteName[];
  readonly forbidden: readonly RouteName[];
  /** Allowed by the sheet of the data itself, newer than the list of the use case. */
  readonly bySheet?: readonly RouteName[];
  readonly see: string;
}

const CASES = "https://particulier.api.gouv.fr/cas_usages";

const STUDY_AND_WORK = [
  "etudiant-boursier",
  "scolarites",
  "statut-etudiant",
  "france-travail-statut",
  "france-travail-indemnites",
] as const satisfies readonly RouteName[];

/** Every benefit of the lists, without the quotient familial. */
const BENEFITS = [
  "prime-activite",
  "revenu-solidarite-active",
  "complementaire-sante-solidaire",
  "allocation-adulte-handicape",
  "allocation-soutien-familial",
] as const satisfies readonly RouteName[];

/**
 * The official use cases by identifier, compared with the published list by test/particulier/use-cases.test.ts.
 * @see https://particulier.api.gouv.fr/cas_usages
 */
export const USE_CASES = {
  tarification_municipale_enfance: {
    title: "Tarification sociale des services municipaux à l’enfance",
    audience: ["communes", "intercommunalités"],
    required: ["quotient-familial"],
    optional: ["revenu-solidarite-active"],
    forbidden: [
      ...STUDY_AND_WORK,
      "prime-activite",
      "complementaire-sante-solidaire",
      "allocation-adulte-handicape",
      "allocation-soutien-familial",
    ],
    see: `${CASES}/tarification_municipale_enfance`,
  },
  "cantines-colleges-lycees-tarification": {
    title: "Tarification de la restauration des collèges et lycées",
    audience: ["régions", "départements"],
    required: ["quotient-familial"],
    optional: ["scolarites"],
    forbidden: [
      "etudiant-boursier",
      "statut-etudiant",
      "france-travail-statut",
      "france-travail-indemnites",
      ...BENEFITS,
    ],
    see: `${CASES}/cantines-colleges-lycees-tarification`,
  },
  aides_facultatives: {
    title: "Aides facultatives départementales et régionales",
    audience: ["départements", "régions"],
    required: [],
    optional: ["quotient-familial", ...STUDY_AND_WORK, ...BENEFITS],
    forbidden: [],
    see: `${CASES}/aides_facultatives`,
  },
  ccas: {
    title: "Aides sociales des CCAS",
    audience: ["CCAS"],
    required: ["quotient-familial"],
    optional: [...STUDY_AND_WORK, ...BENEFITS],
    forbidden: [],
    see: `${CASES}/ccas`,
  },
  tarification_transports: {
    title: "Tarification des transports",
    audience: ["autorités organisatrices de la mobilité"],
    required: [],
    optional: [
      "quotient-familial",
      ...STUDY_AND_WORK,
      "revenu-solidarite-active",
      "complementaire-sante-solidaire",
      "allocation-adulte-handicape",
    ],
    forbidden: ["prime-activite", "allocation-soutien-familial"],
    see: `${CASES}/tarification_transports`,
  },
  "stationnement-residentiel": {
    title: "Stationnement résidentiel",
    audience: ["communes"],
    required: ["extrait-immatriculation-vehicule"],
    optional: ["statut-etudiant", "quotient-familial"],
    forbidden: [
      "etudiant-boursier",
      "france-travail-statut",
      "france-travail-indemnites",
      ...BENEFITS,
      "statut-sportif",
      "service-national",
      "scolarites",
      "participation-familiale-eaje",
    ],
    see: `${CASES}/stationnement-residentiel`,
  },
  gestion_rh_secteur_public: {
    title: "Gestion des ressources humaines du secteur public",
    audience: ["administrations"],
    required: [],
    optional: ["statut-etudiant"],
    forbidden: [
      "etudiant-boursier",
      "scolarites",
      "france-travail-statut",
      "france-travail-indemnites",
      ...BENEFITS,
      "statut-sportif",
    ],
    bySheet: ["service-national"],
    see: `${CASES}/gestion_rh_secteur_public`,
  },
  // Not in the list of use cases: the sheet of the route is its own use case, and it rules the quotient familial out.
  participation_familiale_eaje: {
    title: "Participation familiale en établissement d’accueil du jeune enfant",
    audience: ["communes", "intercommunalités", "gestionnaires d’EAJE"],
    required: ["participation-familiale-eaje"],
    optional: [],
    forbidden: ["quotient-familial", ...STUDY_AND_WORK, ...BENEFITS],
    see: "https://particulier.api.gouv.fr/catalogue/cnav/participation_familiale_eaje",
  },
} as const satisfies Readonly<Record<string, UseCase>>;

export type UseCaseId = keyof typeof USE_CASES;

export type Standing = "required" | "optional" | "forbidden" | "unlisted";

/**
 * What the official list says of a route in a use case.
 *
 * @see https://particulier.api.gouv.fr/cas_usages
 * @example
 * import { standingOf } from "passerelle";
 * standingOf("tarification_municipale_enfance", "prime-activite"); // "forbidden"
 */
export function standingOf(useCase: UseCaseId, route: RouteName): Standing {
  const { required, optional, forbidden, bySheet }: UseCase = USE_CASES[useCase];
  if (required.includes(route)) return "required";
  if (optional.includes(route) || bySheet?.includes(route)) return "optional";
  return forbidden.includes(route) ? "forbidden" : "unlisted";
}

/**
 * Whether a procedure of this use case may ask for this route. An unlisted route is allowed only where the
 * official list forbids nothing: elsewhere the list is meant to be complete and DataPass would refuse it.
 *
 * @see https://particulier.api.gouv.fr/cas_usages
 * @example
 * import { isAllowed } from "passerelle";
 * isAllowed("ccas", "prime-activite"); // true
 */
export function isAllowed(useCase: UseCaseId, route: RouteName): boolean {
  const standing = standingOf(useCase, route);
  if (standing === "unlisted") return USE_CASES[useCase].forbidden.length === 0;
  return standing !== "forbidden";
}
