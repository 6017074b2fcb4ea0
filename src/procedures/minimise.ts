import type { FieldValue } from "./form.ts";
import { isParts, type Parts } from "./value.ts";

function keepIn(value: unknown, paths: readonly (readonly string[])[]): FieldValue | undefined {
  if (Array.isArray(value)) {
    return value.map((item) => keepIn(item, paths)).filter((item) => item !== undefined);
  }
  if (typeof value === "object" && value !== null) {
    const whole = paths.some((path) => path.length === 0);
    const kept = Object.entries(value).flatMap(([key, part]): [string, FieldValue][] => {
      const inside = whole ? [[]] : paths.filter(([head]) => head === key).map(([, ...rest]) => rest);
      const value = inside.length === 0 ? undefined : keepIn(part, inside);
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(kept);
  }
  if (!paths.some((path) => path.length === 0)) return undefined;
  const plain = ["string", "number", "boolean"].includes(typeof value) || value === null;
  return plain ? (value as FieldValue) : undefined;
}

/** Only the declared keys of an answer, as JSON: what no field reads is forgotten at once. */
export function minimise(data: object, keys: readonly string[]): Parts {
  const kept = keepIn(
    data,
    keys.map((key) => key.split(".")),
  );
  return isParts(kept) ? kept : {};
}
