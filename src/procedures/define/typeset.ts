import type { ProcedureDeclaration } from "../declaration.ts";
import type { TariffRule } from "../tariff/rule.ts";
import { typeset } from "../typography.ts";

/** The properties that people read. Names, slugs, values and expressions stay as they are. */
const TEXTS = new Set([
  "title",
  "summary",
  "audience",
  "duration",
  "delay",
  "titleForOthers",
  "introduction",
  "label",
  "hint",
  "missing",
  "message",
  "unit",
  "why",
  "document",
  "declaration",
  "reference",
]);
const LISTS_OF_TEXTS = new Set(["legalBasis", "otherWays"]);
/** The same, with the lists: what a declaration says to people. */
export const PROPERTIES_READ: ReadonlySet<string> = new Set([...TEXTS, ...LISTS_OF_TEXTS]);
const LEFT_ALONE = new Set(["tariff", "expression", "english"]);

function typesetIn(value: unknown, key = ""): unknown {
  if (LEFT_ALONE.has(key)) return value;
  if (typeof value === "string") return TEXTS.has(key) ? typeset(value) : value;
  if (Array.isArray(value)) {
    return value.map((item) => (LISTS_OF_TEXTS.has(key) ? typeset(String(item)) : typesetIn(item)));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, typesetIn(part, name)]));
}

/** What is printed of a tariff; what it computes stays a function. */
function typesetTariff({ label, unit, table, ...rule }: TariffRule): TariffRule {
  const { caption, headers, rows } = table;
  return {
    ...rule,
    label: typeset(label),
    unit: typeset(unit),
    table: {
      caption: typeset(caption),
      headers: headers.map(typeset),
      rows: rows.map((row) => row.map(typeset)),
    },
  };
}

/** The same declaration with French spaces and apostrophes in everything that is read. */
export function typesetDeclaration(declaration: ProcedureDeclaration): ProcedureDeclaration {
  const set = typesetIn(declaration) as ProcedureDeclaration;
  return declaration.tariff === undefined ? set : { ...set, tariff: typesetTariff(declaration.tariff) };
}
