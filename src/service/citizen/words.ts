import type { DossierState } from "../../dossiers/index.ts";
import type { Level } from "../../federation/index.ts";
import type { FieldKind, Provenance } from "../../procedures/index.ts";
import type { French, Speech } from "../language/index.ts";

/** With a capital where a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** « Adresse, quotient familial » for labels that each begin with a capital; « CO₂ » keeps its own. */
export const list = ([first = "", ...others]: readonly string[]): string =>
  [
    first,
    ...others.map((label) => label.replace(/^\p{Lu}(?!\p{Lu})/u, (capital) => capital.toLowerCase())),
  ].join(", ");

export const LEVEL_LABELS: Readonly<Record<Level, string>> = {
  eidas1: "FranceConnect",
  eidas2: "FranceConnect+",
  eidas3: "FranceConnect+",
};

const PROVIDERS: Readonly<Record<string, string>> = {
  CNAF: "la CAF",
  MSA: "la MSA",
  MEN: "le ministère de l’Éducation nationale",
};

/** « la CAF » for a code that citizens do not know; the name itself for the others. */
export const provider = ({ translate }: Speech, name: string): string => translate(PROVIDERS[name] ?? name);

/** Where a value came from, in one line. */
export function origin(
  speech: Speech,
  { source, provider: from, period: about, fetchedAt }: Provenance,
): string {
  const { t, longMoment, period } = speech;
  if (source === "citizen") return t("Indiqué par vous");
  if (source === "agent") return t("Saisi par un agent");
  const whom =
    source === "franceconnect"
      ? "FranceConnect"
      : source === "franceconnect-plus"
        ? "FranceConnect+"
        : provider(speech, from ?? "l’administration");
  const given = t("Fourni par {whom}", { whom }) + (about ? `, ${period(about)}` : "");
  if (!fetchedAt) return given;
  return source === "api-particulier"
    ? `${given}, ${t("lu le {moment}", { moment: longMoment(fetchedAt) })}`
    : `${given} ${t("le {moment}", { moment: longMoment(fetchedAt) })}`;
}

/** Kinds of fields whose values are said in our words; what was typed into the others is somebody’s own. */
const IN_OUR_WORDS: ReadonlySet<FieldKind> = new Set([
  "number",
  "date",
  "choice",
  "choices",
  "yes-no",
  "agreement",
  "children",
  "document",
]);

/** A value, line by line, in the reader’s language. */
export const valueWords = (
  { translate }: Speech,
  kind: FieldKind | undefined,
  lines: readonly string[],
): readonly string[] => (kind && IN_OUR_WORDS.has(kind) ? lines.map(translate) : lines);

/** The states of a dossier, for whoever sent it. */
export const STATE_WORDS = {
  sent: "Envoyée",
  in_review: "En cours d’examen",
  correction_requested: "À corriger",
  accepted: "Acceptée",
  refused: "Refusée",
  closed: "Classée sans suite",
} as const satisfies Readonly<Record<DossierState, French>>;
