import { exportJWK, generateKeyPair } from "jose";
import type { FederationErrorCode } from "../../../src/federation/index.ts";
import {
  compactSign,
  forge,
  type HostileProvider,
  type TokenMutation,
} from "../../support/hostile-provider.ts";
import { describeHostile, type HostileCase } from "../../support/hostile-suite.ts";

type Bend = (provider: HostileProvider) => TokenMutation;

const signature = (
  name: string,
  anchor: string,
  code: FederationErrorCode,
  bend: Bend,
  part: "idToken" | "userinfo" = "idToken",
): HostileCase => ({
  name: `${part === "idToken" ? "an ID token" : "UserInfo"} ${name}`,
  anchor,
  check: "token-signature",
  code,
  mutation: (provider) => ({ [part]: bend(provider) }),
});

/** Every byte XOR 0x5A, as the OpenID Foundation's suite does. */
const flipped = (jws: string): string => {
  const [header, payload, mac] = jws.split(".");
  const bytes = Buffer.from(mac ?? "", "base64url").map((byte) => byte ^ 0x5a);
  return `${header}.${payload}.${Buffer.from(bytes).toString("base64url")}`;
};

const unsecured =
  (alg: string): Bend =>
  () => ({ sign: (claims) => forge({ alg }, claims) });

const withPublicKeyAsSecret: Bend = ({ keys }) => ({
  sign: async (claims) => {
    const { d: _, ...publicKey } = await exportJWK(keys.es256);
    return compactSign(
      claims,
      { alg: "HS256", kid: "es256" },
      new TextEncoder().encode(JSON.stringify(publicKey)),
    );
  },
});

const CASES = (part: "idToken" | "userinfo"): HostileCase[] => [
  signature(
    "with a flipped signature",
    "F1 invalid-sig-es256, A2",
    "token_signature_invalid",
    ({ keys }) => ({
      sign: async (claims, header) => flipped(await compactSign(claims, header, keys.es256)),
    }),
    part,
  ),
  signature(
    "signed by a key that is not published",
    "A2 unknown key, F3 2-4",
    "token_signature_invalid",
    ({ keys }) => ({
      sign: (claims, header) => compactSign(claims, header, keys.stranger),
    }),
    part,
  ),
  signature(
    "naming a key that is not published",
    "A2 unknown key",
    "token_key_unknown",
    ({ keys }) => ({
      sign: (claims, header) => compactSign(claims, { ...header, kid: "another" }, keys.stranger),
    }),
    part,
  ),
  signature(
    "whose claims were changed after signing (wrapping)",
    "F3 112-113",
    "token_signature_invalid",
    ({ keys }) => ({
      sign: async (claims, header) => {
        const [head, , mac] = (await compactSign({ ...claims, sub: "somebody" }, header, keys.es256)).split(
          ".",
        );
        return `${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${mac}`;
      },
    }),
    part,
  ),
  signature(
    "with another algorithm than registered (RS256, rightly signed)",
    "F2 invalid-alternate-alg",
    "token_algorithm_refused",
    ({ keys }) => ({
      sign: (claims) => compactSign(claims, { alg: "RS256", kid: "rs256" }, keys.rs256),
    }),
    part,
  ),
  signature(
    "with HS256 and the public key as secret",
    "B2 alg confusion",
    "token_algorithm_refused",
    withPublicKeyAsSecret,
    part,
  ),
  signature(
    "with HS256 and an all-zero secret",
    "B2 alg confusion",
    "token_algorithm_refused",
    () => ({
      sign: (claims) => compactSign(claims, { alg: "HS256" }, new Uint8Array(32)),
    }),
    part,
  ),
  ...["none", "nOnE", "", "None"].map((alg) =>
    signature(
      `with alg ${JSON.stringify(alg)}`,
      "F1 idtoken-sig-none, F2 invalid-null-alg",
      "token_algorithm_refused",
      unsecured(alg),
      part,
    ),
  ),
  signature(
    "without alg",
    "F3 2-4",
    "token_algorithm_refused",
    () => ({ sign: (claims) => forge({ kid: "es256" }, claims) }),
    part,
  ),
  signature(
    "with an empty signature",
    "F3 2-4",
    "token_signature_invalid",
    () => ({
      sign: (claims, header) => forge(header, claims),
    }),
    part,
  ),
  signature(
    "with a critical header that nobody knows",
    "B2 crit",
    "token_algorithm_refused",
    () => ({
      sign: (claims) => forge({ alg: "ES256", kid: "es256", crit: ["x"], x: 1 }, claims, "AA"),
    }),
    part,
  ),
  signature(
    "that brings its own key in `jwk`",
    "B2 embedded jwk",
    "token_signature_invalid",
    () => ({
      sign: async (claims, header) => {
        const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
        return compactSign(claims, { ...header, jwk: await exportJWK(publicKey) }, privateKey);
      },
    }),
    part,
  ),
  signature(
    "that says where its key is, in `jku` and `x5u`",
    "B2 jku/x5u",
    "token_signature_invalid",
    ({ keys }) => ({
      sign: (claims, header) =>
        compactSign(
          claims,
          { ...header, jku: "http://127.0.0.1:1/jwks", x5u: "http://127.0.0.1:1/x5u" },
          keys.stranger,
        ),
    }),
    part,
  ),
];

describeHostile("signatures of the ID token", [
  ...CASES("idToken"),
  {
    name: "an ID token without kid where several keys fit",
    anchor: "F1 kid-absent-multiple-jwks",
    check: "token-signature",
    code: "token_key_ambiguous",
    isFresh: true,
    mutation: () => ({
      jwks: ({ keys }) => ({ keys: [...keys, { ...keys[0], kid: "twin" }] }),
      idToken: { header: ({ kid: _, ...header }) => header },
    }),
  },
]);
describeHostile("signatures of UserInfo", CASES("userinfo"));

describeHostile(
  "signatures where HS256 is registered",
  [
    signature("signed with another tenant's secret", "F4.9", "token_signature_invalid", () => ({
      sign: (claims, header) =>
        compactSign(claims, header, new TextEncoder().encode("another tenant's secret".repeat(3))),
    })),
    signature("signed with ES256", "F2 invalid-alternate-alg", "token_algorithm_refused", ({ keys }) => ({
      sign: (claims) => compactSign(claims, { alg: "ES256", kid: "es256" }, keys.es256),
    })),
    signature("with alg none", "F2 invalid-null-alg", "token_algorithm_refused", unsecured("none")),
  ],
  { alg: "HS256" },
);
