import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import { asFederationError, logFailure } from "../errors/log-failure.ts";
import { parseReturnTo } from "../return-to.ts";
import type { LogoutHint } from "../session/federation-session.ts";
import { destroy } from "../session/regenerate.ts";
import { recordsIn } from "../transaction/store.ts";
import { abandonAll } from "../transaction/transactions.ts";
import { type Flow, publicUrl } from "./flow.ts";
import { type Leaving, logoutRecords } from "./logout-records.ts";

/**
 * `POST …/logout`: our own session first, always; then the providers', one redirect after the other. Whoever
 * never comes back is logged out all the same.
 *
 * @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout
 */
export async function logout(
  flow: Flow,
  req: Request,
  res: Response,
  hints: readonly LogoutHint[],
): Promise<void> {
  const { sessionStore: store } = req;
  const browser = flow.cookie.read(req);
  const returnTo = returnToOf(flow, req);
  await destroy(req);
  if (browser) await abandonAll(recordsIn(store), browser).catch(() => undefined);
  flow.logger.info({ providers: hints.map(({ platform }) => platform) }, "logout");
  await leave(flow, req, res, { hints, returnTo });
}

/** To the next provider that still has a session of ours, or home. */
export async function leave(
  flow: Flow,
  req: Request,
  res: Response,
  { hints, returnTo }: Leaving,
): Promise<void> {
  const [hint, ...rest] = hints;
  res.set("Cache-Control", "no-store");
  if (!hint) {
    res.redirect(303, returnTo);
    return;
  }
  try {
    const address = await endSession(flow, req, res, hint, { hints: rest, returnTo });
    if (address) res.redirect(303, address);
    else await leave(flow, req, res, { hints: rest, returnTo });
  } catch (error) {
    logFailure(flow.logger, asFederationError(error), { step: "logout", platform: hint.platform });
    await leave(flow, req, res, { hints: rest, returnTo });
  }
}

async function endSession(
  flow: Flow,
  req: Request,
  res: Response,
  hint: LogoutHint,
  left: Leaving,
): Promise<string | undefined> {
  const { clients, baseUrl } = await flow.resolve(req, hint.tenant);
  const client = clients.find((one) => one.profile.platform === hint.platform);
  /** A provider that is down is not waited for: the session that counts here is already gone. */
  const endpoint = client && flow.providers.of(client).known?.end_session_endpoint;
  if (!endpoint) return undefined;
  const state = randomBytes(32).toString("hex");
  const { browser } = flow.cookie.renew(req, res);
  await logoutRecords(req.sessionStore).set(state, { ...left, browser });
  const url = new URL(endpoint);
  url.searchParams.set("id_token_hint", hint.idToken);
  url.searchParams.set("post_logout_redirect_uri", publicUrl(baseUrl, flow.logoutCallbackPath));
  url.searchParams.set("state", state);
  return url.href;
}

function returnToOf(flow: Flow, req: Request): string {
  const body: unknown = req.body;
  const wanted =
    typeof body === "object" && body !== null && "return_to" in body ? body.return_to : undefined;
  return wanted === undefined ? flow.home : parseReturnTo(wanted, flow.baseUrl);
}
