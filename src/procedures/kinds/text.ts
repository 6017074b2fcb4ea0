import { z } from "zod";
import { cleanLine, cleanText } from "../clean.ts";
import type { Field } from "../declaration.ts";
import type { FieldValue } from "../form.ts";
import type { Input } from "../view.ts";
import { about, input, inputName, type Kind, type Problem } from "./kind.ts";

interface TextKind {
  readonly type: Input["type"];
  readonly maxLength: number;
  readonly clean: (raw: string) => string;
  readonly normalise?: (text: string) => string;
  readonly problem?: (field: Field, text: string) => string | undefined;
  readonly display?: (text: string) => readonly string[];
  readonly width?: number;
}

function textKind({ type, maxLength, clean, normalise, problem, display, width }: TextKind): Kind {
  const read = (raw: string): string => {
    const text = clean(raw);
    return text === "" ? text : (normalise?.(text) ?? text);
  };
  const check = (field: Field, value: FieldValue): Problem | undefined => {
    if (typeof value !== "string") return { message: about(field, "vérifiez votre réponse.") };
    const longest = field.maxLength ?? maxLength;
    if ([...value].length > longest) {
      return { message: about(field, `écrivez au plus ${longest} caractères.`) };
    }
    if (field.pattern?.expression.test(value) === false) return { message: field.pattern.message };
    const message = problem?.(field, value);
    return message === undefined ? undefined : { message };
  };
  return {
    grouped: false,
    fromSource: (value) => {
      if (Array.isArray(value))
        return value.every((item) => typeof item === "string") ? value.join(" ") : undefined;
      if (typeof value === "number") return String(value);
      return typeof value === "string" && value !== "" ? value : undefined;
    },
    parse: (field, body) => {
      const text = read(body.one(inputName(field)));
      return { value: text === "" ? null : text };
    },
    write: (field, value) => ({ [inputName(field)]: typeof value === "string" ? [value] : [] }),
    check,
    inputs: (field, typed) => [
      input(field, type, typed, {
        maxLength: field.maxLength ?? maxLength,
        ...(width === undefined ? {} : { width }),
      }),
    ],
    display: (_field, value) => (typeof value === "string" ? (display?.(value) ?? value.split("\n")) : []),
  };
}

export const text = textKind({ type: "text", maxLength: 200, clean: cleanLine });

export const longText = textKind({ type: "textarea", maxLength: 2000, clean: cleanText });

const emailAddress = z.email();

export const email = textKind({
  type: "email",
  maxLength: 254,
  clean: cleanLine,
  problem: (field, value) =>
    emailAddress.safeParse(value).success
      ? undefined
      : about(field, "saisissez une adresse complète, par exemple nom@domaine.fr."),
});

/** National numbers are kept as ten digits, the others with their `+`. */
const FRENCH_NUMBER = /^0[1-9]\d{8}$/;
const FOREIGN_NUMBER = /^\+[1-9]\d{6,14}$/;

export const telephone = textKind({
  type: "tel",
  maxLength: 20,
  width: 20,
  clean: cleanLine,
  normalise: (raw) =>
    raw
      .replace(/[\s.\-/()]/g, "")
      .replace(/^00/, "+")
      .replace(/^\+330?/, "0"),
  problem: (field, value) =>
    FRENCH_NUMBER.test(value) || FOREIGN_NUMBER.test(value)
      ? undefined
      : about(field, "saisissez un numéro complet, par exemple 06 12 34 56 78 ou +32 470 12 34 56."),
  display: (value) => [FRENCH_NUMBER.test(value) ? (value.match(/\d\d/g) ?? []).join("\u00A0") : value],
});

/** Plates since 2009, and those of the former register that still run. */
const PLATES = [/^([A-Z]{2})(\d{3})([A-Z]{2})$/, /^(\d{1,4})([A-Z]{2,3})(\d{2,3}|2[AB])$/];

export const plate = textKind({
  type: "text",
  maxLength: 12,
  width: 12,
  clean: cleanLine,
  normalise: (raw) => {
    const compact = raw.toUpperCase().replace(/[\s-]/g, "");
    const parts = PLATES.map((pattern) => pattern.exec(compact)).find((match) => match !== null);
    return parts === undefined || parts === null ? compact : parts.slice(1).join("-");
  },
  problem: (field, value) =>
    PLATES.some((pattern) => pattern.test(value.replaceAll("-", "")))
      ? undefined
      : about(field, "saisissez le numéro qui figure sur la carte grise, par exemple AB-123-CD."),
});
