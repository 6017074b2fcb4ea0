import { formatCents, formatNumber } from "../typography.ts";
import { amountProblems, centsOf, parseDecimal, roundHalfUp } from "./decimal.ts";
import type { TariffRule } from "./rule.ts";

/**
 * The national rates per hour, from one child to eight and more.
 *
 * @see circulaire Cnaf 2019-005 of 5 June 2019, « barème national des participations familiales »
 */
const RATES = [
  { from: 1, percent: "0.0619", children: "1 enfant" },
  { from: 2, percent: "0.0516", children: "2 enfants" },
  { from: 3, percent: "0.0413", children: "3 enfants" },
  { from: 4, percent: "0.0310", children: "4 à 7 enfants" },
  { from: 8, percent: "0.0206", children: "8 enfants et plus" },
] as const;

export interface PsuFees {
  /** Field with the resources of the year, in euros; `ressources` by default, as the three are named in `PSU_FIELDS`. */
  readonly resources?: string;
  /** Field with the number of dependent children; `enfants-a-charge` by default. */
  readonly children?: string;
  /** Field with the number of children who receive the AEEH; `enfants-aeeh` by default. */
  readonly disabledChildren?: string;
  /** The year whose figures these are: the Cnaf publishes a floor every January. */
  readonly year: number;
  /** Monthly resources below and above which the fee no longer changes. */
  readonly floorCents: number;
  readonly capCents: number;
}

/**
 * The family’s share of a crèche under the prestation de service unique. The rate is national;
 * each child with the AEEH moves the family to the next lower one. The quotient familial has no place here.
 *
 * @see https://caf.fr/professionnels/actualites/le-plafond-de-ressources-mensuelles-en-hausse-pour-les-eaje-au-1er-septembre-2025
 * @example
 * import { psu } from "passerelle";
 * const tariff = psu({ year: 2026, floorCents: 81_462, capCents: 850_000 });
 * tariff.price({ ressources: 24_000, "enfants-a-charge": 2 })?.cents; // 103
 */
export function psu(fees: PsuFees): TariffRule {
  const { year, floorCents, capCents } = fees;
  const { resources = "ressources", children = "enfants-a-charge", disabledChildren = "enfants-aeeh" } = fees;
  const percents = RATES.map(({ percent }) => `${percent.replace(".", ",")}\u00A0%`);
  return {
    label: "Votre tarif",
    unit: "par heure et par enfant accueilli",
    reads: [resources, children, disabledChildren],
    onlyFrom: {
      [resources]: "participation-familiale-eaje",
      [children]: "participation-familiale-eaje",
      [disabledChildren]: "participation-familiale-eaje",
    },
    problems: [
      ...(Number.isInteger(year) && year >= 2019
        ? []
        : [`year is ${year}; write that of the Cnaf's figures, 2026`]),
      ...amountProblems("floorCents", floorCents),
      ...amountProblems("capCents", capCents),
      ...(floorCents > capCents ? [`floorCents (${floorCents}) is above capCents (${capCents})`] : []),
    ],
    table: {
      caption: `Barème national ${year}\u00A0: part des ressources mensuelles (de ${formatCents(floorCents)} à ${formatCents(capCents)}) par heure`,
      headers: ["Enfants à charge", "Taux"],
      rows: RATES.map((rate, index) => [rate.children, percents[index] ?? ""]),
    },
    price: (values) => {
      const [annual, count, disabled = 0] = [values[resources], values[children], values[disabledChildren]];
      if (typeof annual !== "number" || typeof count !== "number" || typeof disabled !== "number")
        return undefined;
      const bracket = Math.max(
        0,
        RATES.findLastIndex(({ from }) => count >= from),
      );
      const index = Math.min(bracket + disabled, RATES.length - 1);
      const percent = parseDecimal(RATES[index]?.percent ?? "");
      if (percent === undefined) return undefined;
      // Twelfths of a cent, so that a month is never rounded before the hour is.
      const bounded = [centsOf(annual), BigInt(floorCents) * 12n, BigInt(capCents) * 12n] as const;
      const [exact, floor, cap] = bounded;
      const yearly = exact < floor ? floor : exact > cap ? cap : exact;
      const limit = exact < floor ? " (plancher)" : exact > cap ? " (plafond)" : "";
      const monthly = formatCents(roundHalfUp(yearly, 12n));
      const cents = roundHalfUp(yearly * percent.numerator, 12n * 100n * percent.denominator);
      const lowered =
        index > bracket ? `, taux abaissé\u00A0: ${formatNumber(disabled)} enfant(s) avec AEEH` : "";
      const family = `${formatNumber(count)} enfant${count > 1 ? "s" : ""} à charge${lowered}`;
      const explanation = `ressources ${monthly} par mois${limit} × ${percents[index] ?? ""} (${family}) = ${formatCents(cents)}`;
      return { cents, explanation };
    },
  };
}
