/** What an identity provider knows of a citizen: FranceConnect's raw claims, never normalised. */
export interface PersonaClaims {
  readonly given_name: string;
  /** Given where one given name contains a space; otherwise `given_name` is split on spaces. */
  readonly given_name_array?: readonly string[];
  readonly family_name: string;
  /** Nom d'usage; absent when unknown. */
  readonly preferred_username?: string;
  readonly gender?: "male" | "female" | "unspecified";
  /** `YYYY-MM-DD`; on FranceConnect+ month and day may be `00`. */
  readonly birthdate: string;
  /** INSEE COG code of the commune, `""` for a birth abroad. */
  readonly birthplace?: string;
  /** INSEE COG code of the country, France is `99100`. */
  readonly birthcountry?: string;
  readonly email?: string;
}

/** What differs between two views of one identity; `undefined` takes the claim away. */
export type ClaimsOverride = { readonly [K in keyof PersonaClaims]?: PersonaClaims[K] | undefined };

/** One view of an identity laid over another. */
export function overrideClaims(claims: PersonaClaims, override: ClaimsOverride = {}): PersonaClaims {
  const merged = { ...claims, ...override };
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as unknown as PersonaClaims;
}

export type CitizenPlatform = "franceconnect" | "franceconnect-plus";

/** One fictional citizen, and what happens when they log in. */
export interface Persona {
  /** Stable, unique; what `--auto` and `/__simulator/config` take. */
  readonly id: string;
  /** French, for the choice page. */
  readonly title: string;
  /** French: what is special about this persona and what to expect. */
  readonly note: string;
  /** The identity as FranceConnect gives it, rectified with the RNIPP. */
  readonly claims: PersonaClaims;
  /** What the identity provider sent, where it differs: FranceConnect+ gives this one. */
  readonly rawClaims?: ClaimsOverride;
  /** Where they can log in; both where absent. */
  readonly platforms?: readonly CitizenPlatform[];
  /** Identity providers (their `id`) where they have an account; all the French ones where absent. */
  readonly identityProviders?: readonly string[];
  /** The Y-code of the page on which the platform stops this citizen. */
  readonly error?: string;
  /** A row of the fault table that this persona always plays, on the platforms of that row. */
  readonly fault?: string;
  /** How API Particulier behaves for this person: a row of its own fault table, or a delay in milliseconds. */
  readonly particulier?: { readonly fault?: string; readonly delayMs?: number };
}
