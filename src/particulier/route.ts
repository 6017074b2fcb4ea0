import type { ZodObject, z } from "zod";

/** How a person is designated to API Particulier: the last segment of the path. */
export type Mode = "identite" | "france_connect" | "ine" | "identifiant";
export type Version = "v3" | "v4" | "v5";

/** One query parameter, with the rule the platform checks it by. */
export interface Parameter {
  readonly name: string;
  readonly required?: true;
  readonly kind: "string" | "integer" | "list";
  readonly pattern?: RegExp;
  /** Items a list may have, at most. */
  readonly most?: number;
  /** For a commune of birth: the country's code stands in its place for a birth abroad. */
  readonly countryAbroad?: true;
  /** Another parameter that has to come along. */
  readonly with?: string;
  /** What to write, for the message when the rule is broken. */
  readonly example: string;
}

/** A scope and the keys of `data` it unmasks, as paths (`admissions.est_inscrit`). */
export interface Scope {
  readonly name: string;
  readonly keys: readonly string[];
  /** Versions that know the key; all of them where absent. */
  readonly since?: Version;
  /** False when no FranceConnect token can carry it, so that the key never comes in FranceConnect mode. */
  readonly franceConnect: boolean;
}

export interface RouteVersion {
  readonly modes: Partial<Readonly<Record<Mode, readonly Parameter[]>>>;
  readonly deprecated?: true;
}

/** People in an answer, so that it can be compared with the citizen. */
export interface PeopleReader {
  readonly keys: readonly string[];
  /** Scopes without which the comparison cannot be made. */
  readonly scopes: readonly string[];
}

/**
 * One thing the State knows: a row of the table that the client reads.
 * @see https://particulier.api.gouv.fr/developpeurs/openapi
 */
export interface Route<Schema extends ZodObject = ZodObject> {
  /** The name in this library and on the command line. */
  readonly name: string;
  /** French, as a notice to the citizen would put it. */
  readonly title: string;
  /** The path between version and mode. */
  readonly resource: string;
  readonly versions: Partial<Readonly<Record<Version, RouteVersion>>>;
  /** The version called when none is asked for. */
  readonly version: Version;
  /** Who holds the data, in French, for the citizen. */
  readonly holder: string;
  /** Whose failure makes this route fail: the breaker's key. */
  readonly provider: string;
  readonly scopes: readonly Scope[];
  /** What is expected of `data`: every key may be masked, and a surprise is reported, not refused. */
  readonly schema: Schema;
  readonly people?: PeopleReader;
  /** Parameters of which the platform accepts exactly one. */
  readonly exactlyOne?: readonly string[];
  /** How long API Particulier serves its own copy, in seconds. 0: not at all. */
  readonly cacheSeconds: number;
  /** `GET /api/{ping}/ping`; absent where the platform has none. */
  readonly ping?: string;
}

export type DataOf<R extends Route> = z.infer<R["schema"]>;
