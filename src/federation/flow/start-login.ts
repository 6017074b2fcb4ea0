import { createHash, randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import type { Level } from "../citizen.ts";
import type { Client, ProviderMetadata } from "../client.ts";
import type { Transaction } from "../transaction/transaction.ts";
import { begin } from "../transaction/transactions.ts";
import { type Flow, publicUrl, type Registrations, recordsOf } from "./flow.ts";

/** What one login asks for. */
export interface LoginRequest {
  readonly client: Client;
  readonly registrations: Registrations;
  readonly level?: Level;
  readonly acrValues?: readonly string[];
  readonly scopes: readonly string[];
  readonly returnTo: string;
}

const secret = (): string => randomBytes(32).toString("hex");

/**
 * Remembers the transaction, then sends the browser to the provider.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest
 */
export async function startLogin(
  flow: Flow,
  req: Request,
  res: Response,
  request: LoginRequest,
): Promise<void> {
  const { client, registrations, level, acrValues, scopes, returnTo } = request;
  const records = recordsOf(req);
  const metadata = await flow.providers.of(client).metadata();
  if (client.profile.encrypted) await flow.keys.ring();
  const { browser, isNew } = flow.cookie.renew(req, res);
  const transaction: Transaction = {
    state: secret(),
    nonce: secret(),
    ...(client.profile.pkce && { codeVerifier: secret() }),
    platform: client.profile.platform,
    ...(registrations.tenant !== undefined && { tenant: registrations.tenant }),
    ...(level && { level }),
    ...(acrValues && { acrValues }),
    scopes,
    returnTo,
    startedAt: flow.now().getTime(),
    browser,
  };
  await begin(records, transaction, isNew);
  res.set("Cache-Control", "no-store");
  res.redirect(
    303,
    authorizationUrl(metadata, client, transaction, redirectUri(flow, client, registrations)),
  );
}

/** The redirect URI exactly as registered: one per issuer. */
export function redirectUri(flow: Flow, client: Client, registrations: Registrations): string {
  return publicUrl(registrations.baseUrl, flow.callbackPath(client));
}

/** FranceConnect answers any parameter outside its list with an error page and no way back. */
function authorizationUrl(
  metadata: ProviderMetadata,
  client: Client,
  transaction: Transaction,
  redirect: string,
): string {
  const url = new URL(metadata.authorization_endpoint);
  const claims = claimsOf(client, transaction);
  const parameters: Record<string, string> = {
    response_type: "code",
    client_id: client.clientId,
    redirect_uri: redirect,
    scope: transaction.scopes.join(" "),
    state: transaction.state,
    nonce: transaction.nonce,
    ...(transaction.level && { acr_values: transaction.level }),
    ...(claims && { claims: JSON.stringify({ id_token: claims }) }),
    ...(transaction.codeVerifier && {
      code_challenge: createHash("sha256").update(transaction.codeVerifier).digest("base64url"),
      code_challenge_method: "S256",
    }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** @see https://openid.net/specs/openid-connect-core-1_0.html#ClaimsParameter */
function claimsOf(client: Client, { acrValues }: Transaction): object | undefined {
  if (client.profile.platform === "proconnect") {
    return { amr: null, acr: acrValues ? { essential: true, values: acrValues } : null };
  }
  return client.requestAmr ? { amr: { essential: true } } : undefined;
}
