import type { FieldValue } from "./form.ts";

export type Parts = Readonly<Record<string, FieldValue>>;

export function isParts(value: FieldValue | undefined): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isEmpty(value: FieldValue | undefined): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

/** JSON with sorted keys: the same value always gives the same text. */
export function canonical(value: FieldValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isParts(value)) return JSON.stringify(value);
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
  return `{${entries.join(",")}}`;
}

export function sameValue(one: FieldValue, other: FieldValue): boolean {
  return canonical(one) === canonical(other);
}

/** Follows a path of keys, through every item of a list; undefined as soon as a key is absent. */
export function valueAt(value: FieldValue | undefined, path: readonly string[]): FieldValue | undefined {
  const [key, ...rest] = path;
  if (key === undefined || value === undefined) return value;
  if (Array.isArray(value)) {
    return value.map((item) => valueAt(item, path)).filter((item) => item !== undefined);
  }
  return isParts(value) && Object.hasOwn(value, key) ? valueAt(value[key], rest) : undefined;
}
