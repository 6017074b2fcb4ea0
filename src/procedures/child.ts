import type { Identity } from "../federation/index.ts";
import type { FieldValue } from "./form.ts";
import { isParts } from "./value.ts";

const GENDERS: Readonly<Record<string, "female" | "male">> = { F: "female", M: "male" };

/**
 * The one child chosen in a field, as a provider looks a person up. Undefined for none or several, and for a child
 * that the citizen added by hand: nobody may look up a child that the State has not named as theirs.
 */
export function childAsked(value: FieldValue | undefined): Identity | undefined {
  const [child, ...others] = Array.isArray(value) ? value : [];
  if (child === undefined || others.length > 0 || !isParts(child) || child.declared === true)
    return undefined;
  const { givenNames, familyName, birthdate, sex } = child;
  if (typeof givenNames !== "string" || typeof familyName !== "string" || typeof birthdate !== "string")
    return undefined;
  const gender = typeof sex === "string" ? GENDERS[sex] : undefined;
  return {
    givenNames: givenNames.split(" "),
    familyName,
    birthdate,
    ...(gender === undefined ? {} : { gender }),
  };
}
