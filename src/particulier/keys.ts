import { ZodArray, ZodNullable, ZodObject, ZodOptional } from "zod";
import { ROUTES, type RouteName } from "./routes.ts";

/**
 * Every key that a route's `data` may hold, as paths: `quotient_familial`, `quotient_familial.valeur`…
 * The items of a list have no index: `enfants.prenoms`.
 *
 * @see https://particulier.api.gouv.fr/developpeurs
 * @example
 * import { keysOf } from "passerelle";
 * keysOf("service-national"); // ["statut_service_national", "commentaires"]
 */
export function keysOf(name: RouteName): readonly string[] {
  const known = KNOWN.get(name) ?? pathsIn(ROUTES[name].schema);
  KNOWN.set(name, known);
  return known;
}

/** Read once per route: every call checks its keys. */
const KNOWN = new Map<RouteName, readonly string[]>();

function pathsIn(schema: unknown, prefix = ""): string[] {
  const inner = bare(schema);
  if (!(inner instanceof ZodObject)) return [];
  return Object.entries(inner.shape).flatMap(([key, value]) => [
    prefix + key,
    ...pathsIn(value, `${prefix}${key}.`),
  ]);
}

function bare(schema: unknown): unknown {
  if (schema instanceof ZodOptional || schema instanceof ZodNullable) return bare(schema.unwrap());
  return schema instanceof ZodArray ? bare(schema.element) : schema;
}
