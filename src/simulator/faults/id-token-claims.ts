import {
  ALL_PROVIDERS,
  CITIZEN_PLATFORMS,
  type Claims,
  type FaultDraft,
  family,
  type TokenContext,
} from "./fault.ts";

const FAMILY = "ID token claims";
const WEEK = 7 * 24 * 3600;

function claims(
  name: string,
  description: string,
  anchors: string,
  change: (claims: Claims, context: TokenContext) => unknown,
  more: Partial<FaultDraft> = {},
): FaultDraft {
  return { name: `id-token-${name}`, description, anchors, idToken: { claims: change }, ...more };
}

function set(claim: string, value: unknown): (claims: Claims) => Claims {
  return (all) => ({ ...all, [claim]: value });
}

function without(claim: string): (claims: Claims) => Claims {
  return ({ [claim]: _gone, ...rest }) => rest;
}

/** The five ways every claim can be malformed. */
function malformed(claim: string, anchors: string): readonly FaultDraft[] {
  const kinds: readonly (readonly [string, unknown])[] = [
    ["empty", ""],
    ["null", null],
    ["number", 42],
    ["array", ["x"]],
  ];
  return [
    claims(`${claim}-missing`, `\`${claim}\` is absent.`, anchors, without(claim)),
    ...kinds.map(([kind, value]) =>
      claims(`${claim}-${kind}`, `\`${claim}\` is ${JSON.stringify(value)}.`, anchors, set(claim, value)),
    ),
  ];
}

const IDENTITY_OF_TOKEN: readonly FaultDraft[] = [
  ...malformed("iss", "F1 invalid-iss, F2 missing-iss, F3 67-72"),
  claims("iss-wrong", "`iss` is another issuer.", "F1 invalid-iss", (c) => ({ ...c, iss: `${c.iss}1` })),
  claims("iss-trailing-slash", "`iss` has a final slash too many.", "F3 67-72", (c) => ({
    ...c,
    iss: `${c.iss}/`,
  })),
  claims("iss-case", "`iss` differs by case.", "F3 67-72", (c) => ({
    ...c,
    iss: String(c.iss).toUpperCase(),
  })),
  ...malformed("sub", "F1 missing-sub, F3 8-15"),
  claims("sub-long", "`sub` is 4 kB long.", "F3 8-15", set("sub", "a".repeat(4096))),
  claims("aud-missing", "`aud` is absent.", "F1 missing-aud", without("aud")),
  claims("aud-wrong", "`aud` is another client.", "F1 invalid-aud", (c) => ({ ...c, aud: `${c.aud}1` })),
  claims("aud-empty-array", "`aud` is [].", "F3 83-87", set("aud", [])),
  claims("aud-null", "`aud` is null.", "F3 83-87", set("aud", null)),
  claims("aud-extra", "`aud` names a stranger too, without `azp`.", "F2 invalid-secondary-aud", (c) => ({
    ...c,
    aud: [c.aud, "https://evil.example"],
  })),
  claims("azp-wrong", "`azp` is another client.", "F2 invalid-secondary-aud", (c) => ({
    ...c,
    aud: [c.aud, "https://evil.example"],
    azp: "https://evil.example",
  })),
  claims(
    "aud-single-array",
    "`aud` is an array of one.",
    "F2 valid-aud-as-array",
    (c) => ({ ...c, aud: [c.aud] }),
    {
      expect: "accept",
    },
  ),
  ...malformed("nonce", "F1 nonce-invalid, F2 invalid-missing-nonce, F3 16-18"),
  claims("nonce-wrong", "`nonce` is another login's.", "F1 nonce-invalid", (c) => ({
    ...c,
    nonce: `${c.nonce}1`,
  })),
];

const TIMES: readonly FaultDraft[] = [
  claims("exp-missing", "`exp` is absent.", "F2 invalid-missing-exp", without("exp")),
  claims("exp-past", "Expired six minutes ago.", "F2 invalid-expired-exp", (c, { now }) => ({
    ...c,
    exp: now - 360,
  })),
  claims("exp-string", "`exp` is a string.", "F3 73-82", (c) => ({ ...c, exp: String(c.exp) })),
  claims("exp-negative", "`exp` is negative.", "F3 73-82", set("exp", -1)),
  claims("exp-null", "`exp` is null.", "F3 73-82", set("exp", null)),
  claims("exp-huge", "`exp` is 1e20.", "F3 73-82", set("exp", 1e20)),
  claims("iat-missing", "`iat` is absent.", "F1 missing-iat", without("iat")),
  claims("iat-week-old", "Issued a week ago.", "F2 iat-is-week-in-past", (c, { now }) => ({
    ...c,
    iat: now - WEEK,
  })),
  claims("iat-future", "Issued in an hour.", "F3 33-40", (c, { now }) => ({ ...c, iat: now + 3600 })),
  claims("iat-string", "`iat` is a string.", "F3 33-40", (c) => ({ ...c, iat: String(c.iat) })),
  claims("iat-null", "`iat` is null.", "F3 33-40", set("iat", null)),
  claims("nbf-future", "Not valid before an hour.", "F3 73-82", (c, { now }) => ({ ...c, nbf: now + 3600 })),
  claims("nbf-string", "`nbf` is a string.", "F3 73-82", set("nbf", "demain")),
  claims("auth-time-future", "Authenticated in an hour.", "F3 8-15", (c, { now }) => ({
    ...c,
    auth_time: now + 3600,
  })),
  claims("auth-time-string", "`auth_time` is a string.", "F3 8-15", set("auth_time", "hier")),
];

const LEVELS: readonly FaultDraft[] = [
  ...malformed("acr", "F3 90-97, F4 1").map((row) => ({ ...row, platforms: CITIZEN_PLATFORMS })),
  claims("acr-lower", "`acr` is below the requested level.", "F3 90-97, F4 1", (c) => ({
    ...c,
    acr: c.acr === "eidas3" ? "eidas2" : c.acr === "eidas2" ? "eidas1" : "eidas0",
  })),
  claims("acr-eidas0", "`acr` is eidas0.", "F3 90-97", set("acr", "eidas0"), {
    platforms: CITIZEN_PLATFORMS,
  }),
  claims("acr-unknown", "`acr` is a level nobody knows.", "F3 90-97", set("acr", "eidas9")),
  claims("acr-uppercase", "`acr` is in upper case.", "F3 90-97", (c) => ({
    ...c,
    acr: String(c.acr).toUpperCase(),
  })),
  claims("acr-list", "`acr` lists every level.", "F3 90-97", set("acr", "eidas1 eidas2 eidas3")),
  claims("acr-higher", "`acr` is eidas3, at least what was asked.", "F4 2", set("acr", "eidas3"), {
    platforms: CITIZEN_PLATFORMS,
    expect: "accept",
  }),
];

const SHAPE: readonly FaultDraft[] = [
  claims(
    "at-hash-wrong",
    "`at_hash` fits another access token.",
    "F1 invalid-athash",
    set("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"),
  ),
  claims("amr-string", "`amr` is a string.", "F3 8-15", set("amr", "pwd"), { expect: "either" }),
  claims("payload-array", "The payload is a JSON array.", "F3 8-15", (c) => [c]),
  claims("payload-null", "The payload is null.", "F3 8-15", () => null),
  claims("payload-number", "The payload is a number.", "F3 8-15", () => 42),
  claims(
    "extra-claims",
    "Unknown claims come along.",
    "F3 109-110",
    (c) => ({ ...c, updated_at: 1.5e12, x: { y: [] } }),
    {
      expect: "accept",
    },
  ),
  claims(
    "prototype",
    "A claim is called `__proto__`.",
    "B2",
    (c) => JSON.parse(`{"__proto__":{"acr":"eidas3"},${JSON.stringify(c).slice(1)}`),
    { expect: "accept" },
  ),
];

/** Claims of the ID token, each absent, empty, of the wrong type, or a lie. */
export const ID_TOKEN_CLAIM_FAULTS = family(FAMILY, ALL_PROVIDERS, [
  ...IDENTITY_OF_TOKEN,
  ...TIMES,
  ...LEVELS,
  ...SHAPE,
]);
