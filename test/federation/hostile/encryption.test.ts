import type { JWK } from "jose";
import type { FederationErrorCode, KeyRing } from "../../../src/federation/index.ts";
import { compactSign, encrypt, forge, type Json, type Mutation } from "../../support/hostile-provider.ts";
import { describeHostile, type HostileCase } from "../../support/hostile-suite.ts";
import { testKeys } from "../../support/test-keys.ts";

const ring: KeyRing = await testKeys("RSA-OAEP-256");
const ours = ring.published().keys[0] as JWK;

const sealed = (
  name: string,
  anchor: string,
  [check, code]: readonly [string, FederationErrorCode],
  envelope: (jws: string) => Promise<string> | string,
  part: "idToken" | "userinfo" = "idToken",
): HostileCase => ({
  name: `${part}: ${name}`,
  anchor,
  check,
  code,
  mutation: (): Mutation => ({ [part]: { envelope } }),
});

const NOT_ENCRYPTED = ["envelope-encrypted", "token_unencrypted"] as const;
const ALGORITHM = ["envelope-algorithms", "token_encryption_refused"] as const;
const COMPRESSION = ["envelope-compression", "token_encryption_refused"] as const;

/** A JWE that cannot be made honestly: five parts of nothing. */
const hollow = (header: Json) => (): string => `${forge(header, {}).split(".")[0]}.AAAA.AAAA.AAAA.AAAA`;

/** A megabyte of zeros in a few hundred bytes of token. */
const bomb = async (): Promise<string> => encrypt(`${"A".repeat(1_000_000)}.A.A`, ours, { zip: "DEF" });

const CASES = (part: "idToken" | "userinfo"): HostileCase[] => [
  sealed("signed but not encrypted (downgrade)", "F4.6", NOT_ENCRYPTED, (jws) => jws, part),
  sealed(
    "A128CBC-HS256 instead of A256GCM",
    "B2 allow-list",
    ALGORITHM,
    (jws) => encrypt(jws, ours, { enc: "A128CBC-HS256" }),
    part,
  ),
  sealed(
    "A128GCM instead of A256GCM",
    "B2 allow-list",
    ALGORITHM,
    (jws) => encrypt(jws, ours, { enc: "A128GCM" }),
    part,
  ),
  sealed("compressed", "B2 zip", COMPRESSION, (jws) => encrypt(jws, ours, { zip: "DEF" }), part),
  {
    ...sealed("a zip bomb", "B2 zip:DEF bomb, CVE-2024-28176", COMPRESSION, bomb, part),
    secondWall: "token_undecryptable",
  },
  {
    ...sealed(
      "RSA1_5",
      "F2 encrypted-idtoken-usingrsa15",
      ALGORITHM,
      hollow({ alg: "RSA1_5", enc: "A256GCM", kid: ours.kid }),
      part,
    ),
    secondWall: "token_undecryptable",
  },
  {
    ...sealed("dir", "B2 dir", ALGORITHM, hollow({ alg: "dir", enc: "A256GCM", kid: ours.kid }), part),
    secondWall: "token_undecryptable",
  },
  {
    ...sealed(
      "PBES2 with a million rounds",
      "B2 PBES2 p2c, CVE-2022-36083",
      ALGORITHM,
      hollow({ alg: "PBES2-HS256+A128KW", enc: "A256GCM", p2c: 1_000_000, p2s: "AAAA", kid: ours.kid }),
      part,
    ),
    secondWall: "token_undecryptable",
  },
  {
    ...sealed(
      "a critical header that nobody knows",
      "B2 crit",
      ALGORITHM,
      hollow({ alg: "RSA-OAEP-256", enc: "A256GCM", crit: ["x"], x: 1, kid: ours.kid }),
      part,
    ),
    secondWall: "token_undecryptable",
  },
];

const toInner = (
  sign: (claims: Json, header: Json) => Promise<string> | string,
  name: string,
  anchor: string,
  code: FederationErrorCode,
): HostileCase => ({
  name: `a valid envelope around ${name}`,
  anchor,
  check: "token-signature",
  code,
  mutation: () => ({ idToken: { sign } }),
});

describeHostile(
  "encryption at FranceConnect+",
  [
    ...CASES("idToken"),
    ...CASES("userinfo"),
    toInner(
      (claims) => forge({ alg: "none" }, claims),
      "an unsigned token",
      "F4.8, F3 2-4",
      "token_algorithm_refused",
    ),
    toInner(
      (claims) =>
        compactSign(
          claims,
          { alg: "HS256" },
          new TextEncoder().encode("a client secret of somebody else, quite long"),
        ),
      "an HS256 token",
      "F4.8",
      "token_algorithm_refused",
    ),
    {
      ...toInner(
        (claims, header) => forge(header, claims),
        "a token with an empty signature",
        "F4.8",
        "token_signature_invalid",
      ),
    },
  ],
  { platform: "franceconnect-plus", level: "eidas2", keys: async () => ring },
);

describeHostile("encryption where none is registered", [
  {
    ...sealed(
      "encrypted all the same",
      "F4.6 reversed",
      ["envelope-encrypted", "token_encryption_refused"],
      (jws) => encrypt(jws, ours),
    ),
    secondWall: "own_keys_missing",
  },
]);
