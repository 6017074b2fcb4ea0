import { formatCents } from "../typography.ts";
import { isParts } from "../value.ts";
import { parseDecimal, percentOf } from "./decimal.ts";
import type { TariffRule } from "./rule.ts";

export interface Outside {
  /** The field with the address. */
  readonly field: string;
  /** The communes whose inhabitants pay the plain tariff. */
  readonly postalCodes: readonly string[];
  /** Several communes may share a postal code; without names, the code decides. */
  readonly cities?: readonly string[];
  /** Per cent added for the others, as a text: `25`. */
  readonly percent: string;
}

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .replace(/\bst\b/g, "saint")
    .replace(/\bste\b/g, "sainte")
    .trim();

/**
 * The same tariff, raised for those who live outside the commune.
 *
 * @example
 * import { outsideCommune } from "passerelle";
 * const raised = outsideCommune(tariff, { field: "adresse", postalCodes: ["84800"], percent: "25" });
 */
export function outsideCommune(
  rule: TariffRule,
  { field, postalCodes, cities, percent }: Outside,
): TariffRule {
  const rate = parseDecimal(percent);
  const inWords = `${percent.replace(".", ",")}\u00A0%`;
  const names = cities?.map(plain);
  return {
    ...rule,
    reads: [...new Set([...rule.reads, field])],
    problems: [
      ...rule.problems,
      ...(rate === undefined ? [`the surcharge is "${percent}" per cent; write a figure as text, "25"`] : []),
      ...(postalCodes.length === 0 ? ["postalCodes is empty; write those of the commune"] : []),
    ],
    table: { ...rule.table, rows: [...rule.table.rows, ["hors commune", `+\u00A0${inWords}`]] },
    price: (values) => {
      const inside = rule.price(values);
      const address = values[field];
      if (inside === undefined || rate === undefined || !isParts(address)) return undefined;
      const { postalCode, city } = address;
      const lives = typeof postalCode === "string" && postalCodes.includes(postalCode);
      if (lives && (names === undefined || (typeof city === "string" && names.includes(plain(city)))))
        return inside;
      const cents = inside.cents + percentOf(inside.cents, rate);
      const raised = `${formatCents(inside.cents)} + ${inWords} = ${formatCents(cents)}`;
      return { cents, explanation: `${inside.explanation}\u00A0; hors commune\u00A0: ${raised}` };
    },
  };
}
