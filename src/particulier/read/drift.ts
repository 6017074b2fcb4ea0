import type { Route } from "../route.ts";

const MOST = 20;
const PATH = /^[\w.[\]]{1,100}$/;

/**
 * Where an answer is not what the route declares: a wrong type, a key nobody knows. Paths and types only, because
 * this is logged. The data itself is kept as it came.
 */
export function driftOf(data: Readonly<Record<string, unknown>>, route: Route): readonly string[] {
  const parsed = route.schema.safeParse(data);
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.code}`);
  const declared = route.schema.shape;
  const unknown = Object.keys(data).filter((key) => !Object.hasOwn(declared, key));
  const strange = unknown.map((key) => `${PATH.test(key) ? key : "?"}: unknown key`);
  return [...wrong, ...strange].slice(0, MOST);
}
