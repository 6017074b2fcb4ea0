import type { FederationErrorCode } from "../../../src/federation/index.ts";
import { CLIENT_ID, type Json } from "../../support/hostile-provider.ts";
import { describeHostile, type HostileCase } from "../../support/hostile-suite.ts";
import { testKeys } from "../../support/test-keys.ts";

const WEEK = 7 * 24 * 3600;
const NONE = Symbol("absent");

/** The ID token says `value` for `claim`. */
function says(
  claim: string,
  value: unknown,
  [anchor, check, code]: readonly [string, string, FederationErrorCode],
  shown = typeof value === "symbol" ? "absent" : JSON.stringify(value),
): HostileCase {
  const bend = ({ [claim]: honest, ...others }: Json): Json => {
    if (value === NONE) return others;
    return { ...others, [claim]: typeof value === "function" ? value(honest) : value };
  };
  return { name: `${claim}: ${shown}`, anchor, check, code, mutation: () => ({ idToken: { claims: bend } }) };
}

const ISSUER = ["F1 invalid-iss, F3 27-31", "token-issuer", "token_issuer_mismatch"] as const;
const SUBJECT = ["F1 missing-sub, F3 8-15", "token-subject", "token_subject_invalid"] as const;
const AUDIENCE = ["F1 invalid-aud, F2 missing-aud", "token-audience", "token_audience_mismatch"] as const;
const PARTY = [
  "F2 invalid-secondary-aud, A2 azp",
  "token-authorized-party",
  "token_authorized_party_mismatch",
] as const;
const EXPIRY = ["F2 invalid-expired-exp, F3 73-82", "token-expiry", "token_expired"] as const;
const ISSUED = [
  "F1 missing-iat, F2 iat-is-week-in-past",
  "token-issued-at",
  "token_issued_at_invalid",
] as const;
const BEFORE = ["F3 73-82 conditions", "token-not-before", "token_not_yet_valid"] as const;
const AUTHENTICATED = ["F3 auth_time in future", "token-auth-time", "token_auth_time_invalid"] as const;
const NONCE = [
  "F1 nonce-invalid, F2 invalid-missing-nonce, F3 16-18",
  "token-nonce",
  "token_nonce_mismatch",
] as const;
const HASH = ["F1 invalid-athash", "token-hash", "token_hash_mismatch"] as const;
const LEVEL = ["F3 90-97, F4.1", "token-level", "level_refused"] as const;

/** None of these is an instant. */
const NO_INSTANTS = ["", "1700000000", null, -1, 1e20, [1_700_000_000], {}, true];

describeHostile("the ID token's claims at FranceConnect", [
  says("iss", (iss: string) => `${iss}1`, ISSUER, "another issuer"),
  says("iss", (iss: string) => `${iss}/`, ISSUER, "a trailing slash"),
  says("iss", (iss: string) => iss.toUpperCase(), ISSUER, "another case"),
  says("iss", (iss: string) => [iss], ISSUER, "a list"),
  ...[NONE, "", null].map((value) => says("iss", value, ISSUER)),
  ...[NONE, "", null, 42, ["a"], {}].map((value) => ({
    ...says("sub", value, SUBJECT),
    secondWall: "userinfo_subject_mismatch" as const,
  })),
  { ...says("sub", "s".repeat(256), SUBJECT, "256 characters"), secondWall: "userinfo_subject_mismatch" },
  { ...says("sub", "é", SUBJECT, "not ASCII"), secondWall: "userinfo_subject_mismatch" },
  says("aud", `${CLIENT_ID}1`, AUDIENCE),
  says("aud", [CLIENT_ID, "another"], AUDIENCE),
  says("aud", [], AUDIENCE),
  says("aud", [[CLIENT_ID]], AUDIENCE),
  ...[NONE, "", null].map((value) => says("aud", value, AUDIENCE)),
  says("azp", "another client", PARTY),
  says("azp", null, PARTY),
  says("azp", [CLIENT_ID], PARTY),
  says("exp", (exp: number) => exp - 60 - 360, EXPIRY, "six minutes ago"),
  ...[NONE, ...NO_INSTANTS].map((value) => says("exp", value, EXPIRY)),
  says("iat", (iat: number) => iat - WEEK, ISSUED, "a week ago"),
  says("iat", (iat: number) => iat - 600, ISSUED, "before the login started"),
  says("iat", (iat: number) => iat + 24 * 3600, ISSUED, "tomorrow"),
  ...[NONE, ...NO_INSTANTS].map((value) => says("iat", value, ISSUED)),
  says("nbf", 4_000_000_000, BEFORE, "in years"),
  ...NO_INSTANTS.map((value) => says("nbf", value, BEFORE)),
  says("auth_time", (at: number) => at + 3600, AUTHENTICATED, "in an hour"),
  ...NO_INSTANTS.map((value) => says("auth_time", value, AUTHENTICATED)),
  says("nonce", (nonce: string) => `${nonce}1`, NONCE, "another login's"),
  says("nonce", (nonce: string) => nonce.toUpperCase(), NONCE, "another case"),
  ...[NONE, "", null, ["a"]].map((value) => says("nonce", value, NONCE)),
  says("at_hash", "AAAAAAAAAAAAAAAAAAAAAA", HASH),
  says("at_hash", null, HASH),
  ...[NONE, "", null, "eidas0", "EIDAS1", " eidas1", ["eidas1"], "eidas1 eidas2", 1, "unknown"].map((value) =>
    says("acr", value, LEVEL),
  ),
]);

describeHostile(
  "the level at FranceConnect+",
  ["eidas1", "eidas2", NONE, "", null, "EIDAS3", ["eidas3"], "eidas2 eidas3", "eidas4"].map((value) =>
    says("acr", value, LEVEL),
  ),
  { platform: "franceconnect-plus", level: "eidas3", keys: () => testKeys() },
);
