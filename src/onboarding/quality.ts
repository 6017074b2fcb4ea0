/** An aim of the press text, and how the same thing is measured today. */
export interface QualityIndicator {
  readonly title: string;
  /** As published in October 2021. */
  readonly at2021: string;
  readonly aim: string;
  /** The scale of « Vos démarches essentielles » today. */
  readonly today: string;
  /** The same as numbers, where it is measured on a scale. */
  readonly scales?: {
    /** Percent. */
    readonly earlier: { readonly at: number; readonly aim: number };
    /** Bands from the lowest, each from its first value to the next one's. */
    readonly now: {
      readonly unit: string;
      readonly most: number;
      readonly bands: readonly { readonly name: string; readonly from: number }[];
    };
  };
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
    scales: {
      earlier: { at: 71, aim: 80 },
      now: {
        unit: "sur 10",
        most: 10,
        bands: [
          { name: "Critique", from: 0 },
          { name: "Insuffisant", from: 5 },
          { name: "Très bien", from: 8 },
        ],
      },
    },
  },
  {
    title: "Prise en compte du handicap",
    at2021: "12 %",
    aim: "80 %",
    today:
      "Toutes les démarches : « Oui » à 100 % de conformité, « Partiel » de 50 à 99 %, « Non » en dessous",
    scales: {
      earlier: { at: 12, aim: 80 },
      now: {
        unit: "en %",
        most: 100,
        bands: [
          { name: "Non", from: 0 },
          { name: "Partiel", from: 50 },
          { name: "Oui", from: 100 },
        ],
      },
    },
  },
  {
    title: "Démarches suivies",
    at2021: "250 démarches",
    aim: "250 démarches",
    today: "Plus de 200 000 usagers par an, ou une aide nationale : les démarches locales n’y entrent pas",
  },
];
