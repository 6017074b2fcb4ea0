import { createHash } from "node:crypto";
import type { Body } from "../body.ts";
import { cleanLine } from "../clean.ts";
import type { Field } from "../declaration.ts";
import type { FieldValue } from "../form.ts";
import { formatDate } from "../typography.ts";
import { isEmpty, isParts } from "../value.ts";
import type { Input } from "../view.ts";
import { inputOptions } from "./choice.ts";
import { date } from "./date.ts";
import { about, input, inputName, type Kind, type Parsed, type Typed } from "./kind.ts";

/** Rows to add a child that the CAF does not know: as many as the field takes, up to ten. */
const mostAdded = ({ max = 10 }: Field): number => Math.min(Number(max), 10);

interface Child {
  readonly id: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly birthdate: string;
  readonly sex?: string;
  /** Added by the citizen. */
  readonly declared?: true;
}

const textOf = (value: FieldValue | undefined): string => (typeof value === "string" ? cleanLine(value) : "");

/** A short name for a child, the same at every reading. */
function childId(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
}

function receivedChild(value: FieldValue): Child | undefined {
  if (!isParts(value)) return undefined;
  const givenNames = textOf(value.prenoms);
  const familyName = textOf(value.nom_naissance) || textOf(value.nom_usage);
  const birthdate = textOf(value.date_naissance);
  if (givenNames === "" && familyName === "") return undefined;
  const sex = textOf(value.sexe);
  const id = childId(givenNames, familyName, birthdate);
  return { id, givenNames, familyName, birthdate, ...(sex === "" ? {} : { sex }) };
}

function asChildren(value: FieldValue | undefined): readonly Child[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isParts).map((parts) => ({
    id: textOf(parts.id),
    givenNames: textOf(parts.givenNames),
    familyName: textOf(parts.familyName),
    birthdate: textOf(parts.birthdate),
    ...(textOf(parts.sex) === "" ? {} : { sex: textOf(parts.sex) }),
    ...(parts.declared === true ? { declared: true as const } : {}),
  }));
}

const asValue = (children: readonly Child[]): FieldValue => children.map((child) => ({ ...child }));

function birth({ birthdate, sex }: Child): string {
  const born = sex === "F" ? "née" : sex === "M" ? "né" : "né(e)";
  if (birthdate === "") return "";
  if (birthdate.slice(5, 7) === "00") return `, ${born} en ${birthdate.slice(0, 4)}`;
  if (birthdate.endsWith("-00")) return `, ${born} en ${formatDate(birthdate.slice(0, 7))}`;
  return `, ${born} le ${formatDate(birthdate)}`;
}

const inWords = (child: Child): string => `${child.givenNames} ${child.familyName}${birth(child)}`;

const row = (index: number, part: string): string => `added.${index}.${part}`;
const birthdateField = (field: Field, index: number): Field => ({
  ...field,
  name: inputName(field, row(index, "birthdate")),
  label: "Date de naissance de l’enfant",
  autocomplete: "off",
  max: "today",
});

function parseAdded(field: Field, body: Body, index: number): Parsed {
  const givenNames = cleanLine(body.one(inputName(field, row(index, "givenNames"))));
  const familyName = cleanLine(body.one(inputName(field, row(index, "familyName"))));
  const born = date.parse(birthdateField(field, index), body, {});
  if (givenNames === "" && familyName === "" && "value" in born && born.value === null)
    return { value: null };
  if (givenNames === "" || givenNames.length > 200) {
    return {
      problem: {
        message: "Saisissez les prénoms de l’enfant, par exemple Lina Marie.",
        part: row(index, "givenNames"),
      },
    };
  }
  if (familyName === "" || familyName.length > 200) {
    return {
      problem: {
        message: "Saisissez le nom de l’enfant, par exemple Martin.",
        part: row(index, "familyName"),
      },
    };
  }
  if ("problem" in born || typeof born.value !== "string") {
    const message = "Saisissez la date de naissance de l’enfant, par exemple 27 3 2018.";
    return { problem: { message, part: row(index, "birthdate.day") } };
  }
  const birthdate = born.value;
  const id = childId(givenNames, familyName, birthdate);
  return { value: { id, givenNames, familyName, birthdate, declared: true } };
}

function addedInputs(field: Field, typed: Typed, index: number, optional: boolean): readonly Input[] {
  const group = "Ajouter un enfant";
  const shared = { group, optional, autocomplete: "off", maxLength: 200 };
  const days = date.inputs(birthdateField(field, index), typed, undefined);
  return [
    input(field, "text", typed, { ...shared, part: row(index, "givenNames"), label: "Prénoms" }),
    input(field, "text", typed, { ...shared, part: row(index, "familyName"), label: "Nom" }),
    ...days.map((day) => ({ ...day, group, optional, label: `${day.label} de naissance` })),
  ];
}

const hasRow = (field: Field, typed: Typed, index: number): boolean =>
  Object.entries(typed).some(
    ([name, values]) =>
      name.startsWith(`${inputName(field, `added.${index}.`)}`) && values.some((value) => value !== ""),
  );

/**
 * Children chosen among those the CAF or the MSA knows, and others added by hand.
 * An answer keeps only the ids of received children, so that nobody can rewrite what was received.
 */
export const children: Kind = {
  grouped: true,
  fromSource: (value) => {
    if (!Array.isArray(value)) return undefined;
    return asValue(value.map(receivedChild).filter((child) => child !== undefined));
  },
  parse: (field, body, { received }) => {
    const known = asChildren(received).map((child) => child.id);
    const chosen: FieldValue[] = known
      .filter((id) => body.many(inputName(field)).includes(id))
      .map((id) => ({ id }));
    for (let index = 0; index < mostAdded(field); index += 1) {
      const added = parseAdded(field, body, index);
      if ("problem" in added) return added;
      if (added.value !== null) chosen.push(added.value);
    }
    return { value: chosen };
  },
  resolve: (answer, received) => {
    const known = asChildren(received);
    return asValue(
      asChildren(answer).flatMap((child) =>
        child.declared === true ? [child] : known.filter((other) => other.id === child.id),
      ),
    );
  },
  write: (field, value): Typed => {
    const all = asChildren(value);
    const added = all.filter((child) => child.declared === true);
    return {
      [inputName(field)]: all.filter((child) => child.declared !== true).map((child) => child.id),
      ...Object.fromEntries(
        added.flatMap((child, index) => [
          [inputName(field, row(index, "givenNames")), [child.givenNames]],
          [inputName(field, row(index, "familyName")), [child.familyName]],
          ...Object.entries(date.write(birthdateField(field, index), child.birthdate)),
        ]),
      ),
    };
  },
  check: (field, value, today) => {
    const all = asChildren(value);
    const late = all.filter((child) => child.declared === true).findIndex((child) => child.birthdate > today);
    if (late >= 0) {
      const message = "La date de naissance de l’enfant ne peut pas être dans l’avenir.";
      return { message, part: row(late, "birthdate.day") };
    }
    if (new Set(all.map((child) => child.id)).size < all.length) {
      return { message: about(field, "le même enfant y figure deux fois. Gardez-le une seule fois.") };
    }
    const most = Number(field.max ?? 20);
    if (all.length > most) {
      return { message: most === 1 ? "Choisissez un seul enfant." : `Choisissez au plus ${most} enfants.` };
    }
    return undefined;
  },
  inputs: (field, typed, received) => {
    const name = inputName(field);
    const known = asChildren(received).map((child) => ({ value: child.id, label: inWords(child) }));
    const boxes = input(field, "checkbox", typed, { options: inputOptions(name, known, typed[name] ?? []) });
    let rows = 0;
    while (rows < mostAdded(field) && hasRow(field, typed, rows)) rows += 1;
    const shown = Array.from({ length: Math.min(rows + 1, mostAdded(field)) }, (_, index) =>
      addedInputs(field, typed, index, !isEmpty(received) || rows > 0 || field.optional),
    );
    return [...(known.length > 0 ? [boxes] : []), ...shown.flat()];
  },
  display: (_field, value) => asChildren(value).map(inWords),
};
