import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator } from "../../src/simulator/index.ts";
import { startOnFreePorts } from "../support/simulator.ts";

describe("discovery", () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startOnFreePorts();
  });
  afterAll(() => simulator.close());

  async function document(issuer: string): Promise<Record<string, unknown>> {
    const response = await fetch(`${issuer}/.well-known/openid-configuration`);
    expect(response.headers.get("cache-control")).toBe("public, max-age=600");
    return (await response.json()) as Record<string, unknown>;
  }

  it("of FranceConnect says what the real one says, even what is not usable", async () => {
    const { issuer } = simulator.franceconnect;
    expect(await document(issuer)).toMatchObject({
      issuer,
      acr_values_supported: ["eidas1"],
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/session/end`,
      revocation_endpoint: `${issuer}/token/revocation`,
      authorization_response_iss_parameter_supported: true,
      claims_parameter_supported: true,
      code_challenge_methods_supported: ["S256"],
      grant_types_supported: ["authorization_code"],
      response_modes_supported: ["form_post", "fragment", "query"],
      response_types_supported: ["code"],
      subject_types_supported: ["pairwise"],
      token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt"],
      request_parameter_supported: true,
      request_uri_parameter_supported: false,
      claim_types_supported: ["normal"],
    });
  });

  it("of FranceConnect has neither encryption, nor introspection, nor back-channel logout, nor the scope address", async () => {
    const found = await document(simulator.franceconnect.issuer);
    expect(
      Object.keys(found).filter((name) => /encryption|introspection|backchannel|pushed/.test(name)),
    ).toEqual([]);
    expect(found.scopes_supported).not.toContain("address");
    expect(found.scopes_supported).toEqual(
      expect.arrayContaining(["cnaf_quotient_familial", "idp_birthdate"]),
    );
    expect(found.id_token_signing_alg_values_supported).toEqual(
      expect.arrayContaining(["ES256", "RS256", "HS256"]),
    );
  });

  it("of FranceConnect+ allows ES256 alone, and three ways of encrypting", async () => {
    const found = await document(simulator.franceconnectPlus.issuer);
    expect(found).toMatchObject({
      acr_values_supported: ["eidas2", "eidas3"],
      id_token_signing_alg_values_supported: ["ES256"],
      userinfo_signing_alg_values_supported: ["ES256"],
      id_token_encryption_enc_values_supported: ["A256GCM"],
    });
    expect(found.id_token_encryption_alg_values_supported).toEqual(
      expect.arrayContaining(["RSA-OAEP-256", "RSA-OAEP", "ECDH-ES"]),
    );
    expect(found.scopes_supported).toEqual(expect.arrayContaining(["rnipp_identite_pivot", "dgfip_rfr"]));
    expect(found.scopes_supported).not.toContain("cnaf_enfants");
  });

  it("of ProConnect names its seven levels, refresh tokens and public subjects", async () => {
    expect(await document(simulator.proconnect.issuer)).toMatchObject({
      acr_values_supported: [
        "eidas0",
        "eidas0-mfa",
        "eidas1",
        "eidas1-mfa",
        "eidas2",
        "eidas3",
        "https://proconnect.gouv.fr/assurance/certification-dirigeant",
      ],
      grant_types_supported: ["authorization_code", "refresh_token"],
      subject_types_supported: ["public"],
      introspection_endpoint: `${simulator.proconnect.issuer}/token/introspection`,
    });
  });

  it("leads to public keys only, served as a JWK Set for ten minutes", async () => {
    for (const { issuer } of [simulator.franceconnect, simulator.franceconnectPlus, simulator.proconnect]) {
      const response = await fetch(`${issuer}/jwks`);
      const { keys } = (await response.json()) as { keys: Record<string, unknown>[] };
      expect(response.headers.get("content-type")).toContain("application/jwk-set+json");
      expect(response.headers.get("cache-control")).toBe("public, max-age=600");
      for (const key of keys) {
        expect(Object.keys(key).filter((name) => ["d", "p", "q", "k"].includes(name))).toEqual([]);
        expect(key).toMatchObject({
          use: "sig",
          kid: expect.any(String),
          alg: expect.stringMatching(/^(ES|RS)256$/),
        });
      }
    }
  });
});
