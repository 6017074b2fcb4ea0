import type { RequestHandler } from "express";
import { CompactEncrypt, importJWK, type JWK, SignJWT } from "jose";
import type { AccessToken } from "oidc-provider";
import { z } from "zod";
import { playAnswer } from "../engine/play-answer.ts";
import { sameSecret } from "../engine/secret.ts";
import type { DataProvider } from "../options.ts";
import { PERSONAS } from "../personas/index.ts";
import { formObject } from "./authorize-parameters.ts";
import { parseAccountId } from "./configuration.ts";
import { pairwiseSub, rectifiedIdentity } from "./identity.ts";
import type { CitizenPlatformState } from "./platform.ts";

const CHECKTOKEN_REQUEST = z.strictObject({
  token: z.string().min(1),
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
});

/** The token's citizen as the data provider may see them; `active: false` says nothing more. */
function introspection(
  state: CitizenPlatformState,
  provider: DataProvider,
  token: AccessToken | undefined,
): Record<string, unknown> {
  const persona = PERSONAS.find((row) => row.id === (token && parseAccountId(token.accountId).persona));
  if (token === undefined || persona === undefined) return { active: false };
  const granted = token.scope?.split(" ") ?? [];
  const allowed = provider.scope?.split(" ");
  const requested = token.claims?.id_token?.acr as { values?: readonly string[] } | undefined;
  return {
    active: true,
    aud: token.clientId,
    sub: pairwiseSub(state.profile.platform, provider.client_id, persona),
    iat: token.iat,
    exp: token.exp,
    acr: requested?.values?.[0] ?? state.profile.defaultAcr,
    jti: token.jti,
    scope: granted.filter((scope) => allowed?.includes(scope) ?? true).join(" "),
    ...rectifiedIdentity(persona),
  };
}

async function signAndEncrypt(
  state: CitizenPlatformState,
  provider: DataProvider,
  payload: Record<string, unknown>,
): Promise<string> {
  const alg = provider.checktoken_signed_response_alg ?? "ES256";
  const signing = state.engine.keys().find((key) => key.alg === alg);
  if (signing === undefined) throw new Error(`no ${alg} key to sign checktoken with`);
  const jws = await new SignJWT({ token_introspection: payload })
    .setProtectedHeader({ alg, kid: signing.kid })
    .setIssuer(state.engine.issuer)
    .setAudience(provider.client_id)
    .setIssuedAt(Math.floor(state.now().getTime() / 1000))
    .sign(await importJWK(signing, alg));
  const encryptionAlg = provider.checktoken_encrypted_response_alg ?? "RSA-OAEP-256";
  const keys = provider.jwks.keys as readonly JWK[];
  const key = keys.find((jwk) => jwk.use === "enc" && jwk.alg === encryptionAlg);
  if (key === undefined) throw new Error(`data provider ${provider.client_id} has no ${encryptionAlg} key`);
  return new CompactEncrypt(new TextEncoder().encode(jws))
    .setProtectedHeader({ alg: encryptionAlg, enc: provider.checktoken_encrypted_response_enc ?? "A256GCM" })
    .encrypt(await importJWK(key, encryptionAlg));
}

/**
 * `POST /checktoken`: tells a data provider (fournisseur de données) whom an access token speaks for, as a JWE around
 * a JWS. It does not look at the grant: the token lives its whole 60 seconds here.
 * @see https://docs.partenaires.franceconnect.gouv.fr/fd/
 */
export function checktoken(state: CitizenPlatformState): RequestHandler {
  return async (req, res) => {
    const form = new URLSearchParams(typeof req.body === "string" ? req.body : "");
    const request = CHECKTOKEN_REQUEST.safeParse(formObject(form));
    if (!request.success) {
      res.status(400).json({
        error: "invalid_request",
        error_description: "Required parameter missing or invalid.",
      });
      return;
    }
    const { token, client_id, client_secret } = request.data;
    const provider = state.dataProviders.find((row) => row.client_id === client_id);
    if (provider === undefined || !sameSecret(provider.client_secret, client_secret)) {
      res.status(401).json({ error: "invalid_client", error_description: "Client authentication failed." });
      return;
    }
    const accessToken = await state.engine.provider().AccessToken.find(token);
    const fault = state.deck.forRequest(req, accessToken?.grantId);
    const claims = introspection(state, provider, accessToken);
    const body = await signAndEncrypt(state, provider, fault?.introspection?.(claims) ?? claims);
    const headers = { "content-type": "application/token-introspection+jwt" };
    await playAnswer(res, { status: 200, headers, body }, fault?.answers?.checktoken ?? {});
  };
}
