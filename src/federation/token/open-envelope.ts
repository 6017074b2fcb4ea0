import { compactDecrypt, decodeJwt, decodeProtectedHeader, errors } from "jose";
import { type Check, runChecks } from "../checks/check.ts";
import type { EnvelopeContext } from "../checks/contexts.ts";
import type { Client } from "../client.ts";
import { FederationError } from "../errors/federation-error.ts";
import type { JsonObject } from "../http/json.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import type { DecryptionKey } from "../keys/ring.ts";

/** A signed token taken out of its encryption: decoded, and not yet verified. */
export interface OpenedToken {
  readonly jws: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

const JWE_PARTS = 5;

/**
 * Takes the signed token out of the JWE where there is one, with the key that it names.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-5.2 (nested JWT)
 */
export async function openEnvelope(
  token: string,
  client: Client,
  keys: KeyHolder,
  checks: readonly Check<EnvelopeContext>[],
): Promise<OpenedToken> {
  const isEncrypted = token.split(".").length === JWE_PARTS;
  const header = isEncrypted ? headerOf(token) : undefined;
  await runChecks(checks, { client, isEncrypted, header });
  const jws = header ? await decrypt(token, header, keys) : token;
  return { jws, header: headerOf(jws), payload: payloadOf(jws) };
}

async function decrypt(token: string, header: JsonObject, keys: KeyHolder): Promise<string> {
  const { key } = await decryptionKey(header, keys);
  try {
    const { plaintext } = await compactDecrypt(token, key);
    return new TextDecoder().decode(plaintext);
  } catch (cause) {
    throw new FederationError("token_undecryptable", { cause: opaque(cause) });
  }
}

async function decryptionKey({ kid }: JsonObject, keys: KeyHolder): Promise<DecryptionKey> {
  const ring = await keys.ring();
  const all = ring.all();
  const only = kid === undefined && all.length === 1 ? all[0] : undefined;
  const key = only ?? (typeof kid === "string" ? await ring.find(kid) : undefined);
  if (!key) throw new FederationError("token_decryption_key_unknown");
  return key;
}

function headerOf(token: string): JsonObject {
  try {
    return decodeProtectedHeader(token) as JsonObject;
  } catch (cause) {
    throw new FederationError("token_malformed", { cause: opaque(cause) });
  }
}

function payloadOf(jws: string): JsonObject {
  try {
    return decodeJwt(jws) as JsonObject;
  } catch (cause) {
    throw new FederationError("token_malformed", { cause: opaque(cause) });
  }
}

/** Only jose's code is worth keeping: why a decryption failed is nobody's business. */
function opaque(cause: unknown): unknown {
  return cause instanceof errors.JOSEError ? cause : undefined;
}
