import type { FederationErrorCode } from "../../../src/federation/index.ts";
import { CLIENT_ID, type Json, type Mutation, PIVOT } from "../../support/hostile-provider.ts";
import { describeHostile, type HostileCase } from "../../support/hostile-suite.ts";

const ABSENT = Symbol("absent");

function says(
  claim: string,
  value: unknown,
  anchor: string,
  [check, code]: readonly [string, FederationErrorCode],
): HostileCase {
  const shown =
    value === ABSENT ? "absent" : typeof value === "function" ? value.name : JSON.stringify(value);
  const bend = ({ [claim]: honest, ...others }: Json): Json => {
    if (value === ABSENT) return others;
    return { ...others, [claim]: typeof value === "function" ? value(honest) : value };
  };
  return {
    name: `${claim}: ${shown}`,
    anchor,
    check,
    code,
    mutation: (): Mutation => ({ userinfo: { claims: bend } }),
  };
}

const SUBJECT = ["userinfo-subject", "userinfo_subject_mismatch"] as const;
const EXPIRY = ["userinfo-expiry", "userinfo_expired"] as const;
const ISSUED = ["userinfo-issued-at", "token_issued_at_invalid"] as const;
const ISSUER = ["token-issuer", "token_issuer_mismatch"] as const;
const AUDIENCE = ["token-audience", "token_audience_mismatch"] as const;
const BEFORE = ["token-not-before", "token_not_yet_valid"] as const;
const INCOMPLETE = ["identity-complete", "identity_incomplete"] as const;
const FORMAT = ["identity-formats", "identity_invalid"] as const;

const anotherSub = (sub: string) => `${sub}invalid`;
const longAgo = (at: number) => at - 7 * 24 * 3600;
const sixMinutesAgo = (at: number) => at - 60 - 360;
const tomorrow = (at: number) => at + 24 * 3600;

describeHostile("UserInfo's claims", [
  ...[anotherSub, ABSENT, "", null, [PIVOT.sub]].map((value) =>
    says("sub", value, "F1 userinfo-invalid-sub, F4.10", SUBJECT),
  ),
  ...[`${CLIENT_ID}1`, [CLIENT_ID, "another"], ABSENT, null].map((value) =>
    says("aud", value, "F4.11", AUDIENCE),
  ),
  ...["https://evil.example", ABSENT, null].map((value) => says("iss", value, "F4.11, F3 27-31", ISSUER)),
  ...[sixMinutesAgo, "1700000000", -1, 1e20, null].map((value) =>
    says("exp", value, "F4.11, F3 73-82", EXPIRY),
  ),
  ...[longAgo, tomorrow, "1700000000", null].map((value) => says("iat", value, "F3 8-15", ISSUED)),
  says("nbf", 4_000_000_000, "F3 73-82", BEFORE),
]);

describeHostile("the identity", [
  ...["family_name", "birthdate"].flatMap((claim) =>
    [ABSENT, "", null].map((value) => says(claim, value, "F3 98-99, 103 attributes", INCOMPLETE)),
  ),
  says("family_name", " \u200e", "F4.25 RTL marks", INCOMPLETE),
  ...["DU\u0000BOIS", "DUBOIS\u001b[31m", "DU\r\nBOIS"].map((value) =>
    says("family_name", value, "F4.25 control characters", FORMAT),
  ),
  ...[
    "given_name",
    "family_name",
    "birthdate",
    "gender",
    "birthplace",
    "birthcountry",
    "email",
    "preferred_username",
  ]
    .flatMap((claim) =>
      [["x"], { a: 1 }, 7, true].map((value) => {
        const isRequired = claim === "family_name" || claim === "birthdate";
        return says(claim, value, "F3 8-15 wrong type", isRequired ? INCOMPLETE : FORMAT);
      }),
    )
    .map((hostile) =>
      hostile.check === "identity-complete"
        ? { ...hostile, secondWall: "identity_invalid" as const }
        : hostile,
    ),
  says("family_name", "D".repeat(2_000), "F4.25 long names", FORMAT),
  says("given_name_array", [1, 2], "F3 8-15 wrong type", FORMAT),
  says("given_name_array", "Angela", "F3 8-15 wrong type", FORMAT),
  ...[
    "24/08/1962",
    "1962-8-24",
    "1962-13-01",
    "1962-02-30",
    "1992-00-12",
    "0000-00-00",
    "1962-08-24T00:00:00Z",
  ].map((value) => says("birthdate", value, "F4.25 birth dates", FORMAT)),
  {
    name: "no given name at all",
    anchor: "F3 98-99 attributes missing",
    check: "identity-complete",
    code: "identity_incomplete",
    mutation: () => ({
      userinfo: { claims: ({ given_name: _, given_name_array: __, ...others }) => others },
    }),
  },
]);
