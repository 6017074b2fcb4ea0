import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** Read at the first question: a process that asks none pays nothing. */
let names: Promise<ReadonlyMap<string, string>> | undefined;

/** Names by COG code: the communes of today, overseas included, and those that were joined to them. */
export function communeNames(): Promise<ReadonlyMap<string, string>> {
  names ??= readNames();
  return names;
}

async function readNames(): Promise<ReadonlyMap<string, string>> {
  const file = createRequire(import.meta.url).resolve("@etalab/decoupage-administratif/data/communes.json");
  const communes = JSON.parse(await readFile(file, "utf8")) as {
    readonly code: string;
    readonly nom: string;
    readonly type: string;
  }[];
  /** A former commune may share its code with the one that took it in: today's comes last and wins. */
  const sorted = communes.toSorted(
    (a, b) => Number(a.type === "commune-actuelle") - Number(b.type === "commune-actuelle"),
  );
  return new Map(sorted.map(({ code, nom }) => [code, nom]));
}
