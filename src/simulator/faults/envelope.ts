import { type Envelope, type FaultDraft, family, type TokenFault } from "./fault.ts";

function both(name: string, description: string, anchors: string, change: TokenFault): readonly FaultDraft[] {
  return [
    { name: `id-token-${name}`, description: `ID token: ${description}`, anchors, idToken: change },
    { name: `userinfo-${name}`, description: `UserInfo: ${description}`, anchors, userinfo: change },
  ];
}

const ENVELOPES: readonly (readonly [string, Envelope, string, string])[] = [
  ["jwe-missing", "none", "signed only, although encryption is registered.", "F4 6"],
  ["jwe-stranger", "stranger", "encrypted for a stranger's key.", "F4 7"],
  ["jwe-unknown-kid", "unknown-kid", "encrypted for a stranger's key, kid unknown.", "F4 7"],
  ["jwe-rsa1-5", "rsa1_5", "key wrapped with RSA1_5.", "F2 encrypted-idtoken-usingrsa15, B2"],
  ["jwe-dir", "dir", "direct encryption with the client secret.", "B2"],
  ["jwe-pbes2", "pbes2", "password-based key wrapping with many rounds.", "B2"],
  ["jwe-zip-bomb", "zip-bomb", "a compressed plaintext that inflates to 50 MB.", "B2"],
  ["jwe-a128gcm", "a128gcm", "content encrypted with A128GCM, which nobody registered.", "B2"],
  ["jwe-tampered", "tampered", "ciphertext changed after encryption.", "F3 112-113"],
  ["jwe-twice", "twice", "a JWE inside a JWE.", "F3 112-113"],
  ["jwe-large", "large", "a JWE of 5 MB.", "B2"],
];

/** The envelope FranceConnect+ puts around both tokens. */
export const ENVELOPE_FAULTS = family(
  "JWE",
  ["franceconnect-plus"],
  [
    ...ENVELOPES.flatMap(([name, envelope, description, anchors]) =>
      both(name, description, anchors, { envelope }),
    ),
    ...both("jwe-inner-none", "an intact JWE around an unsigned token.", "F4 8", {
      signer: "none",
      header: (all) => ({ ...all, alg: "none" }),
    }),
    ...both("jwe-inner-hs256", "an intact JWE around an HS256 token.", "F4 8", { signer: "client-secret" }),
    ...both("jwe-inner-json", "an intact JWE around plain JSON.", "F3 112-113", {
      tamper: (jws) => Buffer.from(jws.split(".")[1] ?? "", "base64url").toString("utf8"),
    }),
  ],
);
