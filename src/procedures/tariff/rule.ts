import type { RouteName } from "../../particulier/index.ts";
import type { FieldValue } from "../form.ts";

/** The values a rule reads, by field name. A field without a value is absent. */
export type TariffValues = Readonly<Record<string, FieldValue>>;

/** What a rule answers: euro cents, and the rule in words with the figures used. */
export interface Tariffed {
  readonly cents: number;
  readonly explanation: string;
}

/** A tariff: data made into a function, with the table to print. */
export interface TariffRule {
  /** What the amount is: « Votre tarif », « Montant de l’aide ». */
  readonly label: string;
  /** « par repas », « par heure »… */
  readonly unit: string;
  /** The fields it reads. */
  readonly reads: readonly string[];
  /** The only route that may feed a field: `{ ressources: "participation-familiale-eaje" }`. */
  readonly onlyFrom?: Readonly<Record<string, RouteName>>;
  /** What is wrong with its figures: a gap, an overlap, a negative price. `defineProcedure` refuses them. */
  readonly problems: readonly string[];
  /** The tariff as a table for the presentation page. */
  readonly table: TariffTable;
  /** Undefined while a value it needs is missing. */
  readonly price: (values: TariffValues) => Tariffed | undefined;
}

export interface TariffTable {
  readonly caption: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
