import type { Dossier } from "../../../dossiers/index.ts";
import type { FieldReadAgain, FilledForm } from "../../../procedures/index.ts";
import type { Mirror, MirrorRow, ReadAgain } from "../mirror.ts";
import { originOf } from "../origin.ts";
import { lastReadings } from "./asked-again.ts";

const DIFFERENCE = new Intl.NumberFormat("fr-FR", { signDisplay: "exceptZero", maximumFractionDigits: 2 });

/**
 * The mirror with what sources said the second time beside what they had said: a value that has changed since is to be
 * looked at, and no longer spares a document.
 */
export function withReadings(mirror: Mirror, { form, history }: Pick<Dossier, "form" | "history">): Mirror {
  const readings = new Map(
    [...lastReadings(history).values()].flatMap(({ at, read }) =>
      read.fields.map((field) => [field.name, readingOf(form, field, at)] as const),
    ),
  );
  if (readings.size === 0) return mirror;
  const withReading = (row: MirrorRow): MirrorRow => {
    const again = readings.get(row.name);
    return again ? { ...row, again } : row;
  };
  const sections = mirror.sections.map(({ title, rows }) => ({ title, rows: rows.map(withReading) }));
  const known = new Set(mirror.toCheck.map(({ name }) => name));
  const rows = sections.flatMap((section) => section.rows);
  const changed = rows.filter(({ name, again }) => again?.same === false && !known.has(name));
  const doubtful = new Set(changed.map(({ label }) => label));
  return {
    sections,
    toCheck: [...mirror.toCheck.map(withReading), ...changed],
    certified: mirror.certified
      .map(({ from, labels }) => ({ from, labels: labels.filter((label) => !doubtful.has(label)) }))
      .filter(({ labels }) => labels.length > 0),
  };
}

function readingOf(form: FilledForm, { name, received, same }: FieldReadAgain, at: string): ReadAgain {
  const before = form.fields.find((field) => field.name === name)?.received?.value;
  const after = received?.value;
  return {
    at,
    same,
    value: received?.display ?? [],
    ...(received && { origin: originOf(received.provenance) }),
    ...(typeof before === "number" &&
      typeof after === "number" &&
      !same && { difference: DIFFERENCE.format(after - before) }),
  };
}
