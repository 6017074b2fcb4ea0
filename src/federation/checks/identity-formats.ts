import { FederationError } from "../errors/federation-error.ts";
import { isPartialDate } from "../identity/partial-date.ts";
import type { Check } from "./check.ts";
import type { IdentityContext } from "./contexts.ts";

const TEXTS = [
  "given_name",
  "family_name",
  "preferred_username",
  "gender",
  "birthplace",
  "birthcountry",
  "email",
] as const;
const LONGEST = 1_000;

const isNothing = (value: unknown): boolean => value === undefined || value === null;
/** No civil register holds one, a terminal obeys them, and PostgreSQL cannot store a NUL. */
const CONTROL = /\p{Cc}/u;
const isShortText = (value: unknown): boolean =>
  typeof value === "string" && value.length <= LONGEST && !CONTROL.test(value);

/** Text is text and a date a date: nothing else enters a session. */
export const identityFormats: Check<IdentityContext> = {
  name: "identity-formats",
  run({ claims }) {
    const areTexts = TEXTS.every((name) => isNothing(claims[name]) || isShortText(claims[name]));
    const names = claims.given_name_array;
    const isList =
      isNothing(names) || (Array.isArray(names) && names.length <= 50 && names.every(isShortText));
    const isDate = isNothing(claims.birthdate) || claims.birthdate === "" || isPartialDate(claims.birthdate);
    if (!areTexts || !isList || !isDate) throw new FederationError("identity_invalid", { part: "userinfo" });
  },
};
