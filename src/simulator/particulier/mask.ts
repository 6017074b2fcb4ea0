import type { Mask } from "./routes/route.ts";

/**
 * Leaves out of `data` every key whose scope is missing: absent, not null, as production answers.
 * The given data is not changed.
 */
export function maskByScope(data: unknown, masks: readonly Mask[], scopes: readonly string[]): unknown {
  const masked: unknown = structuredClone(data);
  for (const [path, scope] of masks) {
    if (!scopes.includes(scope)) remove(masked, path.split("."));
  }
  return masked;
}

function remove(value: unknown, [step = "", ...rest]: readonly string[]): void {
  if (value === null || typeof value !== "object") return;
  const isList = step.endsWith("[]");
  const key = isList ? step.slice(0, -2) : step;
  if (rest.length === 0) {
    Reflect.deleteProperty(value, key);
    return;
  }
  const child: unknown = Reflect.get(value, key);
  for (const item of isList && Array.isArray(child) ? child : [child]) remove(item, rest);
}
