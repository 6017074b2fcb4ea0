import type { Request, RequestHandler, Response } from "express";
import type { Agent } from "./agent.ts";
import type { Citizen, Level, Platform } from "./citizen.ts";
import type { ClientOptions, TenantClients } from "./client.ts";
import type { FederationError } from "./errors/federation-error.ts";
import type { KeyRing } from "./keys/ring.ts";
import type { Logger } from "./logger.ts";

/** What a login's extra scopes may depend on. */
export interface ScopeContext {
  readonly req: Request;
  readonly level: Level;
  readonly platform: Platform;
  readonly returnTo: string;
}

/** A login that passed every check; the access token dies 60 seconds after it was issued. */
export interface Login {
  readonly req: Request;
  readonly citizen: Citizen;
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  /** As granted, where the provider says so; else as asked. */
  readonly scopes: readonly string[];
  readonly returnTo: string;
  readonly tenant?: string;
}

/** One collectivité among many: its name seals its logins and its sessions. */
export interface Tenant extends TenantClients {
  readonly tenant: string;
  /** Where its citizens come back to; the options' `baseUrl` by default. */
  readonly baseUrl?: string;
}

/** What every provider's middleware shares. */
export interface CommonOptions {
  /** The public address, with its path if there is one. Never taken from the Host header. */
  readonly baseUrl: string;
  /** Answers a failed login; a plain French page by default. */
  readonly renderError?: (req: Request, res: Response, error: FederationError) => void;
  readonly logger?: Logger;
  readonly now?: () => Date;
}

/** Options of `franceConnect()`. */
export interface FranceConnectOptions extends CommonOptions, TenantClients {
  /**
   * One client per collectivité in one process: replaces `franceConnect` and `franceConnectPlus`.
   * In the callback `tenant` is the one sealed at the start of the login.
   */
  readonly clientFor?: (req: Request, tenant?: string) => Tenant | undefined | Promise<Tenant | undefined>;
  /** Folder of the service's own keys (`passerelle keys`), needed by FranceConnect+. */
  readonly keysDir?: string;
  /** The same keys, already loaded. */
  readonly keys?: KeyRing;
  /** Scopes beyond identity for this login: what the data providers need. */
  readonly scopes?: (context: ScopeContext) => readonly string[] | Promise<readonly string[]>;
  /** Runs in the callback while the access token lives. Its failure never blocks the login. */
  readonly onLogin?: (login: Login) => Promise<void>;
  /** How long the redirect waits for `onLogin`, in milliseconds (2,500). */
  readonly onLoginDeadline?: number;
  /** Runs before the local session is destroyed. */
  readonly onLogout?: (logout: { readonly req: Request; readonly citizen: Citizen }) => Promise<void> | void;
  /** Keys of the application's own session data that outlive the change of session id at a first login. */
  readonly keptAtLogin?: readonly string[];
}

/** Options of `proConnect()`. */
export interface ProConnectOptions extends CommonOptions {
  readonly client: ClientOptions;
  /** The path it is mounted on, e.g. `/agent/auth`. */
  readonly mountPath: string;
  /** Every `acr` that is good enough, exactly: ProConnect's values are a list, not a scale. */
  readonly acrValues?: readonly string[];
  /**
   * Decides on every login; ProConnect authenticates, it does not authorise. `reason` is shown, in French.
   * `returnTo` is the page that the agent came for: where one process serves several collectivités, it says which.
   */
  readonly authorize?: (
    agent: Agent,
    req: Request,
    returnTo: string,
  ) => true | { readonly reason: string } | Promise<true | { readonly reason: string }>;
  /** Where an agent lands without a `return_to`. */
  readonly home?: string;
  readonly onLogin?: (login: { readonly req: Request; readonly agent: Agent }) => Promise<void> | void;
  readonly onLogout?: (logout: { readonly req: Request; readonly agent: Agent }) => Promise<void> | void;
}

/** One provider's health, read without waiting. */
export interface ProviderStatus {
  readonly name: string;
  readonly issuer: string;
  readonly state: "starting" | "up" | "down";
  /** ISO 8601, UTC: when the state last changed. */
  readonly since: string;
  readonly hint?: string;
}

/** Middleware that also tells how its providers are. */
export type FederationMiddleware = RequestHandler & {
  /** Never blocks. */
  status(): readonly ProviderStatus[];
  /** Ends background refreshes and idle connections. */
  close(): void;
};
export type FranceConnect = FederationMiddleware;
export type ProConnect = FederationMiddleware;

declare global {
  namespace Express {
    interface Request {
      citizen?: Citizen;
      agent?: Agent;
    }
  }
}
