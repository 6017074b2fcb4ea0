import { compactDecrypt, createRemoteJWKSet, importJWK, jwtVerify } from "jose";
import { type CitizenTokenAnswer, citizenTokenFrom } from "./citizen-token.ts";
import type { ChecktokenOptions, SimulatorLogger } from "./options.ts";

const TIMEOUT_MS = 10_000;
const REFUSALS: Readonly<Record<string, CitizenTokenAnswer>> = {
  invalid_request: "malformed",
  invalid_client: "inactive",
};

/**
 * Asks FranceConnect's `checktoken` about an access token, as a data provider does: opens the JWE with the data
 * provider's key and verifies the JWS inside. Whatever goes wrong on the way is `unavailable`.
 * @see https://docs.partenaires.franceconnect.gouv.fr/fd/
 */
export function checktokenClient(
  options: ChecktokenOptions,
  logger?: SimulatorLogger,
): (accessToken: string) => Promise<CitizenTokenAnswer> {
  // A rotated key must be found at the next call: this FranceConnect is on the same machine.
  const keys = createRemoteJWKSet(new URL(options.jwksUrl), { cooldownDuration: 0 });
  return async (accessToken) => {
    try {
      const response = await fetch(options.url, {
        method: "POST",
        body: new URLSearchParams({
          token: accessToken,
          client_id: options.clientId,
          client_secret: options.clientSecret,
        }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const body = await response.text();
      if (!response.ok) return refusal(response.status, body);
      const { plaintext } = await compactDecrypt(
        body,
        await importJWK(options.privateJwk, options.privateJwk.alg),
      );
      const { payload } = await jwtVerify(plaintext, keys, {
        issuer: options.issuer,
        audience: options.clientId,
      });
      return citizenTokenFrom(payload.token_introspection);
    } catch (error) {
      logger?.warn({ error }, "checktoken could not be read");
      return "unavailable";
    }
  };
}

function refusal(status: number, body: string): CitizenTokenAnswer {
  if (status !== 400 && status !== 401) return "unavailable";
  const { error } = JSON.parse(body) as { readonly error?: string };
  return REFUSALS[error ?? ""] ?? "unavailable";
}
