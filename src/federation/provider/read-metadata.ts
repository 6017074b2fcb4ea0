import { type Check, runChecks } from "../checks/check.ts";
import type { AnswerContext, MetadataContext } from "../checks/contexts.ts";
import type { Client, ProviderMetadata } from "../client.ts";
import { FederationError } from "../errors/federation-error.ts";
import { parseJsonObject } from "../http/json.ts";
import type { Transport } from "../http/transport.ts";

/** What a provider's answers and metadata must satisfy. */
export interface MetadataChecks {
  readonly answer: readonly Check<AnswerContext>[];
  readonly metadata: readonly Check<MetadataContext>[];
}

/**
 * The provider's endpoints, from discovery or from what the registration says.
 *
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation
 */
export async function readMetadata(
  { issuer, metadata, profile }: Pick<Client, "issuer" | "metadata" | "profile">,
  transport: Transport,
  checks: MetadataChecks,
  signal?: AbortSignal,
): Promise<ProviderMetadata> {
  const found =
    metadata === "discovery"
      ? await discover(issuer, transport, checks, signal)
      : metadata === "known-paths"
        ? knownPaths(issuer, profile.paths)
        : { ...metadata };
  await runChecks(checks.metadata, { issuer, metadata: found });
  return found as unknown as ProviderMetadata;
}

async function discover(
  issuer: string,
  transport: Transport,
  checks: MetadataChecks,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await transport.send({
    url: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    headers: { accept: "application/json" },
    ...(signal && { signal }),
  });
  await runChecks(checks.answer, { answer, accepted: [200] });
  return parseJsonObject(answer.body);
}

function knownPaths(issuer: string, paths: Client["profile"]["paths"]): Readonly<Record<string, unknown>> {
  const endpoints = Object.entries(paths).map(([name, path]) => [name, issuer + path]);
  return { issuer, authorization_response_iss_parameter_supported: true, ...Object.fromEntries(endpoints) };
}

/** Fails early, when the middleware is made, on an issuer that could never be used. */
export function refuseUnusable(isAcceptable: boolean, issuer: string): void {
  if (!isAcceptable) {
    throw new TypeError(
      `${issuer} is not usable as an issuer: https, or plain http on a loopback address only`,
      { cause: new FederationError("provider_metadata_invalid", { part: "discovery" }) },
    );
  }
}
