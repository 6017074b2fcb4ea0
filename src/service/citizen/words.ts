import type { DossierState } from "../../dossiers/index.ts";
import type { Level } from "../../federation/index.ts";
import type { Provenance } from "../../procedures/index.ts";
import { longMoment, periodInWords } from "../dates.ts";

const EUROS = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" });

/** « 3,40 € » */
export const euros = (cents: number): string => EUROS.format(cents / 100);

/** With a capital where a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const LEVEL_LABELS: Readonly<Record<Level, string>> = {
  eidas1: "FranceConnect",
  eidas2: "FranceConnect+",
  eidas3: "FranceConnect+",
};

const PROVIDERS: Readonly<Record<string, string>> = { CNAF: "la CAF", MSA: "la MSA" };

/** « la CAF » for a code that citizens do not know; the name itself for the others. */
export const provider = (name: string): string => PROVIDERS[name] ?? name;

/** Where a value came from, in one line. */
export function origin({ source, provider: from, period: about, fetchedAt }: Provenance): string {
  const at = fetchedAt ? ` le ${longMoment(fetchedAt)}` : "";
  if (source === "citizen") return "Indiqué par vous";
  if (source === "agent") return "Saisi par un agent";
  if (source === "franceconnect") return `Fourni par FranceConnect${at}`;
  if (source === "franceconnect-plus") return `Fourni par FranceConnect+${at}`;
  return `Fourni par ${provider(from ?? "l’administration")}${about ? `, ${periodInWords(about)}` : ""}${fetchedAt ? `, lu${at}` : ""}`;
}

/** The states of a dossier, for whoever sent it. */
export const STATE_WORDS: Readonly<Record<DossierState, string>> = {
  sent: "Envoyée",
  in_review: "En cours d’examen",
  correction_requested: "À corriger",
  accepted: "Acceptée",
  refused: "Refusée",
  closed: "Classée sans suite",
};
