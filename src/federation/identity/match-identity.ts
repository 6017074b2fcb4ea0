import type { Identity } from "../citizen.ts";
import { COMPARISONS, type FieldMatch, MATCHED_FIELDS, type MatchedField } from "./match-field.ts";

export interface IdentityMatch {
  /**
   * `certain`: link. `to_confirm`: nothing contradicts, but a person should look. `ambiguous`: one field
   * contradicts (a correction at the civil registry, or a homonym). `no`: another person.
   */
  readonly grade: "certain" | "to_confirm" | "ambiguous" | "no";
  readonly fields: Readonly<Record<MatchedField, FieldMatch>>;
}

/**
 * Grades whether two identities are one person's, with a reason per field. Never by e-mail.
 *
 * @param a one identity, e.g. the citizen's
 * @param b the other, e.g. the local account's
 * @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-projet/fs-projet-donnees-identites/
 * @example
 * import { matchIdentity, requireLevel } from "passerelle";
 * app.get("/compte", requireLevel("eidas1", (req, res) => {
 *   const { grade, fields } = matchIdentity(req.citizen.identity, accountOf(req));
 *   res.json({ grade, fields });
 * }));
 */
export function matchIdentity(a: Identity, b: Identity): IdentityMatch {
  const entries = MATCHED_FIELDS.map((field) => [field, COMPARISONS[field](a, b)] as const);
  const fields = Object.fromEntries(entries) as IdentityMatch["fields"];
  return { grade: gradeOf(fields), fields };
}

function gradeOf(fields: IdentityMatch["fields"]): IdentityMatch["grade"] {
  const matches = Object.values(fields);
  const contradictions = matches.filter((match) => match === "different").length;
  if (contradictions === 1 && matches.filter((match) => match === "equal").length >= 3) return "ambiguous";
  if (contradictions > 0) return "no";
  const isNamed = fields.familyName === "equal" && fields.givenNames === "equal";
  const isPlaced = fields.birthplace === "equal" || fields.birthcountry === "equal";
  return isNamed && isPlaced && fields.birthdate === "equal" ? "certain" : "to_confirm";
}
