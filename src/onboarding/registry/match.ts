import type { Store } from "../../storage/index.ts";
import { successorsFromCog } from "./cog.ts";

/** How a SIRET was tied to a collectivité, or why it was not. */
export type Match =
  | { readonly outcome: "known"; readonly code: string }
  /** A commune that has been merged: counted with the one it became. */
  | { readonly outcome: "merged"; readonly code: string; readonly former: string }
  /** A département or région whose SIREN the registry did not know: recognised by its name. */
  | { readonly outcome: "learned"; readonly code: string; readonly siren: string }
  | { readonly outcome: "not-a-collectivite" | "unknown" | "malformed" };

/** First digits of the SIREN of a collectivité territoriale: commune, EPCI, département, région. */
const COLLECTIVITE = /^(21|20|24|22|23)/;

export interface Matcher {
  match(siret: string, name: string): Match;
}

/** Ties SIRETs to the registry. It is read once: an import looks up a hundred thousand of them. */
export async function createMatcher(store: Store): Promise<Matcher> {
  const rows = await store.db
    .selectFrom("onboarding_territories")
    .select(["code", "kind", "siren", "name"])
    .execute();
  const bySiren = new Map(rows.flatMap(({ siren, code }) => (siren ? [[siren, code] as const] : [])));
  const nameless = new Map(
    rows.flatMap(({ siren, kind, code, name }) =>
      !siren && (kind === "departement" || kind === "region")
        ? [[`${kind}:${fold(name)}`, code] as const]
        : [],
    ),
  );
  const codes = new Set(rows.map(({ code }) => code));
  let successors: ReadonlyMap<string, string> | undefined;
  /** Read only where a SIREN is unknown: few files name a commune that is no more. */
  const successorOf = (former: string) => {
    successors ??= successorsFromCog();
    return successors.get(former);
  };
  return {
    match: (siret, name) => {
      const digits = siret.replace(/\s/g, "");
      if (!/^\d{9}(\d{5})?$/.test(digits)) return { outcome: "malformed" };
      const siren = digits.slice(0, 9);
      const known = bySiren.get(siren);
      if (known) return { outcome: "known", code: known };
      if (!COLLECTIVITE.test(siren)) return { outcome: "not-a-collectivite" };
      const former = formerCommune(siren);
      const successor = former && successorOf(former);
      if (former && successor && codes.has(`commune:${successor}`)) {
        return { outcome: "merged", code: `commune:${successor}`, former };
      }
      const kind = siren.startsWith("22") ? "departement" : "region";
      const named = nameless.get(`${kind}:${fold(name.replace(PREFIX, ""))}`);
      return named ? { outcome: "learned", code: named, siren } : { outcome: "unknown" };
    },
  };
}

/** « DEPARTEMENT DE LA GIRONDE », « CONSEIL DEPARTEMENTAL DU VAR », « REGION BRETAGNE ». */
const PREFIX =
  /^(conseil\s+)?(d[ée]partement(al)?|r[ée]gion(al)?)(\s+(de\s+la|de\s+l['’]|des|du|de|d['’]))?\s*/i;

const fold = (name: string) =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

/** The SIREN of a commune of the mainland carries its INSEE code: 21, département, 0, three digits, key. */
function formerCommune(siren: string): string | undefined {
  const match = /^21(\d{2})0(\d{3})\d$/.exec(siren);
  return match ? `${match[1]}${match[2]}` : undefined;
}
