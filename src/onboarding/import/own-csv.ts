import { isMilestone, MILESTONES, SIDE_MILESTONES } from "../milestone.ts";
import type { FileKind } from "./import-file.ts";
import { parseDay } from "./parse-day.ts";

type Column = "siret" | "name" | "milestone" | "day" | "note" | "vendor" | "opsn";

const fold = (text: string) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

/** A milestone may be written by its slug or by its French title. */
const BY_NAME = new Map(
  [...MILESTONES, ...SIDE_MILESTONES].flatMap(({ slug, title }) => [
    [fold(slug), slug],
    [fold(title), slug],
  ]),
);

/** A file of one's own: who, which milestone, when, and who carries it. */
export const OWN_CSV: FileKind<Column> = {
  kind: "own-csv",
  columns: {
    siret: { names: ["siren", "siret", "SIREN ou SIRET"] },
    milestone: { names: ["jalon", "milestone", "étape"] },
    day: { names: ["date", "le"] },
    name: { names: ["nom", "name", "collectivité"], optional: true },
    note: { names: ["note", "preuve", "evidence", "commentaire"], optional: true },
    vendor: { names: ["éditeur", "vendor", "logiciel"], optional: true },
    opsn: { names: ["opsn", "opérateur", "opérateur mutualisé", "syndicat"], optional: true },
  },
  read: ({ siret, milestone, day, name, note, vendor, opsn }) => {
    const slug = BY_NAME.get(fold(milestone));
    if (!slug || !isMilestone(slug)) return `« ${milestone.slice(0, 40)} » n’est pas un jalon connu`;
    const at = parseDay(day);
    if (!at) return `la date « ${day.slice(0, 30)} » n’est pas une date (2022-03-01 ou 01/03/2022)`;
    return {
      siret,
      name: name ?? "",
      ...(vendor && { vendor }),
      ...(opsn && { opsn }),
      event: (code) => ({
        milestone: slug,
        action: "reached",
        at,
        source: "own-csv",
        reference: ["own-csv", code, slug, at, ...[vendor, opsn].filter(Boolean)].join(":"),
        evidence: note ? { note: note.slice(0, 500) } : {},
      }),
    };
  },
};
