import { cleanLine } from "../clean.ts";
import type { Field } from "../declaration.ts";
import { formatDate } from "../typography.ts";
import { about, input, inputName, type Kind, type Problem, type Typed } from "./kind.ts";

const PARTS = [
  { part: "day", label: "Jour", width: 2, autocomplete: "day" },
  { part: "month", label: "Mois", width: 2, autocomplete: "month" },
  { part: "year", label: "Année", width: 4, autocomplete: "year" },
] as const;

const tokenFor = ({ autocomplete }: Field, part: string): { readonly autocomplete?: string } => {
  if (autocomplete === "bday") return { autocomplete: `bday-${part}` };
  return autocomplete === "off" ? { autocomplete } : {};
};

/** A real day of the calendar, as `YYYY-MM-DD`; undefined for 31 February. */
export function calendarDate(day: string, month: string, year: string): string | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** A whole date in one input: `2017-03-27`, `27/03/2017`, `27 3 2017`. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const FRENCH = /^(\d{1,2})[ /.-](\d{1,2})[ /.-](\d{4})$/;

export function partsOf(raw: string): readonly [day: string, month: string, year: string] | undefined {
  const iso = ISO.exec(raw);
  if (iso !== null) return [iso[3] ?? "", iso[2] ?? "", iso[1] ?? ""];
  const french = FRENCH.exec(raw);
  return french === null ? undefined : [french[1] ?? "", french[2] ?? "", french[3] ?? ""];
}

function bound(limit: string | number | undefined, today: string): string | undefined {
  return limit === "today" ? today : typeof limit === "string" ? limit : undefined;
}

function outOfBounds(field: Field, value: string, today: string): Problem | undefined {
  const min = bound(field.min, today);
  const max = bound(field.max, today);
  if (max !== undefined && value > max) {
    const limit = field.max === "today" ? "aujourd’hui" : `le ${formatDate(max)}`;
    return { message: about(field, `la date ne peut pas être après ${limit}.`) };
  }
  if (min !== undefined && value < min) {
    const limit = field.min === "today" ? "aujourd’hui" : `le ${formatDate(min)}`;
    return { message: about(field, `la date ne peut pas être avant ${limit}.`) };
  }
  return undefined;
}

/** ISO 8601; what came from the State may have `00` for an unknown day or month. */
export const date: Kind = {
  grouped: true,
  fromSource: (value) => (typeof value === "string" && ISO.test(value) ? value : undefined),
  parse: (field, body) => {
    const raw = PARTS.map(({ part }) => cleanLine(body.one(inputName(field, part))));
    const whole = cleanLine(body.one(inputName(field)));
    const [day = "", month = "", year = ""] = raw.some((part) => part !== "") ? raw : (partsOf(whole) ?? []);
    if (day + month + year === "" && whole === "") return { value: null };
    const value = calendarDate(day, month, year);
    if (value !== undefined) return { value };
    const absent = PARTS.find(({ part }, index) => part !== undefined && [day, month, year][index] === "");
    return {
      problem: {
        message: about(
          field,
          "saisissez une date qui existe, avec le jour, le mois et l’année, par exemple 27 3 2018.",
        ),
        part: absent?.part ?? "day",
      },
    };
  },
  write: (field, value): Typed => {
    const [day, month, year] = (typeof value === "string" ? partsOf(value) : undefined) ?? [];
    return {
      [inputName(field, "day")]: day === undefined ? [] : [String(Number(day))],
      [inputName(field, "month")]: month === undefined ? [] : [String(Number(month))],
      [inputName(field, "year")]: year === undefined ? [] : [year],
    };
  },
  check: (field, value, today) =>
    typeof value === "string" && ISO.test(value)
      ? outOfBounds(field, value, today)
      : { message: about(field, "saisissez une date, par exemple 27 3 2018."), part: "day" },
  inputs: (field, typed) =>
    PARTS.map(({ part, label, width, autocomplete }) =>
      input(field, "text", typed, {
        part,
        label,
        width,
        maxLength: width,
        inputMode: "numeric",
        ...tokenFor(field, autocomplete),
      }),
    ),
  display: (_field, value) => (typeof value === "string" ? [formatDate(value)] : []),
};
