/** What FranceConnect says of an access token that is still alive. */
export interface CitizenToken {
  readonly scopes: readonly string[];
  readonly identity: {
    readonly family_name?: string;
    readonly given_name?: string;
    readonly birthdate?: string;
    readonly gender?: string;
    readonly birthplace?: string;
    readonly birthcountry?: string;
  };
}

export type CitizenTokenAnswer = CitizenToken | "malformed" | "inactive" | "unavailable";

/** Reads the `token_introspection` claim; anything that is not an active token is `inactive`. */
export function citizenTokenFrom(introspection: unknown): CitizenTokenAnswer {
  const claims = isRecord(introspection) ? introspection : {};
  if (claims.active !== true) return "inactive";
  const claim = (name: string) => (typeof claims[name] === "string" ? { [name]: claims[name] } : {});
  return {
    scopes: String(claims.scope ?? "")
      .split(" ")
      .filter((scope) => scope !== ""),
    identity: {
      ...claim("family_name"),
      ...claim("given_name"),
      ...claim("birthdate"),
      ...claim("gender"),
      ...claim("birthplace"),
      ...claim("birthcountry"),
    },
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
