import { z } from "zod";
import type { Identity } from "../../federation/index.ts";
import type { IdentityCheck } from "../answer.ts";
import type { Route } from "../route.ts";
import { citizenAmong, type Person } from "./citizen-among.ts";

const platformMatching = z.object({ identity_matching: z.object({ overall_match: z.boolean() }) });

/**
 * Whether the answer of a route is about this person, judged by the people it carries and, for vehicles, by what
 * the platform itself found (`meta.identity_matching`). Undefined where nobody was named and nothing compared.
 */
export function checkIdentity(
  route: Route,
  data: Readonly<Record<string, unknown>>,
  meta: Readonly<Record<string, unknown>>,
  identity: Identity | undefined,
): IdentityCheck | undefined {
  const matching = platformMatching.safeParse(meta);
  const platformAgrees = matching.success ? matching.data.identity_matching.overall_match : undefined;
  if (platformAgrees === false) return "different";
  if (identity === undefined) return platformAgrees ? "same" : undefined;
  const people = (route.people?.keys ?? []).flatMap((key) => data[key] ?? []).filter(isPerson);
  if (people.length === 0) return platformAgrees ? "same" : "unverifiable";
  return citizenAmong(people, identity) ? "same" : "different";
}

/** Only texts and numbers are read from it, and a wrong type reads as nobody. */
function isPerson(value: unknown): value is Person {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
