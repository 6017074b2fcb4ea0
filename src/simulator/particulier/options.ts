import type { RequestHandler } from "express";

/** The part of pino's logger that the simulator uses. */
export interface SimulatorLogger {
  info(object: object, message?: string): void;
  warn(object: object, message?: string): void;
  error(object: object, message?: string): void;
  debug(object: object, message?: string): void;
}

/** A citizen whose calls may be answered badly; recognised by the identity claims of FranceConnect. */
export interface ParticulierPersona {
  readonly id: string;
  readonly claims: {
    readonly family_name?: unknown;
    readonly given_name?: unknown;
    readonly birthdate?: unknown;
  };
  /** `fault`: a name from {@link PARTICULIER_FAULTS}; `delayMs`: milliseconds before the answer. */
  readonly particulier?: { readonly fault?: string; readonly delayMs?: number };
}

/** How API Particulier asks FranceConnect who a token belongs to (`POST checktoken`, answered by a JWE around a JWS). */
export interface ChecktokenOptions {
  /** Address of FranceConnect's checktoken endpoint. */
  readonly url: string;
  /** Credentials of the data provider (fournisseur de données), not of the service. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Private JWK that opens the JWE; its `alg` is the registered key management algorithm. */
  readonly privateJwk: JsonWebKey & { readonly kid?: string };
  /** Issuer expected in the JWS. */
  readonly issuer: string;
  /** FranceConnect's keys, to verify the JWS. */
  readonly jwksUrl: string;
}

/** Calls allowed per window. Production's values are the defaults; `null` lifts a limit. */
export interface LimitOptions {
  /** Per habilitation token, per second (production: 20). */
  readonly perTokenPerSecond?: number | null;
  /** Per client address, per minute, all calls (production: 1000); beyond it the address gets no answer for 12 hours. */
  readonly perAddressPerMinute?: number | null;
  /** FranceConnect mode, per client address, per minute (production: 30). */
  readonly franceConnectPerMinute?: number | null;
  /** FranceConnect mode, per client address, per hour (production: 600). */
  readonly franceConnectPerHour?: number | null;
}

export interface ApiParticulierOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Address to listen on, e.g. `127.0.0.1`. */
  readonly host: string;
  /** More cases in the official layout: `<folder>/*.yaml` with `params`, `status`, `payload`. */
  readonly casesDir?: string;
  readonly personas: readonly ParticulierPersona[];
  /** The fault that the dial stands on now, or null. A name that is not in {@link PARTICULIER_FAULTS} is ignored. */
  readonly fault: () => string | null;
  readonly checktoken: ChecktokenOptions;
  readonly limits?: LimitOptions;
  /** Leave out the keys whose scope is missing, as production does. Default true; the official staging does not. */
  readonly maskByScope?: boolean;
  /** Answers under `/__simulator/`, the same on every port of the simulators. */
  readonly control?: RequestHandler;
  readonly now?: () => Date;
  readonly logger?: SimulatorLogger;
}

/** A habilitation of the simulator, to be sent as `Authorization: Bearer`. */
export interface ParticulierToken {
  readonly name: string;
  readonly token: string;
  readonly scopes: readonly string[];
}

export interface RunningApiParticulier {
  readonly url: string;
  readonly tokens: readonly ParticulierToken[];
  close(): Promise<void>;
}
