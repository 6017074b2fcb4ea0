/** A posted text: trimmed, line ends as `\n`, in one Unicode form; empty where there is none or more than one. */
export function textOf(body: unknown, name: string): string {
  const value = postedValue(body, name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").normalize("NFC").trim() : "";
}

/** The ticked values of a group of boxes. */
export function listOf(body: unknown, name: string): readonly string[] {
  const value = postedValue(body, name);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((item) => typeof item === "string");
}

function postedValue(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined;
}
