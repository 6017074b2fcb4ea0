import type { Request } from "express";
import { FederationError } from "../errors/federation-error.ts";

type Data = Readonly<Record<string, unknown>>;

/**
 * A new session id, the old one dead in the store, and only `kept` carried over.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#renew-the-session-id-after-any-privilege-level-change
 */
export async function regenerate(req: Request, kept: Data): Promise<void> {
  await settled((done) => req.session.regenerate(done));
  Object.assign(req.session, kept);
}

/** Written before the browser is sent on: it may be faster than the store. */
export function save(req: Request): Promise<void> {
  return settled((done) => req.session.save(done));
}

export function destroy(req: Request): Promise<void> {
  return settled((done) => req.session.destroy(done));
}

function settled(run: (done: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    run((error) =>
      error ? reject(new FederationError("session_store_failed", { cause: error })) : resolve(),
    );
  });
}
