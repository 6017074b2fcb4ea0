import type { Answer } from "../answer.ts";
import type { Call } from "../call.ts";
import type { CitizenToken } from "../citizen-token.ts";
import { platformError, providerError } from "../errors.ts";
import type { Platform } from "../platform.ts";
import { providerFailure } from "../provider-errors.ts";
import type { Parameters } from "../query.ts";
import { birthdate, familyName, givenNames } from "../rules/civility.ts";

/** The same for every citizen: two of them can collide in a 409. */
const FRANCECONNECT_CALLER = "11111111-1111-1111-1111-111111111111";

const REFUSALS = {
  malformed: { subcode: "501", detail: "Le jeton d'accès est mal formaté." },
  inactive: { subcode: "502", detail: "Le jeton d'accès n'a pas été trouvé ou est expiré." },
  missing: { subcode: "504", detail: "Le jeton d'accès FranceConnect est manquant." },
} as const;

/**
 * Asks FranceConnect who the access token belongs to, and puts that identity in place of the parameters.
 * The identity is checked here, so a partial birth date is refused before the scopes are looked at.
 */
export async function authenticateCitizen(call: Call, platform: Platform): Promise<Answer | undefined> {
  if (call.bearer === undefined) return refuse("missing");
  const token = await platform.readCitizenToken(call.bearer);
  if (token === "malformed" || token === "inactive") return refuse(token);
  if (token === "unavailable") return providerFailure("FranceConnect", "999");
  const person = identityParameters(token);
  const code = familyName(person) ?? givenNames(person) ?? birthdate(person);
  if (code) return platformError(422, code);
  call.parameters = { ...call.query, ...person };
  call.caller = {
    id: FRANCECONNECT_CALLER,
    scopes: token.scopes.filter((scope) => !scope.includes("_identite")),
  };
  return undefined;
}

function refuse(why: keyof typeof REFUSALS): Answer {
  const { subcode, detail } = REFUSALS[why];
  return providerError(401, "FranceConnect", subcode, { title: "Accès non autorisé", detail });
}

/** FranceConnect's pivot as the platform's own parameters: names split on spaces, anything but male is F. */
function identityParameters({ identity }: CitizenToken): Parameters {
  const [year = "", month = "", day = ""] = (identity.birthdate ?? "").split("-");
  return {
    nomNaissance: identity.family_name ?? "",
    prenoms: (identity.given_name ?? "").split(" ").filter((name) => name !== ""),
    anneeDateNaissance: year,
    moisDateNaissance: month,
    jourDateNaissance: day,
    sexeEtatCivil: identity.gender === "male" ? "M" : "F",
    codeCogInseeCommuneNaissance: identity.birthplace ?? "",
    codeCogInseePaysNaissance: identity.birthcountry ?? "",
  };
}
