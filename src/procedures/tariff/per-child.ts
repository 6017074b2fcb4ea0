import { formatCents } from "../typography.ts";
import { parseDecimal, percentOf } from "./decimal.ts";
import type { TariffRule } from "./rule.ts";

export interface PerChild {
  /** The field with the chosen children. */
  readonly field: string;
  /** Reductions from a rank on, in ascending order: the third child, the fourth… */
  readonly siblings?: readonly { readonly rank: number; readonly percent: string }[];
}

function problemsOf(siblings: NonNullable<PerChild["siblings"]>): readonly string[] {
  return siblings.flatMap(({ rank, percent }, index) => {
    const parsed = parseDecimal(percent);
    const before = siblings[index - 1]?.rank ?? 1;
    return [
      ...(Number.isSafeInteger(rank) && rank > before
        ? []
        : [`siblings: rank ${rank} must be a whole number above ${before}`]),
      ...(parsed === undefined || parsed.numerator > 100n * parsed.denominator
        ? [`siblings: "${percent}" per cent; write a figure from "0" to "100"`]
        : []),
    ];
  });
}

/**
 * The tariff of one child, times the children chosen, with the reductions of large families.
 *
 * @example
 * import { perChild } from "passerelle";
 * const family = perChild(tariff, {
 *   field: "enfants",
 *   siblings: [{ rank: 3, percent: "30" }, { rank: 4, percent: "50" }],
 * });
 */
export function perChild(rule: TariffRule, { field, siblings = [] }: PerChild): TariffRule {
  return {
    ...rule,
    reads: [...new Set([...rule.reads, field])],
    problems: [...rule.problems, ...problemsOf(siblings)],
    table: {
      ...rule.table,
      rows: [
        ...rule.table.rows,
        ...siblings.map(({ rank, percent }) => [
          `à partir du ${rank}e enfant`,
          `–\u00A0${percent.replace(".", ",")}\u00A0%`,
        ]),
      ],
    },
    price: (values) => {
      const one = rule.price(values);
      const chosen = values[field];
      if (one === undefined || !Array.isArray(chosen) || chosen.length === 0) return undefined;
      const each = chosen.map((_, index) => {
        const percent = parseDecimal(siblings.findLast(({ rank }) => index + 1 >= rank)?.percent ?? "0");
        return one.cents - (percent === undefined ? 0 : percentOf(one.cents, percent));
      });
      const cents = each.reduce((sum, child) => sum + child, 0);
      if (chosen.length === 1) return { ...one, cents };
      const sum = `${each.map(formatCents).join(" + ")} = ${formatCents(cents)}`;
      return { cents, explanation: `${one.explanation}\u00A0; ${chosen.length} enfants\u00A0: ${sum}` };
    },
  };
}
