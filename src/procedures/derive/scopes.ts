import { ROUTES, type Route, scopesFor } from "../../particulier/index.ts";
import type { Procedure, SourceDeclaration } from "../declaration.ts";
import { splitFrom } from "../received.ts";

export interface ProcedureScopes {
  /** What to ask FranceConnect about the person. */
  readonly identity: readonly string[];
  /** What to ask FranceConnect so that its token opens the sources. */
  readonly franceConnect: readonly string[];
  /** What the habilitation's token must carry. */
  readonly apiParticulier: readonly string[];
}

/**
 * The identity pivot: every source looks the person up by all six.
 *
 * @see https://particulier.api.gouv.fr/developpeurs « FranceConnect », scopes d'identité
 */
const PIVOT = ["given_name", "family_name", "birthdate", "gender", "birthplace", "birthcountry"];

const CLAIM_SCOPES: Readonly<Record<string, string>> = {
  givenNames: "given_name",
  familyName: "family_name",
  preferredUsername: "preferred_username",
  gender: "gender",
  birthdate: "birthdate",
  birthplace: "birthplace",
  birthcountry: "birthcountry",
  email: "email",
};

/** The keys to ask for: those that are kept, and those that show whom the answer is about. */
function askedOf(source: SourceDeclaration): readonly string[] {
  const { people }: Route = ROUTES[source.route];
  const shown = source.allowUncheckedIdentity === undefined ? (people?.keys ?? []) : [];
  return [...source.keys, ...shown];
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/**
 * The least scopes that the procedure can do with.
 *
 * @see https://eur-lex.europa.eu/eli/reg/2016/679/oj GDPR, art. 5(1)(c): data minimisation
 * @example
 * import { scopesOf } from "passerelle";
 * scopesOf(restaurationScolaire).franceConnect; // ["cnaf_quotient_familial", "cnaf_allocataires", "cnaf_enfants", "cnaf_adresse"]
 */
export function scopesOf(procedure: Procedure): ProcedureScopes {
  const sources = Object.values(procedure.sources);
  const needed = sources.map((source) => scopesFor(source.route, askedOf(source)));
  const claims = [procedure.steps, procedure.stepsForOthers]
    .flatMap((steps) => steps.flatMap(({ fields }) => fields))
    .map(({ from }) => splitFrom(from ?? ""))
    .filter(({ source }) => source === "identity")
    .map(({ path }) => CLAIM_SCOPES[path[0] ?? ""] ?? "openid");
  return {
    identity: unique(["openid", ...(sources.length > 0 ? PIVOT : []), ...claims]),
    franceConnect: unique(needed.flatMap(({ franceConnect }) => franceConnect)),
    apiParticulier: unique(needed.flatMap(({ apiParticulier }) => apiParticulier)),
  };
}
