import {
  type Campaign,
  MILESTONES,
  type Overview,
  SIDE_MILESTONES,
  type TerritoryKind,
} from "../../onboarding/index.ts";

const DAY = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("fr-FR", { month: "short", year: "numeric", timeZone: "UTC" });
const WHOLE = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 0 });
const TENTH = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });

/** « 8 octobre 2021 », of a civil day. */
export const inWords = (day: string): string =>
  DAY.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, "1er ");
/** « oct. 2021 » */
export const month = (date: Date): string => MONTH.format(date);
export const whole = (value: number): string => WHOLE.format(value);
export const tenth = (value: number): string => TENTH.format(value);
/** « 12,5 % »; a dash where there is nobody to count. */
export const share = (part: number, of: number): string => (of === 0 ? "—" : `${tenth((100 * part) / of)} %`);
/** « 1 collectivité », « 12 collectivités » */
export const collectivites = (count: number): string =>
  `${whole(count)} ${count >= 2 ? "collectivités" : "collectivité"}`;
/** « 1 jour », « 12 jours » */
export const days = (count: number): string => `${tenth(count)} ${count >= 2 ? "jours" : "jour"}`;

const TITLES = new Map<string, string>(
  [...MILESTONES, ...SIDE_MILESTONES].map(({ slug, title }) => [slug, title]),
);
/** A milestone as people say it. */
export const milestoneTitle = (slug: string): string => TITLES.get(slug) ?? slug;

export const KINDS: Readonly<Record<TerritoryKind, string>> = {
  commune: "Commune",
  epci: "Intercommunalité",
  departement: "Département",
  region: "Région",
};

export const SOURCES: Readonly<Record<string, string>> = {
  "datapass-webhook": "DataPass",
  "open-data": "Données ouvertes de DataPass",
  "own-csv": "Fichier du programme",
  gateway: "Ce portail",
  agent: "Saisie par un agent",
  rehearsal: "Répétition générale",
};

const VERDICTS: Readonly<Record<Overview["pace"]["verdict"], (campaign: Campaign) => string>> = {
  met: () => "L’objectif est atteint.",
  "on-track": ({ deadline }) => `Au rythme observé, l’objectif sera atteint avant le ${inWords(deadline)}.`,
  late: ({ deadline }) => `Au rythme observé, l’objectif ne sera pas atteint le ${inWords(deadline)}.`,
  missed: ({ deadline }) => `L’échéance du ${inWords(deadline)} est passée sans que l’objectif soit atteint.`,
};

/** Where the campaign stands, in one sentence. */
export const verdict = ({ campaign, pace }: Overview): string => VERDICTS[pace.verdict](campaign);

/** When the target will be met, with how sure that is. */
export function forecastInWords({ pace }: Overview): string {
  if (pace.verdict === "met") return "L’objectif est déjà atteint : il n’y a plus rien à prévoir.";
  if (!pace.forecast) return "Aucune arrivée depuis six mois : sans rythme, il n’y a pas de date à prévoir.";
  const { expected, from, to } = pace.forecast;
  const horizon = `${Number(pace.today.slice(0, 4)) + 10}${pace.today.slice(4)}`;
  if (from > horizon) return "À ce rythme, l’objectif n’est pas en vue avant dix ans.";
  const latest = to > horizon ? "au-delà de dix ans" : `le ${inWords(to)}`;
  const middle = expected > horizon ? "dans plus de dix ans" : `vers le ${inWords(expected)}`;
  return `Si ce rythme continue, l’objectif sera atteint ${middle} ; huit fois sur dix, entre le ${inWords(from)} et ${latest}.`;
}
