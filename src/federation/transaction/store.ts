import type { SessionData, Store } from "express-session";
import { FederationError } from "../errors/federation-error.ts";

/** A record's name can never be a session's: those are signed by express-session and have no such prefix. */
const PREFIX = "passerelle-";

/** Records of our own in the application's session store, so that every process sees them. */
export interface Records {
  get<T>(name: string): Promise<T | undefined>;
  set(name: string, record: object, lastsFor: number): Promise<void>;
  remove(name: string): Promise<void>;
}

/** @throws FederationError `session_store_failed`: no login is opened without its store. */
export function recordsIn(store: Pick<Store, "get" | "set" | "destroy">): Records {
  return {
    get: (name) =>
      new Promise((resolve, reject) => {
        store.get(PREFIX + name, (error, found) => {
          if (error && error.code !== "ENOENT") reject(failed(error));
          else resolve((found as { record?: never } | null | undefined)?.record);
        });
      }),
    set: (name, record, lastsFor) =>
      new Promise((resolve, reject) => {
        store.set(PREFIX + name, asSession(record, lastsFor), (error) =>
          error ? reject(failed(error)) : resolve(),
        );
      }),
    remove: (name) =>
      new Promise((resolve, reject) => {
        store.destroy(PREFIX + name, (error) => (error ? reject(failed(error)) : resolve()));
      }),
  };
}

/** Stores read a record's lifetime from its cookie, on the machine's own clock. */
function asSession(record: object, lastsFor: number): SessionData {
  const cookie = { originalMaxAge: lastsFor, expires: new Date(Date.now() + lastsFor) };
  return { cookie, record } as unknown as SessionData;
}

function failed(cause: unknown): FederationError {
  return new FederationError("session_store_failed", { cause });
}
