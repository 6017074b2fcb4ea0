import type { Request, Response } from "express";
import { FederationError } from "../errors/federation-error.ts";
import { type Flow, recordsOf } from "./flow.ts";
import { leave } from "./logout.ts";
import { logoutRecords } from "./logout-records.ts";

const STATE = /^[0-9a-f]{64}$/;

/**
 * `GET …/logout/callback`: goes on where the logout left off. A `state` that is not this browser's acts on
 * nothing; none at all is tolerated, and goes home.
 *
 * @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RedirectionAfterLogout
 */
export async function logoutCallback(flow: Flow, req: Request, res: Response): Promise<void> {
  recordsOf(req);
  const states = new URLSearchParams(req.url.split("?")[1] ?? "").getAll("state");
  const [state] = states;
  if (state === undefined) {
    res.redirect(303, flow.home);
    return;
  }
  const records = logoutRecords(req.sessionStore);
  const record = states.length === 1 && STATE.test(state) ? await records.find(state) : undefined;
  if (!record || record.browser !== flow.cookie.read(req)) throw new FederationError("logout_state_mismatch");
  await records.remove(state);
  await leave(flow, req, res, record);
}
