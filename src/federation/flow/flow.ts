import type { Request } from "express";
import type { Checks } from "../checks/table.ts";
import type { Client } from "../client.ts";
import { FederationError } from "../errors/federation-error.ts";
import type { Transport } from "../http/transport.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import type { Logger } from "../logger.ts";
import type { CommonOptions } from "../options.ts";
import type { Providers } from "../provider/providers.ts";
import type { BrowserCookie } from "../transaction/browser.ts";
import { type Records, recordsIn } from "../transaction/store.ts";

/** What the steps of one login share. */
export interface Flow {
  readonly baseUrl: string;
  readonly checks: Checks;
  readonly transport: Transport;
  readonly providers: Providers;
  readonly keys: KeyHolder;
  readonly cookie: BrowserCookie;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly renderError: CommonOptions["renderError"];
  /** Path of a client's redirect URI below the public address. */
  callbackPath(client: Client): string;
  /** Local path where the same login starts again. */
  readonly loginPath: string;
  readonly logoutPath: string;
  readonly logoutCallbackPath: string;
  /** Path of the public address, without a trailing slash; empty where there is none. */
  readonly prefix: string;
  readonly home: string;
  /** Every registration of this request's collectivité, or of the named one's. */
  resolve(req: Request, tenant?: string): Promise<Registrations>;
}

/** The registrations of one collectivité and where its citizens come back to. */
export interface Registrations {
  readonly tenant?: string;
  readonly baseUrl: string;
  readonly clients: readonly Client[];
}

/** @throws FederationError `session_unavailable`: no express-session before us, or its store is disconnected. */
export function recordsOf(req: Request): Records {
  if (!req.session || !req.sessionStore) throw new FederationError("session_unavailable");
  return recordsIn(req.sessionStore);
}

/** `/path` below the public address. */
export function publicUrl(baseUrl: string, path: string): string {
  return baseUrl.replace(/\/$/, "") + path;
}

/** The path of an address of ours, for links: a prefix before the proxy is kept. */
export function localPath(baseUrl: string, path: string): string {
  return new URL(publicUrl(baseUrl, path)).pathname;
}
