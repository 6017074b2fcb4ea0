import { cleanLine } from "../clean.ts";
import type { Field } from "../declaration.ts";
import type { FieldValue } from "../form.ts";
import { isParts } from "../value.ts";
import type { Input } from "../view.ts";
import { about, input, inputName, type Kind, type Typed, typedOne } from "./kind.ts";

interface AddressPart {
  readonly part: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional: boolean;
  readonly maxLength: number;
  readonly autocomplete: string;
  readonly width?: number;
  readonly missing?: string;
}

const PARTS: readonly AddressPart[] = [
  {
    part: "street",
    label: "Numéro et voie",
    hint: "Par exemple : 12 rue des Tilleuls",
    optional: false,
    maxLength: 100,
    autocomplete: "address-line1",
    missing: "Saisissez le numéro et la voie, par exemple 12 rue des Tilleuls.",
  },
  {
    part: "complement",
    label: "Complément d’adresse",
    hint: "Bâtiment, étage, appartement, lieu-dit",
    optional: true,
    maxLength: 100,
    autocomplete: "address-line2",
  },
  {
    part: "postalCode",
    label: "Code postal",
    optional: false,
    maxLength: 12,
    width: 5,
    autocomplete: "postal-code",
    missing: "Saisissez le code postal, par exemple 84800.",
  },
  {
    part: "city",
    label: "Commune",
    optional: false,
    maxLength: 60,
    autocomplete: "address-level2",
    missing: "Saisissez le nom de la commune, par exemple L’Isle-sur-la-Sorgue.",
  },
];

const COUNTRY: AddressPart = {
  part: "country",
  label: "Pays",
  hint: "Laissez vide pour la France",
  optional: true,
  maxLength: 60,
  autocomplete: "country-name",
};

const isFrance = (country: string): boolean => country === "" || /^france$/i.test(country);

function compact(parts: Readonly<Record<string, string>>): FieldValue {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ""));
}

function line(...values: readonly (FieldValue | undefined)[]): string {
  return cleanLine(values.filter((value) => typeof value === "string").join(" "));
}

/** « 75002 PARIS » in two, or the code with the name that stands beside it. A foreign one may have no code. */
function splitCity(value: FieldValue | undefined, name?: FieldValue): { postalCode: string; city: string } {
  const text = line(value, /^\d{5}$/.test(line(value)) ? name : undefined);
  const match = /^(\d{5}) (.+)$/.exec(text);
  return { postalCode: match?.[1] ?? "", city: match?.[2] ?? text };
}

/** The address of the CAF, or the one of a registration certificate, in the parts of a French envelope. */
function fromSource(value: FieldValue): FieldValue | undefined {
  if (!isParts(value)) return undefined;
  const street =
    "numero_libelle_voie" in value
      ? line(value.numero_libelle_voie)
      : line(value.num_voie, value.extension, value.type_voie, value.libelle_voie);
  const complement = line(
    value.complement_information,
    value.complement_information_geographique,
    value.etage_escalier_appartement,
    street === "" ? "" : value.lieu_dit,
  );
  const country = line(value.pays);
  const address = compact({
    street: street === "" ? line(value.lieu_dit) : street,
    complement,
    ...splitCity(value.code_postal_ville, value.libelle_commune),
    country: isFrance(country) ? "" : country,
  });
  return isParts(address) && Object.keys(address).length > 0 ? address : undefined;
}

const readPart = (value: FieldValue, part: string): string => line(isParts(value) ? value[part] : undefined);

/** Four lines, as on an envelope; the country only where it is not France. */
export const address: Kind = {
  grouped: true,
  fromSource,
  parse: (field, body) => {
    const parts = Object.fromEntries(
      [...PARTS, COUNTRY].map(({ part }) => [part, cleanLine(body.one(inputName(field, part)))]),
    );
    const country = parts.country ?? "";
    const value = compact({ ...parts, country: isFrance(country) ? "" : country });
    return { value: isParts(value) && Object.keys(value).length > 0 ? value : null };
  },
  write: (field, value): Typed =>
    Object.fromEntries(
      [...PARTS, COUNTRY].map(({ part }) => {
        const text = readPart(value, part);
        return [inputName(field, part), text === "" ? [] : [text]];
      }),
    ),
  check: (field, value) => {
    for (const { part, label, missing, maxLength } of [...PARTS, COUNTRY]) {
      const text = readPart(value, part);
      if (text === "" && missing !== undefined) return { message: missing, part };
      if ([...text].length > maxLength) {
        return { message: about({ label }, `écrivez au plus ${maxLength} caractères.`), part };
      }
    }
    if (readPart(value, "country") === "" && !/^\d{5}$/.test(readPart(value, "postalCode"))) {
      return {
        message: about(field, "saisissez un code postal de cinq chiffres, par exemple 84800."),
        part: "postalCode",
      };
    }
    return undefined;
  },
  inputs: (field: Field, typed: Typed): readonly Input[] => {
    const abroad = typedOne(typed, inputName(field, "country")) !== "";
    return [...PARTS, ...(abroad ? [COUNTRY] : [])].map(
      ({ missing: _missing, autocomplete, optional, ...part }) =>
        input(field, "text", typed, {
          ...part,
          optional: optional || field.optional,
          ...(field.autocomplete === "off" ? { autocomplete: "off" } : { autocomplete }),
        }),
    );
  },
  display: (_field, value) =>
    [
      readPart(value, "street"),
      readPart(value, "complement"),
      line(readPart(value, "postalCode"), readPart(value, "city")),
      readPart(value, "country"),
    ].filter((text) => text !== ""),
};
