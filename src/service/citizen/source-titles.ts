import type { Procedure } from "../../procedures/index.ts";

/** What each source gives, in the labels of the fields that it fills: « Adresse, quotient familial ». */
export function sourceTitles({ sources, fields }: Procedure): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(sources).map((name) => {
      const [first = "", ...others] = fields
        .filter(({ from }) => sourceName(from) === name)
        .map(({ label }) => label);
      return [
        name,
        [first, ...others.map((label) => label.charAt(0).toLowerCase() + label.slice(1))].join(", "),
      ];
    }),
  );
}

/** The source that a field names in `from`; empty where it names none. */
export const sourceName = (from: string | undefined): string => from?.split(".")[0] ?? "";
