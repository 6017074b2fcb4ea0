import { exportJWK, generateKeyPair, type JWK } from "jose";
import type { DataProvider } from "../options.ts";
import { fixedIdentifier } from "./identifier.ts";

/** The simulated API Particulier as a data provider of FranceConnect, with the key that opens its answers. */
export async function apiParticulierProvider(): Promise<{
  readonly provider: DataProvider;
  readonly privateJwk: JWK;
}> {
  const { publicKey, privateKey } = await generateKeyPair("ECDH-ES", { extractable: true, crv: "P-256" });
  const described = { use: "enc", alg: "ECDH-ES", kid: "api-particulier" };
  return {
    provider: {
      client_id: fixedIdentifier("data-provider:api-particulier:id"),
      client_secret: fixedIdentifier("data-provider:api-particulier:secret"),
      jwks: { keys: [{ ...(await exportJWK(publicKey)), ...described }] },
      checktoken_signed_response_alg: "ES256",
      checktoken_encrypted_response_alg: "ECDH-ES",
      checktoken_encrypted_response_enc: "A256GCM",
    },
    privateJwk: { ...(await exportJWK(privateKey)), ...described },
  };
}
