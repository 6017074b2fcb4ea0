import { ALL_PROVIDERS, type Claims, type FaultDraft, family, type TokenFault } from "./fault.ts";

type Jwks = { readonly keys: readonly Claims[] };

function jwks(
  name: string,
  description: string,
  anchors: string,
  change: (keys: readonly Claims[]) => unknown,
  more: Partial<FaultDraft> = {},
): FaultDraft {
  return {
    name: `jwks-${name}`,
    description,
    anchors,
    answers: { jwks: { json: (body) => change((body as unknown as Jwks).keys) } },
    ...more,
  };
}

function discovery(
  name: string,
  description: string,
  anchors: string,
  change: (document: Claims) => unknown,
): FaultDraft {
  return { name: `discovery-${name}`, description, anchors, answers: { discovery: { json: change } } };
}

function without(document: Claims, member: string): Claims {
  const { [member]: _gone, ...rest } = document;
  return rest;
}

const UNPUBLISHED: TokenFault = {
  signer: "stranger",
  header: (header) => ({ ...header, kid: "pkcs11:new" }),
};

/** The provider's keys, their rotation, and its discovery document. */
export const KEY_FAULTS = [
  ...family("JWKS", ALL_PROVIDERS, [
    jwks("no-keys", "The key set is empty.", "F1 discovery-jwks-uri-keys", () => ({ keys: [] })),
    jwks("not-a-set", "There is no `keys` member.", "F1 discovery-jwks-uri-keys", (keys) => keys),
    jwks("null", "The answer is null.", "F3 8-15", () => null),
    jwks("encryption-use", "Every key is marked for encryption.", "F4 7", (keys) => ({
      keys: keys.map((key) => ({ ...key, use: "enc" })),
    })),
    jwks(
      "other-algorithm",
      "Every key is marked for another algorithm.",
      "F2 invalid-alternate-alg",
      (keys) => ({
        keys: keys.map((key) => ({ ...key, alg: "PS512" })),
      }),
    ),
    jwks("symmetric", "The set holds a symmetric key under every kid.", "B2", (keys) => ({
      keys: keys.map(({ kid }) => ({ kty: "oct", kid, k: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })),
    })),
    jwks("thousand-keys", "The set holds 1,000 keys.", "F4 12", (keys) => ({
      keys: Array.from({ length: 1000 }, (_, index) => ({ ...keys[0], kid: `k${index}` })),
    })),
    jwks(
      "kid-missing",
      "No key has a kid.",
      "F1 kid-absent-single-jwks",
      (keys) => ({
        keys: keys.map((key) => without(key, "kid")),
      }),
      { expect: "either" },
    ),
    jwks(
      "unknown-key-type",
      "An unknown kind of key stands among the others.",
      "F3 109-110",
      (keys) => ({
        keys: [{ kty: "AKP", kid: "ml-dsa", alg: "ML-DSA-99", pub: "AA" }, ...keys],
      }),
      { expect: "accept" },
    ),
  ]),
  ...family("key rotation", ALL_PROVIDERS, [
    {
      name: "rotation-before-signing",
      description: "New keys are published and used just before every signature.",
      anchors: "F1 signing-key-rotation-just-before-signing",
      rotate: true,
      expect: "accept",
    },
    {
      name: "rotation-unpublished",
      description: "Tokens are signed with keys that are published nowhere.",
      anchors: "F1 signing-key-rotation",
      idToken: UNPUBLISHED,
      userinfo: UNPUBLISHED,
    },
  ]),
  ...family("discovery", ALL_PROVIDERS, [
    discovery(
      "issuer-mismatch",
      "`issuer` is not the configured one.",
      "F1 discovery-issuer-mismatch",
      (d) => ({
        ...d,
        issuer: `${d.issuer}INVALID`,
      }),
    ),
    discovery("issuer-missing", "`issuer` is absent.", "F2 discovery-issuer-mismatch", (d) =>
      without(d, "issuer"),
    ),
    discovery("token-endpoint-missing", "`token_endpoint` is absent.", "F1 discovery", (d) =>
      without(d, "token_endpoint"),
    ),
    discovery("jwks-uri-missing", "`jwks_uri` is absent.", "F1 discovery", (d) => without(d, "jwks_uri")),
    discovery("token-endpoint-other-host", "`token_endpoint` is on another host.", "B2", (d) => ({
      ...d,
      token_endpoint: "http://127.0.0.1:9/token",
    })),
    discovery("jwks-uri-other-host", "`jwks_uri` is an internal address.", "B2", (d) => ({
      ...d,
      jwks_uri: "http://169.254.169.254/jwks",
    })),
    discovery("userinfo-file", "`userinfo_endpoint` is a file.", "B2", (d) => ({
      ...d,
      userinfo_endpoint: "file:///etc/passwd",
    })),
    discovery("null", "The document is null.", "F3 8-15", () => null),
    discovery("array", "The document is an array.", "F3 8-15", (d) => [d]),
  ]),
];
