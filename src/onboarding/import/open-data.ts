import type { MilestoneSlug } from "../milestone.ts";
import type { FileKind } from "./import-file.ts";
import { parseDay } from "./parse-day.ts";

type Column = "service" | "siret" | "name" | "day" | "basis";

/** What a habilitation for this service proves. */
const PROVES: readonly { readonly service: RegExp; readonly milestone: MilestoneSlug }[] = [
  { service: /franceconnect/i, milestone: "habilitation-franceconnect" },
  { service: /api\s+particulier/i, milestone: "habilitation-api-particulier" },
];

/**
 * The monthly open-data file of active habilitations (« habilitations-datapass-validees »), matched by SIRET.
 *
 * @see https://www.data.gouv.fr/datasets/habilitations-datapass-validees
 */
export const OPEN_DATA: FileKind<Column> = {
  kind: "open-data",
  columns: {
    service: { names: ["API ou Service demandé", "API ou service demandé", "API"] },
    siret: { names: ["SIRET du demandeur", "SIRET"] },
    name: { names: ["Dénomination de l’unité légale du demandeur", "Dénomination", "Nom"], optional: true },
    basis: { names: ["Fondement juridique"], optional: true },
    day: { names: ["Date de validation", "Date"] },
  },
  read: ({ service, siret, name, day, basis }) => {
    const proof = PROVES.find(({ service: pattern }) => pattern.test(service));
    if (!proof) return undefined;
    const at = parseDay(day);
    if (!at) return `la date « ${day.slice(0, 30)} » n’est pas une date (2022-03-01 ou 01/03/2022)`;
    return {
      siret,
      name: name ?? "",
      event: (code) => ({
        milestone: proof.milestone,
        action: "reached",
        at,
        source: "open-data",
        reference: `open-data:${code}:${proof.milestone}:${at}`,
        evidence: { service, ...(basis && { basis: basis.slice(0, 500) }) },
      }),
    };
  },
};
