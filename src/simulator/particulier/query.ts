export type Parameters = Readonly<Record<string, string | readonly string[]>>;

/**
 * Reads a query string as the platform's framework does: `prenoms[]=A&prenoms[]=B` is a list,
 * and a name repeated without brackets keeps its last value.
 */
export function parseQuery(query: string): Parameters {
  const parameters: Record<string, string | string[]> = Object.create(null);
  for (const [key, value] of new URLSearchParams(query)) {
    if (!key.endsWith("[]")) {
      parameters[key] = value;
      continue;
    }
    const name = key.slice(0, -2);
    const list = parameters[name];
    if (Array.isArray(list)) list.push(value);
    else parameters[name] = [value];
  }
  return parameters;
}

/** One text parameter; absent when missing, empty or a list. */
export function text(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
