import { formatCents } from "../typography.ts";
import { parseDecimal, percentOf } from "./decimal.ts";
import type { TariffRule } from "./rule.ts";

export interface Reduction {
  readonly field: string;
  /** The answer that gives the reduction. */
  readonly is: string | boolean;
  /** Per cent, as a text: `75`. */
  readonly percent: string;
  /** Why, in words: « bénéficiaire de la complémentaire santé solidaire ». */
  readonly why: string;
}

/**
 * The same tariff, less a percentage for those who have a right to it. Reductions do not add up: the first that applies counts.
 *
 * @example
 * import { reduction } from "passerelle";
 * const reduced = reduction(tariff, [
 *   { field: "c2s", is: true, percent: "75", why: "complémentaire santé solidaire" },
 * ]);
 */
export function reduction(rule: TariffRule, reductions: readonly Reduction[]): TariffRule {
  const wrong = reductions.filter(({ percent }) => {
    const parsed = parseDecimal(percent);
    return parsed === undefined || parsed.numerator > 100n * parsed.denominator;
  });
  return {
    ...rule,
    reads: [...new Set([...rule.reads, ...reductions.map(({ field }) => field)])],
    problems: [
      ...rule.problems,
      ...wrong.map(({ percent }) => `a reduction of "${percent}" per cent; write a figure from "0" to "100"`),
    ],
    table: {
      ...rule.table,
      rows: [
        ...rule.table.rows,
        ...reductions.map(({ why, percent }) => [why, `–\u00A0${percent.replace(".", ",")}\u00A0%`]),
      ],
    },
    price: (values) => {
      const full = rule.price(values);
      const granted = reductions.find(({ field, is }) => values[field] === is);
      const percent = granted === undefined ? undefined : parseDecimal(granted.percent);
      if (full === undefined || granted === undefined || percent === undefined) return full;
      const cents = full.cents - percentOf(full.cents, percent);
      const less = `${formatCents(full.cents)} – ${granted.percent.replace(".", ",")}\u00A0%`;
      return {
        cents,
        explanation: `${full.explanation}\u00A0; ${granted.why}\u00A0: ${less} = ${formatCents(cents)}`,
      };
    },
  };
}
