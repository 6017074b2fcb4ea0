import { runChecks } from "../checks/check.ts";
import type { ProviderMetadata } from "../client.ts";
import { FederationError } from "../errors/federation-error.ts";
import { supportReference } from "../errors/from-provider.ts";
import { parseJsonObject } from "../http/json.ts";
import type { Provider } from "../provider/provider.ts";
import { callProvider } from "./call-provider.ts";
import type { Flow } from "./flow.ts";

/** Statuses that carry an error in JSON. @see https://www.rfc-editor.org/rfc/rfc6750#section-3.1 */
const REFUSALS: readonly number[] = [400, 401, 403];

/** The signed (or nested) UserInfo token. @see https://openid.net/specs/openid-connect-core-1_0.html#UserInfoRequest */
export async function fetchUserInfo(
  flow: Flow,
  provider: Provider,
  metadata: ProviderMetadata,
  accessToken: string,
  signal: AbortSignal,
): Promise<string> {
  const headers = { accept: "application/jwt", authorization: `Bearer ${accessToken}` };
  const request = { url: metadata.userinfo_endpoint, headers, signal };
  const answer = await callProvider(flow, provider, request, [200, ...REFUSALS]);
  if (REFUSALS.includes(answer.status)) {
    const { error_uri: reference } = parseJsonObject(answer.body);
    throw new FederationError("userinfo_refused", { part: "userinfo", ...supportReference(reference) });
  }
  await runChecks(flow.checks.userinfoAnswer, { answer });
  return answer.body.trim();
}
