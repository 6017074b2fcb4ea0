import { formatCents, formatNumber } from "../typography.ts";
import { amountProblems, centsOf, parseDecimal, roundHalfUp } from "./decimal.ts";
import type { TariffRule } from "./rule.ts";

export interface EffortRate {
  readonly field: string;
  /** « QF ». */
  readonly figure: string;
  readonly unit: string;
  readonly label?: string;
  /** Per cent, as a text so that it stays exact: `0.36`. */
  readonly rate: string;
  readonly floorCents: number;
  readonly capCents: number;
  readonly without?: { readonly why: string };
}

function problemsOf({ rate, floorCents, capCents }: EffortRate): readonly string[] {
  const parsed = parseDecimal(rate);
  return [
    ...(parsed === undefined || parsed.numerator === 0n
      ? [`rate is "${rate}"; write a percentage above zero as text, "0.36" for 0,36 %`]
      : []),
    ...amountProblems("floorCents", floorCents),
    ...amountProblems("capCents", capCents),
    ...(floorCents > capCents ? [`floorCents (${floorCents}) is above capCents (${capCents})`] : []),
  ];
}

/**
 * A tariff by taux d’effort: the figure times a rate, never below the floor nor above the cap.
 * Those without the figure pay the cap.
 *
 * @example
 * import { effortRate } from "passerelle";
 * const tariff = effortRate({
 *   field: "quotient-familial",
 *   figure: "QF",
 *   unit: "par repas",
 *   rate: "0.36",
 *   floorCents: 260,
 *   capCents: 450,
 * });
 * tariff.price({ "quotient-familial": 1000 })?.cents; // 360
 */
export function effortRate(declared: EffortRate): TariffRule {
  const { field, figure, unit, label = "Votre tarif", rate, floorCents, capCents, without } = declared;
  const percent = parseDecimal(rate) ?? { numerator: 0n, denominator: 1n };
  const inWords = `${rate.replace(".", ",")}\u00A0%`;
  return {
    label,
    unit,
    reads: [field],
    problems: problemsOf(declared),
    table: {
      caption: `Tarif ${unit}\u00A0: ${figure} × ${inWords}`,
      headers: ["Limite", "Tarif"],
      rows: [
        ["Minimum", formatCents(floorCents)],
        ["Maximum", formatCents(capCents)],
        ...(without === undefined ? [] : [[without.why, formatCents(capCents)]]),
      ],
    },
    price: (values) => {
      const value = values[field];
      if (typeof value !== "number") {
        return without === undefined ? undefined : { cents: capCents, explanation: without.why };
      }
      const exact = roundHalfUp(centsOf(value) * percent.numerator, percent.denominator * 100n);
      const cents = Math.min(Math.max(exact, floorCents), capCents);
      const product = `${figure} ${formatNumber(value)}\u00A0€ × ${inWords} = ${formatCents(exact)}`;
      if (exact < floorCents)
        return { cents, explanation: `${product}, porté au minimum de ${formatCents(cents)}` };
      if (exact > capCents)
        return { cents, explanation: `${product}, ramené au maximum de ${formatCents(cents)}` };
      return { cents, explanation: product };
    },
  };
}
