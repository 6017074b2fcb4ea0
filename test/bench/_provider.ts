import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CompactEncrypt, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";

/**
 * A provider that costs as little as it can, in a process of its own: the code is the nonce, so it remembers
 * nothing. `http://localhost:PORT/low` signs, `http://localhost:PORT/high` signs and encrypts.
 */
const CLAIMS = {
  given_name: "Angela Claire Louise",
  given_name_array: ["Angela", "Claire", "Louise"],
  family_name: "DUBOIS",
  gender: "female",
  birthdate: "1962-08-24",
  birthplace: "75107",
  birthcountry: "99100",
  email: "wossewodda-3728@yopmail.com",
};
const SUB = `${"a1b2c3d4".repeat(8)}v1`;

const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
const jwks = JSON.stringify({
  keys: [{ ...(await exportJWK(publicKey)), kid: "sig", alg: "ES256", use: "sig" }],
});
let encryptTo: { readonly jwk: JWK; readonly key: Awaited<ReturnType<typeof importJWK>> } | undefined;

async function token(claims: object, issuer: string): Promise<string> {
  const jws = await new SignJWT({ sub: SUB, ...claims })
    .setProtectedHeader({ alg: "ES256", kid: "sig" })
    .setIssuer(issuer)
    .setAudience("bench")
    .setIssuedAt()
    .setExpirationTime("1m")
    .sign(privateKey);
  if (!issuer.endsWith("/high") || !encryptTo) return jws;
  return new CompactEncrypt(new TextEncoder().encode(jws))
    .setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256GCM", cty: "JWT", kid: encryptTo.jwk.kid ?? "" })
    .encrypt(encryptTo.key);
}

const server = createServer(async (req, res) => {
  const [, side, ...rest] = (req.url ?? "").split("?")[0]?.split("/") ?? [];
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}/${side}`;
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const answer = (type: string, body: string) => res.writeHead(200, { "content-type": type }).end(body);
  switch (rest.join("/")) {
    case ".well-known/openid-configuration":
      answer(
        "application/json",
        JSON.stringify({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ["code"],
          response_modes_supported: ["query"],
          subject_types_supported: ["pairwise"],
          id_token_signing_alg_values_supported: ["ES256"],
          token_endpoint_auth_methods_supported: ["client_secret_post"],
          authorization_response_iss_parameter_supported: true,
        }),
      );
      break;
    case "jwks":
      answer("application/jwk-set+json", jwks);
      break;
    case "token": {
      const nonce = new URLSearchParams(Buffer.concat(chunks).toString()).get("code") ?? "";
      const acr = side === "high" ? "eidas2" : "eidas1";
      const id_token = await token({ nonce, acr, auth_time: Math.floor(Date.now() / 1000) }, issuer);
      const body = { access_token: nonce, expires_in: 60, id_token, scope: "openid", token_type: "Bearer" };
      answer("application/json", JSON.stringify(body));
      break;
    }
    case "userinfo":
      answer("application/jwt", await token(CLAIMS, issuer));
      break;
    default:
      res.writeHead(404).end();
  }
});

server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", async ({ jwk }: { jwk: JWK }) => {
  encryptTo = { jwk, key: await importJWK(jwk, "RSA-OAEP-256") };
  process.send?.({ ready: true });
});
