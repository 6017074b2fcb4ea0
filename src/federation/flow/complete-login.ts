import type { Request } from "express";
import { runChecks } from "../checks/check.ts";
import type { TokenContext } from "../checks/contexts.ts";
import { instant } from "../checks/instant.ts";
import type { Client } from "../client.ts";
import type { JsonObject } from "../http/json.ts";
import { type OpenedToken, openEnvelope } from "../token/open-envelope.ts";
import { consume } from "../transaction/transactions.ts";
import { exchangeCode, type TokenResponse } from "./exchange-code.ts";
import { fetchUserInfo } from "./fetch-userinfo.ts";
import { type Flow, recordsOf } from "./flow.ts";
import type { AcceptedCallback } from "./receive-callback.ts";
import { redirectUri } from "./start-login.ts";

/** A login of which every check but the session's has passed. */
export interface CompletedLogin extends Pick<TokenResponse, "accessToken" | "expiresAt"> {
  readonly client: Client;
  readonly idToken: OpenedToken;
  readonly claims: JsonObject;
  readonly scopes: readonly string[];
  /** ISO 8601, UTC. */
  readonly authenticatedAt: string;
}

/**
 * Spends the code, verifies both tokens, and returns what they say.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowSteps (6 to 9)
 */
export async function completeLogin(
  flow: Flow,
  req: Request,
  callback: AcceptedCallback,
): Promise<CompletedLogin> {
  const { transaction, client, registrations, metadata, code } = callback;
  const provider = flow.providers.of(client);
  const signal = AbortSignal.timeout(flow.transport.limits.callbackTimeout);
  const { codeVerifier } = transaction;
  const [tokens] = await Promise.all([
    exchangeCode(flow, {
      client,
      provider,
      metadata,
      code,
      redirectUri: redirectUri(flow, client, registrations),
      ...(codeVerifier && { codeVerifier }),
      signal,
    }),
    consume(recordsOf(req), transaction),
  ]);
  const { accessToken } = tokens;
  /** Side by side: the provider prepares UserInfo while we verify the ID token. */
  const asked = fetchUserInfo(flow, provider, metadata, accessToken, signal);
  asked.catch(() => undefined);
  const shared = { client, keys: provider.keys, transaction, accessToken, signal };
  const open = (token: string) => openEnvelope(token, client, flow.keys, flow.checks.envelope);

  const idToken = await open(tokens.idToken);
  const idTokenContext: TokenContext = { ...shared, ...idToken, part: "id_token", now: flow.now() };
  await runChecks(flow.checks.idToken, idTokenContext);

  const userinfo = await open(await asked);
  const subject = idToken.payload.sub;
  await runChecks(flow.checks.userinfo, {
    ...shared,
    ...userinfo,
    part: "userinfo",
    now: flow.now(),
    subject,
  });
  await runChecks(flow.checks.identity, { claims: userinfo.payload });
  return {
    client,
    idToken,
    claims: userinfo.payload,
    accessToken,
    expiresAt: tokens.expiresAt,
    scopes: tokens.scopes ?? transaction.scopes,
    authenticatedAt: authenticatedAt(idToken.payload, flow.now()),
  };
}

function authenticatedAt({ auth_time: given }: JsonObject, now: Date): string {
  const at = instant(given);
  return (at === undefined ? now : new Date(at * 1000)).toISOString();
}
