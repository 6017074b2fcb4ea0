import type { Procedure } from "../../procedures/index.ts";

/** What each source gives: the labels of the fields that it fills. */
export type SourceTitles = Readonly<Record<string, readonly string[]>>;

export function sourceTitles({ sources, fields }: Procedure): SourceTitles {
  return Object.fromEntries(
    Object.keys(sources).map((name) => [
      name,
      fields.filter(({ from }) => sourceName(from) === name).map(({ label }) => label),
    ]),
  );
}

/** The source that a field names in `from`; empty where it names none. */
export const sourceName = (from: string | undefined): string => from?.split(".")[0] ?? "";
