import { formatCents, formatNumber } from "../typography.ts";
import { amountProblems } from "./decimal.ts";
import type { TariffRule } from "./rule.ts";

export interface Band {
  /** Inclusive lower bound. */
  readonly from: number;
  /** Inclusive upper bound; absent in the last band only. */
  readonly to?: number;
  readonly cents: number;
}

export interface Bands {
  /** The field that holds the figure. */
  readonly field: string;
  /** What the figure is called in the tariff: « QF ». */
  readonly figure: string;
  /** Unit of the figure: « € », « g/km ». */
  readonly figureUnit: string;
  readonly unit: string;
  readonly label?: string;
  readonly bands: readonly Band[];
  /** What is charged to those without the figure, and why in words. Without it there is no price for them. */
  readonly without?: { readonly cents: number; readonly why: string };
}

function problemsOf({ bands, without }: Bands): readonly string[] {
  const [first] = bands;
  if (first === undefined) return ["bands is empty; write at least one band, from 0"];
  const problems = first.from === 0 ? [] : [`the first band starts at ${first.from}; start it at 0`];
  bands.forEach(({ from, to, cents }, index) => {
    const name = `band ${index + 1}`;
    const next = bands[index + 1];
    problems.push(...amountProblems(`${name}: cents`, cents));
    if (!Number.isSafeInteger(from) || (to !== undefined && !Number.isSafeInteger(to))) {
      problems.push(`${name}: from and to must be whole numbers`);
    } else if (to !== undefined && to < from)
      problems.push(`${name} ends at ${to}, before it starts at ${from}`);
    if (next === undefined && to !== undefined) {
      problems.push(
        `${name} is the last one and ends at ${to}; leave "to" out so that every figure has a price`,
      );
    }
    if (next === undefined) return;
    if (to === undefined) problems.push(`${name} has no upper bound; write "to: ${next.from - 1}"`);
    else if (next.from > to + 1)
      problems.push(`gap between ${to} and ${next.from}; start band ${index + 2} at ${to + 1}`);
    else if (next.from <= to)
      problems.push(`overlap: ${next.from} to ${to} is in two bands; end ${name} at ${next.from - 1}`);
  });
  return [...problems, ...(without === undefined ? [] : amountProblems("without.cents", without.cents))];
}

/**
 * A tariff by bands with inclusive lower bounds: a figure belongs to the last band it reaches.
 *
 * @example
 * import { bands } from "passerelle";
 * const tariff = bands({
 *   field: "quotient-familial",
 *   figure: "QF",
 *   figureUnit: "€",
 *   unit: "par repas",
 *   bands: [{ from: 0, to: 622, cents: 100 }, { from: 623, cents: 330 }],
 * });
 * tariff.price({ "quotient-familial": 622 })?.cents; // 100
 */
export function bands(declared: Bands): TariffRule {
  const { field, figure, figureUnit, unit, label = "Votre tarif", bands: rows, without } = declared;
  const amount = (value: number): string => `${formatNumber(value)}\u00A0${figureUnit}`;
  const range = ({ from, to }: Band): string =>
    to === undefined ? `à partir de ${amount(from)}` : `${formatNumber(from)} à ${amount(to)}`;
  return {
    label,
    unit,
    reads: [field],
    problems: problemsOf(declared),
    table: {
      caption: `Tarif ${unit} selon le ${figure}`,
      headers: [figure, "Tarif"],
      rows: [
        ...rows.map((band) => [range(band), formatCents(band.cents)]),
        ...(without === undefined ? [] : [[without.why, formatCents(without.cents)]]),
      ],
    },
    price: (values) => {
      const value = values[field];
      if (typeof value !== "number") {
        return without === undefined ? undefined : { cents: without.cents, explanation: without.why };
      }
      const index = Math.max(
        0,
        rows.findLastIndex(({ from }) => value >= from),
      );
      const band = rows[index];
      if (band === undefined) return undefined;
      return {
        cents: band.cents,
        explanation: `${figure} ${amount(value)}, tranche ${index + 1} (${range(band)})`,
      };
    },
  };
}
