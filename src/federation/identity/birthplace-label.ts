import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Identity } from "../citizen.ts";

const FRANCE = "99100";

/** Names by COG code, read at the first question: a process that shows none pays nothing. */
let names: Promise<ReadonlyMap<string, string>> | undefined;

/**
 * The place of birth in words, where the COG code is known: a commune of today, overseas included, or France.
 *
 * @returns undefined for a birth abroad and for a code that the table has not (a commune that no longer exists)
 * @see https://www.insee.fr/fr/information/2560452 (code officiel géographique)
 * @example
 * import { birthplaceLabel } from "passerelle";
 * const label = await birthplaceLabel({ givenNames: ["Angela"], familyName: "DUBOIS", birthdate: "1962-08-24", birthplace: "84007" }); // "Avignon"
 */
export async function birthplaceLabel(identity: Identity): Promise<string | undefined> {
  const { birthplace, birthcountry } = identity;
  names ??= readNames();
  const commune = birthplace && (await names).get(birthplace);
  return commune || (birthcountry === FRANCE ? "France" : undefined);
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
