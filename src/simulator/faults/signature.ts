import { ALL_PROVIDERS, type Claims, type FaultDraft, family, type TokenFault } from "./fault.ts";

/** Both tokens are signed the same way, so every attack exists for both. */
function both(
  name: string,
  description: string,
  anchors: string,
  change: TokenFault,
  more: Partial<FaultDraft> = {},
): readonly FaultDraft[] {
  return [
    { name: `id-token-${name}`, description: `ID token: ${description}`, anchors, idToken: change, ...more },
    { name: `userinfo-${name}`, description: `UserInfo: ${description}`, anchors, userinfo: change, ...more },
  ];
}

function header(members: Claims): TokenFault {
  return { header: (all) => ({ ...all, ...members }) };
}

function flip(jws: string): string {
  const [head = "", body = "", signature = ""] = jws.split(".");
  const bytes = Buffer.from(signature, "base64url").map((byte) => byte ^ 0x5a);
  return `${head}.${body}.${Buffer.from(bytes).toString("base64url")}`;
}

function withoutSignature(jws: string): string {
  return `${jws.split(".").slice(0, 2).join(".")}.`;
}

function otherPayload(jws: string): string {
  const [head = "", body = "", signature = ""] = jws.split(".");
  const claims = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Claims;
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: "0".repeat(64) })).toString("base64url");
  return `${head}.${forged}.${signature}`;
}

function jsonSerialization(jws: string): string {
  const [head, payload, signature] = jws.split(".");
  return JSON.stringify({ payload, signatures: [{ protected: head, signature }] });
}

const EMBEDDED_KEY = {
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
};

/** Headers and signatures of both tokens. */
export const SIGNATURE_FAULTS = family("signature", ALL_PROVIDERS, [
  ...both("alg-none", "not signed, alg none.", "F1 idtoken-sig-none, F2 invalid-null-alg", {
    signer: "none",
    header: (all) => ({ ...all, alg: "none" }),
  }),
  ...both("alg-none-mixed-case", "not signed, alg nOnE.", "B2", {
    signer: "none",
    header: (all) => ({ ...all, alg: "nOnE" }),
  }),
  ...both("alg-missing", "no alg in the header.", "F2", { header: ({ alg: _alg, ...rest }) => rest }),
  ...both("unsigned", "signature cut off, header unchanged.", "F3 2-4", { tamper: withoutSignature }),
  ...both("signature-flipped", "every byte of the signature changed.", "F1 invalid-sig", { tamper: flip }),
  ...both("payload-changed", "payload changed after signing.", "F3 112-113", { tamper: otherPayload }),
  ...both("json-serialization", "JSON serialization instead of compact.", "F3 112-113", {
    tamper: jsonSerialization,
  }),
  ...both("two-parts", "only two parts.", "F3 2-4", {
    tamper: (jws) => jws.split(".").slice(0, 2).join("."),
  }),
  ...both("not-a-jwt", "not a JWT at all.", "F3 2-4", { tamper: () => "bonjour" }),
  ...both("stranger", "signed by a stranger under the published kid.", "F3 100", { signer: "stranger" }),
  ...both("stranger-unknown-kid", "signed by a stranger, kid unknown.", "F1 rotation, B2", {
    signer: "stranger",
    header: (all) => ({ ...all, kid: "inconnu" }),
  }),
  ...both(
    "kid-missing",
    "no kid in the header.",
    "F1 kid-absent",
    { header: ({ kid: _kid, ...rest }) => rest },
    {
      expect: "accept",
    },
  ),
  ...both("kid-number", "kid is a number.", "F3 8-15", header({ kid: 42 }), { expect: "either" }),
  ...both(
    "other-algorithm",
    "signed with another published algorithm than the registered one.",
    "F2 invalid-alternate-alg",
    {
      signer: "other-algorithm",
    },
  ),
  ...both("hs256-client-secret", "HS256 with the client's own secret.", "F2 invalid-alternate-alg, B2", {
    signer: "client-secret",
  }),
  ...both("hs256-other-tenant", "HS256 with another client's secret.", "F4 9", {
    signer: "other-client-secret",
  }),
  ...both("hs256-empty-secret", "HS256 with an empty secret.", "B2", { signer: "empty-secret" }),
  ...both("hs256-public-key", "HS256 with the published key's bytes.", "B2", {
    signer: "public-key-as-secret",
  }),
  ...both(
    "crit",
    "an unknown critical header member.",
    "B2",
    header({ crit: ["x-inconnu"], "x-inconnu": true }),
  ),
  ...both("b64-false", "claims to be unencoded (RFC 7797).", "B2", header({ crit: ["b64"], b64: false })),
  ...both("jwk", "a stranger's key travels in the header.", "B2", {
    signer: "stranger",
    header: (all) => ({ ...all, jwk: EMBEDDED_KEY }),
  }),
  ...both("jku", "the header points to a stranger's keys.", "B2", {
    signer: "stranger",
    header: (all) => ({ ...all, jku: "http://169.254.169.254/jwks" }),
  }),
  ...both("x5u", "the header points to a stranger's certificate.", "B2", {
    signer: "stranger",
    header: (all) => ({ ...all, x5u: "http://169.254.169.254/cert.pem" }),
  }),
  ...both(
    "extra-header",
    "unknown header members that are not critical.",
    "F3 109-110",
    header({ typ: "JWT", x: 1 }),
    {
      expect: "accept",
    },
  ),
]);
