import { z } from "zod";
import type { SimulatorClients } from "../options.ts";
import { SimulatorError } from "../simulator-error.ts";

const JWKS = z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1) });

const CLIENT = z.looseObject({
  client_id: z.string().min(1),
  client_secret: z.string().min(32, "a secret has at least 32 characters"),
  client_name: z.string().min(1).optional(),
  redirect_uris: z.array(z.url()).min(1),
  post_logout_redirect_uris: z.array(z.url()).optional(),
  jwks_uri: z.url().optional(),
  jwks: JWKS.optional(),
  scope: z.string().optional(),
  claims: z.array(z.string()).optional(),
});

const DATA_PROVIDER = z.looseObject({
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
  jwks: JWKS,
  scope: z.string().optional(),
});

const CLIENTS = z.strictObject({
  franceconnect: z.array(CLIENT).optional(),
  franceconnectPlus: z.array(CLIENT).optional(),
  proconnect: z.array(CLIENT).optional(),
  dataProviders: z.array(DATA_PROVIDER).optional(),
});

/**
 * Reads clients in OpenID Connect's metadata names; `file` is how errors call it. Throws {@link SimulatorError} naming every problem at once.
 * @see https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata
 * @example
 * import { parseClients } from "../index.ts";
 * const clients = parseClients('{"franceconnect":[{"client_id":"a","client_secret":"…","redirect_uris":["http://localhost:8080/callback"]}]}');
 */
export function parseClients(text: string, file = "the file of clients"): SimulatorClients {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new SimulatorError(
      "SIMULATOR_CLIENTS_UNREADABLE",
      `${file} is not JSON`,
      'write {"franceconnect":[…],"franceconnectPlus":[…],"proconnect":[…],"dataProviders":[…]}',
      { cause },
    );
  }
  const result = CLIENTS.safeParse(json);
  if (result.success) return result.data as SimulatorClients;
  throw new SimulatorError(
    "SIMULATOR_CLIENT_INVALID",
    `${file} is not as expected`,
    z.prettifyError(result.error),
  );
}
