import { couldBePrefilled, type Procedure } from "../../procedures/index.ts";
import { type Figures, sumOf } from "./figures.ts";
import type { OpinionRow, Satisfaction } from "./opinion.ts";

/** Below so many opinions a mark says nothing of the service: it is not published. */
export const FEWEST_OPINIONS = 100;

/** What the indicators rest on: what is declared, what was counted in the quarter, and a year of opinions. */
export interface IndicatorFacts {
  readonly procedure: Procedure;
  /** Whether the procedure can be sent here from end to end. */
  readonly open: boolean;
  /** Share of the RGAA's criteria met, from 0 to 100, by an audit; absent where there was none. */
  readonly conformity?: number;
  readonly figures: Figures;
  readonly opinions: readonly OpinionRow[];
}

/** What one indicator says of one procedure. */
export interface IndicatorValue {
  /** In words, as on the scale of « Vos démarches essentielles ». */
  readonly value: string;
  /** The figure behind them: a mark out of ten, a percentage, or a number. */
  readonly figure?: number;
  /** How many answers or requests it rests on. */
  readonly base?: number;
  readonly goalReached?: boolean;
  /** False where it rests on too little to be told outside. */
  readonly published: boolean;
}

export interface Indicator extends IndicatorValue {
  readonly slug: string;
}

/** One row of the scale; adding an indicator is adding one here. */
export interface IndicatorRow {
  readonly slug: string;
  readonly label: string;
  readonly goal: string;
  /** What its figure is a share or a mean of. */
  readonly of?: "réponse" | "demande";
  readonly read: (facts: IndicatorFacts) => IndicatorValue;
}

const NOT_MEASURED: IndicatorValue = { value: "Non mesuré", published: true };
const ELSEWHERE: IndicatorValue = { value: "Mesuré par « Je donne mon avis »", published: true };

/** Out of ten, as « Je donne mon avis » counts. */
const MARKS: Readonly<Record<Satisfaction, number>> = { bad: 0, medium: 5, good: 10 };

/**
 * The scale of « Vos démarches essentielles », for local procedures: the site itself only follows those with more
 * than 200,000 users a year, so these are aligned on its indicators and are not part of them.
 *
 * @see https://demarchesessentielles.numerique.gouv.fr
 */
export const INDICATORS: readonly IndicatorRow[] = [
  {
    slug: "online",
    label: "Réalisable en ligne",
    goal: "Oui",
    read: ({ open }) => ({ value: open ? "Oui" : "Non", goalReached: open, published: true }),
  },
  {
    slug: "satisfaction",
    label: "Satisfaction des usagers",
    goal: "plus de 8 sur 10",
    of: "réponse",
    read: mark("satisfaction"),
  },
  {
    slug: "handicap",
    label: "Prise en compte du handicap",
    goal: "Oui, à 100 %",
    read: ({ conformity }) => {
      if (conformity === undefined) {
        return { value: "Non (aucun audit)", goalReached: false, published: true };
      }
      const value = conformity === 100 ? "Oui" : conformity >= 50 ? "Partiel" : "Non";
      return { value, figure: conformity, goalReached: conformity === 100, published: true };
    },
  },
  {
    slug: "dlnuf",
    label: "Dites-le-nous une fois",
    goal: "Optimal",
    read: ({ procedure }) => {
      const figure = couldBePrefilled(procedure).length;
      const value = figure <= 1 ? "Optimal" : figure <= 4 ? "Partiel" : "Faible";
      return { value, figure, goalReached: figure <= 1, published: true };
    },
  },
  {
    slug: "usage",
    label: "Taux d’utilisation de la version numérique",
    goal: "sans objectif national",
    of: "demande",
    read: ({ figures }) => {
      const sent = sumOf(figures.sent);
      const base = sent + sumOf(figures.entered);
      if (base === 0) return { value: "Aucune demande", base, published: true };
      const figure = percent(sent, base);
      return { value: inPercent(figure), figure, base, published: true };
    },
  },
  {
    slug: "simplicity",
    label: "Simplicité du langage",
    goal: "plus de 8 sur 10",
    of: "réponse",
    read: mark("clarity"),
  },
  {
    slug: "help-reachable",
    label: "Aide joignable",
    goal: "85 % ou plus",
    of: "réponse",
    read: (facts) => {
      if (facts.procedure.satisfaction) return ELSEWHERE;
      const asked = facts.opinions.filter(({ help, reached }) => help !== "" && reached !== null);
      const base = asked.length;
      const published = facts.opinions.length >= FEWEST_OPINIONS;
      if (base === 0) return { value: "Aucune réponse", base, published };
      const figure = percent(asked.filter(({ reached }) => reached === 1).length, base);
      return { value: inPercent(figure), figure, base, goalReached: figure >= 85, published };
    },
  },
  {
    slug: "help-efficient",
    label: "Aide efficace",
    goal: "8 sur 10 ou plus",
    of: "réponse",
    read: mark("help_quality"),
  },
  { slug: "uptime", label: "Disponibilité", goal: "plus de 99,9 %", read: () => NOT_MEASURED },
  { slug: "performance", label: "Vitesse", goal: "moins de 0,4 s", read: () => NOT_MEASURED },
  {
    slug: "auth",
    label: "FranceConnect",
    goal: "FranceConnect, ou FranceConnect+ pour les démarches sensibles",
    read: ({ procedure: { level } }) => ({
      value: level === "eidas1" ? "FranceConnect, ou sans" : "FranceConnect+, ou sans",
      goalReached: true,
      published: true,
    }),
  },
];

export function indicatorsOf(facts: IndicatorFacts): readonly Indicator[] {
  return INDICATORS.map(({ slug, read }) => ({ slug, ...read(facts) }));
}

/** A mean out of ten; where the real button stands, the answers are with « Je donne mon avis ». */
function mark(question: "satisfaction" | "clarity" | "help_quality"): IndicatorRow["read"] {
  return ({ procedure, opinions }) => {
    if (procedure.satisfaction) return ELSEWHERE;
    const marks = opinions.flatMap(({ [question]: answer }) =>
      answer === null
        ? []
        : [typeof answer === "number" ? (answer - 1) * 2.5 : MARKS[answer as Satisfaction]],
    );
    const base = marks.length;
    const published = opinions.length >= FEWEST_OPINIONS;
    if (base === 0) return { value: "Aucune réponse", base, published };
    const figure = Math.round((marks.reduce((sum, one) => sum + one, 0) / base) * 10) / 10;
    const words = figure >= 8 ? "Très bien" : figure >= 5 ? "Insuffisant" : "Critique";
    return {
      value: `${figure.toLocaleString("fr-FR")} sur 10 (${words})`,
      figure,
      base,
      goalReached: question === "help_quality" ? figure >= 8 : figure > 8,
      published,
    };
  };
}

/** To one decimal. */
const percent = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10;
const inPercent = (figure: number): string => `${figure.toLocaleString("fr-FR")} %`;
