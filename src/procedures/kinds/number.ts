import { cleanLine } from "../clean.ts";
import { formatNumber } from "../typography.ts";
import { about, input, inputName, type Kind } from "./kind.ts";

const FIGURE = /^\d{1,9}(,\d{1,2})?$/;

/** Figures as the French type them: `1 045`, `1045,50`, `1045.50 €`. */
export const number: Kind = {
  grouped: false,
  fromSource: (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined),
  parse: (field, body) => {
    const raw = cleanLine(body.one(inputName(field)));
    if (raw === "") return { value: null };
    const figure = raw.replace(/\s|€|euros?$/gi, "").replace(".", ",");
    if (FIGURE.test(figure)) return { value: Number(figure.replace(",", ".")) };
    return {
      problem: { message: about(field, "saisissez un nombre en chiffres, par exemple 1\u00A0045.") },
    };
  },
  write: (field, value) => ({
    [inputName(field)]: typeof value === "number" ? [String(value).replace(".", ",")] : [],
  }),
  check: (field, value) => {
    if (typeof value !== "number" || !Number.isFinite(value)) {
      return { message: about(field, "saisissez un nombre en chiffres.") };
    }
    const { min = 0, max = 999_999_999 } = field;
    if (value < Number(min))
      return { message: about(field, `saisissez au moins ${formatNumber(Number(min))}.`) };
    if (value > Number(max))
      return { message: about(field, `saisissez au plus ${formatNumber(Number(max))}.`) };
    return undefined;
  },
  inputs: (field, typed) => [input(field, "text", typed, { inputMode: "decimal", width: 10, maxLength: 15 })],
  display: (field, value) =>
    typeof value === "number"
      ? [field.unit === undefined ? formatNumber(value) : `${formatNumber(value)}\u00A0${field.unit}`]
      : [],
};
