import { formatCents } from "../typography.ts";
import { amountProblems } from "./decimal.ts";
import type { TariffRule } from "./rule.ts";

export interface ByAnswer {
  readonly field: string;
  readonly unit: string;
  readonly label?: string;
  readonly caption: string;
  readonly amounts: readonly {
    readonly is: string | boolean;
    readonly cents: number;
    /** « échelon 3 », « abonnement mensuel ». */
    readonly what: string;
  }[];
}

/**
 * One amount per answer: a kind of subscription, an échelon.
 *
 * @example
 * import { byAnswer } from "passerelle";
 * const tariff = byAnswer({
 *   field: "formule",
 *   unit: "par mois",
 *   caption: "Abonnements",
 *   amounts: [{ is: "urbain", cents: 3600, what: "abonnement urbain" }],
 * });
 * tariff.price({ formule: "urbain" })?.cents; // 3600
 */
export function byAnswer({ field, unit, label = "Votre tarif", caption, amounts }: ByAnswer): TariffRule {
  const answers = amounts.map(({ is }) => is);
  return {
    label,
    unit,
    reads: [field],
    problems: [
      ...amounts.flatMap(({ is, cents }) => amountProblems(`the amount for "${is}"`, cents)),
      ...(new Set(answers).size < answers.length ? ["an answer has two amounts; keep one"] : []),
      ...(amounts.length === 0 ? ["amounts is empty; write one amount per answer"] : []),
    ],
    table: {
      caption,
      headers: ["Situation", "Montant"],
      rows: amounts.map(({ what, cents }) => [what, formatCents(cents)]),
    },
    price: (values) => {
      const amount = amounts.find(({ is }) => is === values[field]);
      return amount === undefined ? undefined : { cents: amount.cents, explanation: amount.what };
    },
  };
}
