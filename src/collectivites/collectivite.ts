/** One commune, intercommunalité, département… with its own portal. Nothing in it is secret. */
export interface Collectivite {
  /** Never changes, even when the SIRET does. */
  readonly id: string;
  /** As in an address: `val-de-sorgue`. */
  readonly slug: string;
  /** 14 digits: the `recipient` of API Particulier, and what an agent's ProConnect `siret` must equal. */
  readonly siret: string;
  /** The first 9 digits of the SIRET. */
  readonly siren: string;
  readonly name: string;
  /** The host name its portal answers on, without port; absent where there is only one collectivité. */
  readonly host?: string;
  readonly theme: Theme;
  readonly contact: Contact;
}

/** Colours as `#rrggbb`. */
export interface Theme {
  readonly primary: string;
  readonly accent: string;
  /** Path of the logo, on our own origin. */
  readonly logo?: string;
}

/** The ways that need no screen, printed on every procedure. */
export interface Contact {
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly openingHours?: string;
  /** How to reach the data protection officer. */
  readonly dpo?: string;
}

/** A client registered at a provider in this collectivité's own name: FranceConnect requires one per commune. */
export interface RegisteredClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingAlg?: "ES256" | "RS256" | "HS256";
}

/** What the collectivité authenticates with. Kept encrypted, read on demand, never part of a page. */
export interface Credentials {
  readonly franceConnect?: RegisteredClient;
  readonly franceConnectPlus?: RegisteredClient;
  readonly proConnect?: RegisteredClient;
  /** The habilitation's JWT. */
  readonly apiParticulierToken?: string;
}
