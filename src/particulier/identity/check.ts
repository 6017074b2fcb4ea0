import type { Identity } from "../../federation/index.ts";
import type { IdentityCheck } from "../answer.ts";
import type { Route } from "../route.ts";
import { citizenAmong, type Person } from "./citizen-among.ts";

/** Whether the answer of a route is about this person, judged by the people it carries. */
export function checkIdentity(
  route: Route,
  data: Readonly<Record<string, unknown>>,
  identity: Identity,
): IdentityCheck {
  const people = (route.people?.keys ?? []).flatMap((key) => data[key] ?? []).filter(isPerson);
  if (people.length === 0) return "unverifiable";
  return citizenAmong(people, identity) ? "same" : "different";
}

/** Only texts and numbers are read from it, and a wrong type reads as nobody. */
function isPerson(value: unknown): value is Person {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
