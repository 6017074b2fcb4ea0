import type { Provenance } from "../../procedures/index.ts";
import { periodInWords, shortMoment } from "../dates.ts";

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

/** Whom the counts name: a provider by its code, or a source. */
export const originName = (origin: string): string =>
  PROVIDERS[origin] ?? SOURCES[origin as Provenance["source"]] ?? origin;

/** The agent's own source. */
const SEEN = "pièce d’identité vue";

/** Where a value came from, in the two parts that a badge shows. */
export interface Origin {
  /** « CAF », « FranceConnect », « Usager ». */
  readonly from: string;
  /** « via API Particulier, novembre 2026 », then « lu le 12/11/2026 à 10 h 04 ». */
  readonly details: readonly string[];
  /** The State said it, not the citizen. */
  readonly official: boolean;
}

/** Puts a provenance into words: source, provider, period, date. */
export function originOf(provenance: Provenance): Origin {
  const { source, provider, period, fetchedAt } = provenance;
  const fromProvider = source === "api-particulier" && provider !== undefined;
  const about = [
    ...(fromProvider ? ["via API Particulier"] : []),
    ...(period === undefined ? [] : [periodInWords(period)]),
  ];
  return {
    from: fromProvider ? (PROVIDERS[provider] ?? provider) : SOURCES[source],
    details: [
      ...(about.length > 0 ? [about.join(", ")] : []),
      ...(fetchedAt === undefined
        ? []
        : [`${source === "agent" ? SEEN : "lu"} le ${shortMoment(fetchedAt)}`]),
    ],
    official: source !== "citizen" && source !== "agent",
  };
}
