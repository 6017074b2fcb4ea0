import {
  ALL_PROVIDERS,
  CITIZEN_PLATFORMS,
  type Claims,
  type FaultDraft,
  family,
  type TokenContext,
} from "./fault.ts";

function claims(
  name: string,
  description: string,
  anchors: string,
  change: (claims: Claims, context: TokenContext) => unknown,
  more: Partial<FaultDraft> = {},
): FaultDraft {
  return { name: `userinfo-${name}`, description, anchors, userinfo: { claims: change }, ...more };
}

function set(claim: string, value: unknown): (claims: Claims) => Claims {
  return (all) => ({ ...all, [claim]: value });
}

function without(...names: readonly string[]): (claims: Claims) => Claims {
  return (all) => Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}

const BINDING: readonly FaultDraft[] = [
  claims("sub-other", "`sub` is another citizen's.", "F1 userinfo-invalid-sub, F4 10", (c) => ({
    ...c,
    sub: `${c.sub}invalid`,
  })),
  claims("sub-missing", "`sub` is absent.", "F1 missing-sub", without("sub")),
  claims("sub-empty", "`sub` is empty.", "F3 8-15", set("sub", "")),
  claims("sub-array", "`sub` is an array.", "F3 8-15", (c) => ({ ...c, sub: [c.sub] })),
  claims("iss-wrong", "`iss` is another issuer.", "F3 67-72", (c) => ({ ...c, iss: `${c.iss}1` })),
  claims("iss-missing", "`iss` is absent.", "F3 67-72", without("iss")),
  claims("aud-wrong", "`aud` is another client.", "F4 11", (c) => ({ ...c, aud: `${c.aud}1` })),
  claims("aud-missing", "`aud` is absent.", "F4 11", without("aud")),
  claims("exp-past", "Expired six minutes ago.", "F4 11", (c, { now }) => ({ ...c, exp: now - 360 })),
  claims("iat-future", "Issued in an hour.", "F3 33-40", (c, { now }) => ({ ...c, iat: now + 3600 })),
  claims("nbf-future", "Not valid before an hour.", "F3 73-82", (c, { now }) => ({ ...c, nbf: now + 3600 })),
  claims("payload-array", "The payload is an array.", "F3 8-15", (c) => [c]),
  claims("payload-null", "The payload is null.", "F3 8-15", () => null),
];

const REQUIRED = ["given_name", "family_name", "birthdate"] as const;

/** Some people have one name only: a service may do without given names, since `sub` is the key. */
function tolerance(name: string): Partial<FaultDraft> {
  return name === "given_name" ? { expect: "either" } : {};
}

const IDENTITY: readonly FaultDraft[] = [
  ...REQUIRED.flatMap((name) => [
    claims(
      `${name.replace("_", "-")}-missing`,
      `\`${name}\` is absent.`,
      "F3 98-103",
      without(name),
      tolerance(name),
    ),
    claims(
      `${name.replace("_", "-")}-empty`,
      `\`${name}\` is empty.`,
      "F3 98-103",
      set(name, ""),
      tolerance(name),
    ),
    claims(
      `${name.replace("_", "-")}-null`,
      `\`${name}\` is null.`,
      "F3 98-103",
      set(name, null),
      tolerance(name),
    ),
    claims(`${name.replace("_", "-")}-array`, `\`${name}\` is an array.`, "F3 98-103", set(name, ["x"])),
  ]),
  claims("birthdate-impossible", "Born on 1962-13-45.", "F3 98-103, F4 25", set("birthdate", "1962-13-45")),
  claims("birthdate-french", "Born on 24/08/1962.", "F3 98-103", set("birthdate", "24/08/1962")),
  claims("birthdate-future", "Born in 2999.", "F3 98-103", set("birthdate", "2999-01-01"), {
    expect: "either",
  }),
  claims("gender-unknown", "`gender` is a value nobody knows.", "F3 98-103", set("gender", "X"), {
    expect: "either",
  }),
  claims(
    "birthplace-number",
    "`birthplace` is a number: 1053 instead of 01053.",
    "F4 25",
    set("birthplace", 1053),
  ),
  claims(
    "family-name-huge",
    "`family_name` is 100 kB long.",
    "F4 25",
    set("family_name", "A".repeat(100_000)),
  ),
  claims(
    "family-name-control",
    "`family_name` contains control characters.",
    "F4 25",
    set("family_name", "DU\u0000BOIS\u001b[31m"),
  ),
];

const TOLERATED: readonly FaultDraft[] = [
  claims("gender-missing", "`gender` is absent.", "F4 25", without("gender"), { expect: "accept" }),
  claims(
    "birthplace-empty",
    "`birthplace` is empty, as for a birth abroad.",
    "F4 25",
    set("birthplace", ""),
    {
      expect: "accept",
    },
  ),
  claims("email-missing", "`email` is absent.", "F4 25", without("email"), { expect: "accept" }),
  claims(
    "family-name-long",
    "`family_name` is 140 characters long.",
    "F4 25",
    set("family_name", "LE ".repeat(46).trim()),
    {
      expect: "accept",
    },
  ),
  claims(
    "family-name-script",
    "`family_name` contains HTML.",
    "F4 25",
    set("family_name", "<img src=x onerror=alert(1)>"),
    {
      expect: "accept",
    },
  ),
  claims(
    "family-name-right-to-left",
    "`family_name` contains a right-to-left mark.",
    "F4 25",
    set("family_name", "DU\u202eBOIS"),
    {
      expect: "accept",
    },
  ),
  claims(
    "family-name-decomposed",
    "`family_name` is in decomposed Unicode.",
    "F4 25",
    set("family_name", "NOËL".normalize("NFD")),
    { expect: "accept" },
  ),
  claims(
    "apostrophe",
    "`family_name` has a straight apostrophe.",
    "F4 25",
    set("family_name", "D'ARTAGNAN"),
    {
      expect: "accept",
    },
  ),
  claims(
    "extra-claims",
    "Unknown claims come along.",
    "F3 109-110",
    (c) => ({ ...c, updated_at: 1.5e12, loa: "3" }),
    {
      expect: "accept",
    },
  ),
  claims(
    "distributed-claims",
    "A claim is said to be at http://169.254.169.254.",
    "F1 distributed-claims",
    (c) => ({
      ...c,
      _claim_names: { email: "src" },
      _claim_sources: { src: { endpoint: "http://169.254.169.254/email", access_token: "x" } },
    }),
    { expect: "accept" },
  ),
];

/** Claims of UserInfo. */
export const USERINFO_CLAIM_FAULTS = [
  ...family("UserInfo claims", ALL_PROVIDERS, BINDING),
  ...family("identity", CITIZEN_PLATFORMS, [...IDENTITY, ...TOLERATED]),
  ...family(
    "agent identity",
    ["proconnect"],
    [
      claims("siret-missing", "`siret` is absent.", "F3 98-103", without("siret")),
      claims("siret-invalid", "`siret` fails its checksum.", "F3 98-103", set("siret", "21330063500018")),
      claims("siret-other", "`siret` is another commune's.", "F3 98-103", set("siret", "21690123100011")),
      claims("siret-number", "`siret` is a number.", "F3 98-103", set("siret", 21330063500017)),
      claims("roles-string", "`roles` is a string.", "F3 98-103", set("roles", "agent_public"), {
        expect: "accept",
      }),
      claims("email-empty", "`email` is empty.", "F3 98-103", set("email", ""), { expect: "accept" }),
    ],
  ),
];
