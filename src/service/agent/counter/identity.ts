import { birthplaceCodes, type Identity } from "../../../federation/index.ts";
import { cleanText, type FieldError, type Proof } from "../../../procedures/index.ts";
import { textOf } from "../form-body.ts";

/** What an agent may have been shown. */
export const DOCUMENTS = [
  { value: "carte-identite", label: "Carte nationale d’identité" },
  { value: "passeport", label: "Passeport" },
  { value: "titre-de-sejour", label: "Titre de séjour" },
] as const;
/** Nothing was shown: the identity is declared, and nothing can be asked of the State. */
export const NONE = "aucune";

const FIELDS = [
  "piece",
  "nom",
  "prenoms",
  "usage",
  "sexe",
  "naissance.day",
  "naissance.month",
  "naissance.year",
  "pays",
  "commune",
] as const;
type FieldName = (typeof FIELDS)[number];

/** As it was typed, to be shown again. */
export type IdentityForm = Readonly<Record<FieldName, string>>;

const LONGEST = 200;
export const FRANCE = "99100";
const ABROAD = /^99\d{3}$/;
const SEXES = { F: "female", M: "male" } as const;

export const EMPTY_IDENTITY = Object.fromEntries(FIELDS.map((name) => [name, ""])) as IdentityForm;

/** The form as this identity would have filled it. */
export function identityForm({ identity, document = NONE }: Proof): IdentityForm {
  const [year = "", month = "", day = ""] = identity.birthdate.split("-");
  return {
    piece: document,
    nom: identity.familyName,
    prenoms: identity.givenNames.join(" "),
    usage: identity.preferredUsername ?? "",
    sexe: identity.gender === "female" ? "F" : identity.gender === "male" ? "M" : "",
    "naissance.day": String(Number(day) || ""),
    "naissance.month": String(Number(month) || ""),
    "naissance.year": year,
    pays: identity.birthcountry === FRANCE ? "" : (identity.birthcountry ?? ""),
    commune: identity.birthplace ?? "",
  };
}

export interface ReadIdentity {
  readonly form: IdentityForm;
  readonly errors: readonly FieldError[];
  /** Present where there is no error. */
  readonly proof?: Proof;
}

/** Reads who stands at the counter. What only the State's data needs may be left out. */
export async function readIdentity(body: unknown, now: Date): Promise<ReadIdentity> {
  const form = Object.fromEntries(
    FIELDS.map((name) => [name, cleanText(textOf(body, name)).slice(0, LONGEST)]),
  ) as IdentityForm;
  const document = DOCUMENTS.find(({ value }) => value === form.piece)?.value;
  const birthdate = dateIn(form);
  const codes = form.commune === "" ? [] : await birthplaceCodes(form.commune);
  const errors = [
    ...(document || form.piece === NONE
      ? []
      : [error("piece", "Indiquez quelle pièce d’identité vous avez vue, ou qu’il n’y en avait pas.")]),
    ...(form.nom === "" ? [error("nom", "Saisissez le nom de naissance.")] : []),
    ...(form.prenoms === "" ? [error("prenoms", "Saisissez au moins un prénom.")] : []),
    ...dateErrors(birthdate, now),
    ...placeErrors(form, codes),
  ];
  if (errors.length > 0 || birthdate === undefined) return { form, errors };
  const identity: Identity = {
    familyName: form.nom,
    givenNames: form.prenoms.split(" "),
    birthdate,
    ...(form.usage !== "" && { preferredUsername: form.usage }),
    ...(isSex(form.sexe) && { gender: SEXES[form.sexe] }),
    ...birthPlace(form, codes),
  };
  return { form, errors, proof: { identity, ...(document && { document }) } };
}

/** Whether the State can be asked about this identity: it looks people up by sex and place of birth too. */
export function isEnoughForTheState({ gender, birthcountry, birthplace }: Identity): boolean {
  const placed = birthcountry !== undefined && (birthcountry !== FRANCE || birthplace !== undefined);
  return placed && (gender === "female" || gender === "male");
}

const error = (field: FieldName | "naissance", message: string): FieldError => ({
  field,
  anchor: field === "naissance" ? "naissance.day" : field,
  message,
});

const isSex = (text: string): text is keyof typeof SEXES => Object.hasOwn(SEXES, text);

function dateIn(form: IdentityForm): string | undefined {
  const [day, month, year] = [form["naissance.day"], form["naissance.month"], form["naissance.year"]];
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

function dateErrors(birthdate: string | undefined, now: Date): readonly FieldError[] {
  if (birthdate === undefined) {
    return [error("naissance", "Saisissez une date de naissance qui existe, par exemple 27 3 1985.")];
  }
  return birthdate > now.toISOString().slice(0, 10)
    ? [error("naissance", "La date de naissance ne peut pas être après aujourd’hui.")]
    : [];
}

function placeErrors({ commune, pays }: IdentityForm, codes: readonly string[]): readonly FieldError[] {
  if (pays !== "" && !ABROAD.test(pays)) {
    return [error("pays", "Saisissez le code Insee du pays, cinq chiffres qui commencent par 99, ou rien.")];
  }
  if (commune === "" || codes.length === 1 || (pays !== "" && pays !== FRANCE)) return [];
  return codes.length === 0
    ? [
        error(
          "commune",
          "Aucune commune ne porte ce nom. Saisissez-la comme sur la pièce, par exemple « Avignon (84) », ou laissez vide.",
        ),
      ]
    : [
        error(
          "commune",
          "Plusieurs communes portent ce nom. Ajoutez le numéro du département, par exemple « Saint-Denis (93) ».",
        ),
      ];
}

function birthPlace(
  { pays }: IdentityForm,
  [code]: readonly string[],
): Pick<Identity, "birthplace" | "birthcountry"> {
  if (pays !== "" && pays !== FRANCE) return { birthcountry: pays };
  return code === undefined ? {} : { birthplace: code, birthcountry: FRANCE };
}
