import { runChecks } from "../checks/check.ts";
import { FederationError } from "../errors/federation-error.ts";
import type { ProviderAnswer, ProviderRequest } from "../http/transport.ts";
import type { Provider } from "../provider/provider.ts";
import type { Flow } from "./flow.ts";

/** One call of a login; a provider that fails is looked at again in the background. */
export async function callProvider(
  flow: Flow,
  provider: Provider,
  request: ProviderRequest,
  accepted: readonly number[],
): Promise<ProviderAnswer> {
  try {
    const answer = await flow.transport.send(request);
    await runChecks(flow.checks.answer, { answer, accepted });
    return answer;
  } catch (error) {
    if (error instanceof FederationError && error.status >= 500) provider.suspect();
    throw error;
  }
}
