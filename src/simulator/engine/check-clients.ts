import type Provider from "oidc-provider";
import type { SimulatorClient } from "../options.ts";
import { SimulatorError } from "../simulator-error.ts";

function reasonOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "error_description" in error) {
    return String(error.error_description);
  }
  return error instanceof Error ? error.message : String(error);
}

/**
 * Has every client read now, so that a wrong one is named at start and not at its first login. Clients with a
 * `sector_identifier_uri` are left to the first login, when the platform fetches it.
 */
export async function checkClients(
  platform: string,
  provider: Provider,
  clients: readonly SimulatorClient[],
): Promise<void> {
  for (const client of clients) {
    if (client.sector_identifier_uri !== undefined || client.active === false) continue;
    try {
      await provider.Client.find(client.client_id);
    } catch (cause) {
      throw new SimulatorError(
        "SIMULATOR_CLIENT_INVALID",
        `client ${client.client_id} of ${platform} is not valid`,
        reasonOf(cause),
        { cause },
      );
    }
  }
}

/** A client identifier given twice on one platform. */
export function refuseDuplicates(platform: string, clients: readonly SimulatorClient[]): void {
  const seen = new Set<string>();
  for (const { client_id } of clients) {
    if (seen.has(client_id)) {
      throw new SimulatorError(
        "SIMULATOR_CLIENT_INVALID",
        `client ${client_id} of ${platform} is given twice`,
        "keep one of the two",
      );
    }
    seen.add(client_id);
  }
}
