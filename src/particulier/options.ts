import type { Registry } from "prom-client";
import type { Habilitation } from "./habilitation.ts";

/** The part of pino that this library uses. */
export interface Logger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
  debug(details: object, message: string): void;
}

export interface ApiParticulierOptions extends Habilitation {
  /** `staging`, `production`, or a base URL (https, or http on a loopback address). */
  readonly url: "staging" | "production" | URL | string;
  /** Milliseconds that one call may take altogether. Default 15 000. */
  readonly deadline?: number;
  readonly quotas?: QuotaOptions;
  /** A connected client of the `redis` package: quotas are then counted for all processes together. */
  readonly redis?: RedisLike;
  readonly breaker?: BreakerOptions;
  readonly logger?: Logger;
  /** A prom-client registry that the metrics are added to. */
  readonly metrics?: Registry;
  readonly now?: () => Date;
  /** Bytes of a body above which it is refused. Default 1 MiB; compression is declined. */
  readonly maximumBodyBytes?: number;
}

/** How many calls the platform allows. Lowered and raised by its own `RateLimit-*` headers. */
export interface QuotaOptions {
  /** Per habilitation token and second. Default 20. */
  readonly perTokenPerSecond?: number;
  /** Per outgoing IP address and minute, all tokens together. Default 1 000. */
  readonly perAddressPerMinute?: number;
  /** FranceConnect mode, per outgoing IP address. Defaults 30 and 600. */
  readonly franceConnectPerMinute?: number;
  readonly franceConnectPerHour?: number;
}

export interface BreakerOptions {
  /** Failures in a row after which a provider is left alone. Default 5. */
  readonly failures?: number;
  /** Milliseconds for which it is left alone. Default 30 000. */
  readonly pause?: number;
}

/** What the quotas need of a `redis` client. */
export interface RedisLike {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}
