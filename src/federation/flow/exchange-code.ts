import { runChecks } from "../checks/check.ts";
import type { Client, ProviderMetadata } from "../client.ts";
import { tokenEndpointError } from "../errors/from-provider.ts";
import { parseJsonObject } from "../http/json.ts";
import type { Provider } from "../provider/provider.ts";
import { callProvider } from "./call-provider.ts";
import type { Flow } from "./flow.ts";

export interface CodeExchange {
  readonly client: Client;
  readonly provider: Provider;
  readonly metadata: ProviderMetadata;
  readonly code: string;
  readonly redirectUri: string;
  readonly codeVerifier?: string;
  readonly signal: AbortSignal;
}

export interface TokenResponse {
  readonly accessToken: string;
  readonly idToken: string;
  readonly expiresAt: Date;
  /** As granted; undefined where the provider does not say. */
  readonly scopes: readonly string[] | undefined;
}

/** Statuses that carry an error in JSON. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const REFUSALS: readonly number[] = [400, 401];
/** FranceConnect's access token lives a minute, whatever `expires_in` may omit. */
const SHORTEST_LIFE = 60;

/** @see https://openid.net/specs/openid-connect-core-1_0.html#TokenRequest */
export async function exchangeCode(flow: Flow, exchange: CodeExchange): Promise<TokenResponse> {
  const { client, provider, metadata, code, redirectUri, codeVerifier, signal } = exchange;
  const askedAt = flow.now().getTime();
  const form = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: client.clientId,
    client_secret: client.clientSecret,
    redirect_uri: redirectUri,
    code,
    ...(codeVerifier && { code_verifier: codeVerifier }),
  });
  const request = { url: metadata.token_endpoint, headers: { accept: "application/json" }, form, signal };
  const answer = await callProvider(flow, provider, request, [200, ...REFUSALS]);
  const response = parseJsonObject(answer.body);
  if (REFUSALS.includes(answer.status)) throw tokenEndpointError(response);
  await runChecks(flow.checks.tokenResponse, { response });
  const { expires_in: lasts, scope } = response;
  return {
    accessToken: String(response.access_token),
    idToken: String(response.id_token),
    expiresAt: new Date(askedAt + (typeof lasts === "number" && lasts > 0 ? lasts : SHORTEST_LIFE) * 1000),
    scopes: typeof scope === "string" ? scope.split(" ").filter(Boolean) : undefined,
  };
}
