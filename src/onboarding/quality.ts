/** An aim of the press text, and how the same thing is measured today. */
export interface QualityIndicator {
  readonly title: string;
  /** As published in October 2021. */
  readonly at2021: string;
  readonly aim: string;
  /** The scale of « Vos démarches essentielles » today. */
  readonly today: string;
}

/**
 * The aims on quality, beside today's scales: percentages then, marks out of ten now. They cannot be converted
 * into each other, so both are shown.
 *
 * @see https://demarchesessentielles.numerique.gouv.fr
 */
export const QUALITY_INDICATORS: readonly QualityIndicator[] = [
  {
    title: "Satisfaction des usagers",
    at2021: "71 %",
    aim: "80 %",
    today: "Plus de 8 sur 10, à partir de 100 avis, sur 12 mois glissants",
  },
  {
    title: "Prise en compte du handicap",
    at2021: "12 %",
    aim: "80 %",
    today:
      "Toutes les démarches : « Oui » à 100 % de conformité, « Partiel » de 50 à 99 %, « Non » en dessous",
  },
  {
    title: "Démarches suivies",
    at2021: "250 démarches",
    aim: "250 démarches",
    today: "Plus de 200 000 usagers par an, ou une aide nationale : les démarches locales n’y entrent pas",
  },
];
