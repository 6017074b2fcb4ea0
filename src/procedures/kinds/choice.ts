import type { Field, Option } from "../declaration.ts";
import type { FieldValue } from "../form.ts";
import type { InputOption } from "../view.ts";
import { about, input, inputId, inputName, type Kind, type Typed } from "./kind.ts";

/** The first option carries the field's own id, so that the error summary can jump to it. */
export function inputOptions(
  name: string,
  options: readonly Option[],
  chosen: readonly string[],
): InputOption[] {
  return options.map((option, index) => ({
    ...option,
    id: index === 0 ? inputId(name) : `${inputId(name)}--${option.value}`,
    checked: chosen.includes(option.value),
  }));
}

const optionsOf = (field: Field): readonly Option[] => field.options ?? [];

/** A value that the State sent and no option names is still shown, as it came. */
const labelOf = (field: Field, value: FieldValue): string[] => {
  const option = optionsOf(field).find((one) => one.value === value);
  return option === undefined ? [value].filter((one) => typeof one === "string") : [option.label];
};

/** One among several: radio buttons. */
export const choice: Kind = {
  grouped: true,
  fromSource: (value) => (typeof value === "string" || typeof value === "number" ? String(value) : undefined),
  parse: (field, body) => {
    const value = body.one(inputName(field));
    return { value: value === "" ? null : value };
  },
  write: (field, value) => ({ [inputName(field)]: typeof value === "string" ? [value] : [] }),
  check: (field, value) =>
    optionsOf(field).some((option) => option.value === value)
      ? undefined
      : { message: about(field, "choisissez une des réponses proposées.") },
  inputs: (field, typed) => {
    const name = inputName(field);
    return [
      input(field, "radio", typed, { options: inputOptions(name, optionsOf(field), typed[name] ?? []) }),
    ];
  },
  display: labelOf,
};

/** Several among several: check boxes. */
export const choices: Kind = {
  grouped: true,
  fromSource: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined,
  parse: (field, body) => ({ value: [...new Set(body.many(inputName(field)))] }),
  write: (field, value): Typed => ({
    [inputName(field)]: Array.isArray(value)
      ? value.filter((item): item is string => typeof item === "string")
      : [],
  }),
  check: (field, value) => {
    const chosen: readonly FieldValue[] = Array.isArray(value) ? value : [];
    const known = optionsOf(field).map((option) => option.value);
    if (!chosen.every((item) => typeof item === "string" && known.includes(item))) {
      return { message: about(field, "choisissez parmi les réponses proposées.") };
    }
    if (chosen.length > Number(field.max ?? known.length)) {
      return { message: about(field, `choisissez au plus ${Number(field.max)} réponses.`) };
    }
    if (chosen.length > 0 && chosen.length < Number(field.min ?? 1)) {
      return { message: about(field, `choisissez au moins ${Number(field.min)} réponses.`) };
    }
    return undefined;
  },
  inputs: (field, typed) => {
    const name = inputName(field);
    return [
      input(field, "checkbox", typed, { options: inputOptions(name, optionsOf(field), typed[name] ?? []) }),
    ];
  },
  display: (field, value) => (Array.isArray(value) ? value.flatMap((item) => labelOf(field, item)) : []),
};

const YES_NO: readonly Option[] = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
];

export const yesNo: Kind = {
  grouped: true,
  // Of several enrolments, one is enough.
  fromSource: (value) => {
    if (Array.isArray(value)) return value.some((item) => item === true);
    return typeof value === "boolean" ? value : undefined;
  },
  parse: (field, body) => {
    const value = body.one(inputName(field));
    return { value: value === "oui" ? true : value === "non" ? false : null };
  },
  write: (field, value) => ({
    [inputName(field)]: typeof value === "boolean" ? [value ? "oui" : "non"] : [],
  }),
  check: (field, value) =>
    typeof value === "boolean" ? undefined : { message: about(field, "répondez par oui ou par non.") },
  inputs: (field, typed) => {
    const name = inputName(field);
    return [input(field, "radio", typed, { options: inputOptions(name, YES_NO, typed[name] ?? []) })];
  },
  display: (_field, value) => (typeof value === "boolean" ? [value ? "Oui" : "Non"] : []),
};

const AGREED = "oui";

/** A statement to tick: the citizen's word, where no document can be asked. */
export const agreement: Kind = {
  grouped: false,
  fromSource: () => undefined,
  parse: (field, body) => ({ value: body.one(inputName(field)) === AGREED ? true : null }),
  write: (field, value) => ({ [inputName(field)]: value === true ? [AGREED] : [] }),
  check: (field, value) =>
    value === true ? undefined : { message: about(field, "cochez la case pour continuer.") },
  inputs: (field, typed) => {
    const name = inputName(field);
    const option = { value: AGREED, label: field.label };
    return [input(field, "checkbox", typed, { options: inputOptions(name, [option], typed[name] ?? []) })];
  },
  display: (_field, value) => (value === true ? ["Oui"] : []),
};
