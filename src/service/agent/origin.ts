import type { Provenance } from "../../procedures/index.ts";
import { longMoment, periodInWords } from "./dates.ts";

/** Who speaks, as agents name them. A provider that is not listed keeps the name its answer carries. */
const PROVIDERS: Readonly<Record<string, string>> = {
  CNAF: "CAF",
  MSA: "MSA",
  "CNAF & MSA": "CAF ou MSA",
  FRANCE_TRAVAIL: "France Travail",
  CNOUS: "Crous",
  MESRI: "Enseignement supérieur",
  MEN: "Éducation nationale",
  ANTS: "France Titres (ANTS)",
};

const SOURCES: Readonly<Record<Provenance["source"], string>> = {
  franceconnect: "FranceConnect",
  "franceconnect-plus": "FranceConnect+",
  "api-particulier": "API Particulier",
  citizen: "Usager",
  agent: "Guichet",
};

/** Where a value came from, in the two parts that a badge shows. */
export interface Origin {
  /** « CAF », « FranceConnect », « Usager ». */
  readonly from: string;
  /** « novembre 2026 · lu le 12 novembre 2026 à 10 h 04 » */
  readonly detail?: string;
  /** The State said it, not the citizen. */
  readonly official: boolean;
}

/** Puts a provenance into words: source, provider, period, date. */
export function originOf(provenance: Provenance): Origin {
  const { source, provider, period, fetchedAt } = provenance;
  const named = provider === undefined ? undefined : (PROVIDERS[provider] ?? provider);
  const detail = [
    named !== undefined && source === "api-particulier" ? "via API Particulier" : undefined,
    period === undefined ? undefined : periodInWords(period),
    fetchedAt === undefined ? undefined : `lu le ${longMoment(fetchedAt)}`,
  ].filter((part) => part !== undefined);
  return {
    from: source === "api-particulier" && named !== undefined ? named : SOURCES[source],
    ...(detail.length > 0 && { detail: detail.join(" · ") }),
    official: source !== "citizen" && source !== "agent",
  };
}
