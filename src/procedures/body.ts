/**
 * What the browser sent, read with distrust: only strings and lists of strings exist,
 * and a field sent twice where one value is expected counts as not sent.
 */
export interface Body {
  readonly has: (name: string) => boolean;
  readonly one: (name: string) => string;
  readonly many: (name: string) => readonly string[];
  /** Everything sent for a field and its parts, by input name. */
  readonly of: (field: string) => Readonly<Record<string, readonly string[]>>;
}

/** Reads the parsed body of a form, whatever it is; it never throws. */
export function readBody(body: unknown): Body {
  const values = new Map<string, readonly string[]>();
  if (typeof body === "object" && body !== null && !Array.isArray(body)) {
    for (const [name, value] of Object.entries(body)) {
      const list: unknown[] = Array.isArray(value) ? value : [value];
      if (list.every((item) => typeof item === "string")) values.set(name, list);
    }
  }
  return {
    has: (name) => values.has(name),
    one: (name) => {
      const list = values.get(name) ?? [];
      return list.length === 1 ? (list[0] ?? "") : "";
    },
    many: (name) => values.get(name) ?? [],
    of: (field) =>
      Object.fromEntries([...values].filter(([name]) => name === field || name.startsWith(`${field}.`))),
  };
}
