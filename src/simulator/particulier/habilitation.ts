import { createSecretKey } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import type { ParticulierToken } from "./options.ts";
import { ALL_SCOPES } from "./routes/index.ts";

/** What a habilitation's token says. In production the platform reads the rights from its database, by `jti`. */
export interface Habilitation {
  readonly jti: string;
  readonly scopes: readonly string[];
}

/** Public on purpose: nothing but this simulator accepts what it signs. */
const SIGNING_SECRET = createSecretKey(Buffer.from("passerelle-simulateur-api-particulier"));
/** 2026-01-23 and 2036-01-23: fixed, so that a token stays the same from one start to the next. */
const ISSUED_AT = 1_769_126_400;
const EXPIRES_AT = 2_084_659_200;
/** A token signed with this `jti` is on the blacklist. */
export const BLACKLISTED_JTI = "00000000-0000-4000-8000-00000000dead";

interface TokenRequest {
  readonly jti: string;
  readonly scopes: readonly string[];
  /** Seconds since 1970; 2036 where absent. */
  readonly expiresAt?: number;
}

/** Signs a habilitation's token: HS256, the claims of the real ones. */
export function signHabilitation({ jti, scopes, expiresAt = EXPIRES_AT }: TokenRequest): Promise<string> {
  return new SignJWT({ uid: jti, jti, scopes, sub: "passerelle simulator", version: "1.0" })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt(ISSUED_AT)
    .setExpirationTime(expiresAt)
    .sign(SIGNING_SECRET);
}

/** Reads a token; a text says why it is refused, in the platform's error codes. */
export async function readHabilitation(
  token: string,
  now: Date,
): Promise<Habilitation | "00101" | "00103" | "00105"> {
  try {
    const { payload } = await jwtVerify(token, SIGNING_SECRET, { algorithms: ["HS256"], currentDate: now });
    if (payload.jti === BLACKLISTED_JTI) return "00105";
    const { scopes } = payload;
    if (payload.jti === undefined || !Array.isArray(scopes)) return "00101";
    return { jti: payload.jti, scopes: scopes.map(String) };
  } catch (error) {
    return error instanceof errors.JWTExpired ? "00103" : "00101";
  }
}

const HABILITATIONS: readonly { readonly name: string; readonly scopes: readonly string[] }[] = [
  { name: "everything", scopes: ALL_SCOPES },
  {
    name: "quotient familial without the address",
    scopes: ["cnaf_quotient_familial", "cnaf_allocataires", "cnaf_enfants"],
  },
  {
    name: "family composition without the quotient familial",
    scopes: ["cnaf_allocataires", "cnaf_enfants", "cnaf_adresse"],
  },
  {
    name: "school restaurant: tarification_municipale_enfance",
    scopes: [
      "cnaf_quotient_familial",
      "cnaf_allocataires",
      "cnaf_enfants",
      "cnaf_adresse",
      "revenu_solidarite_active",
    ],
  },
  {
    name: "transport: tarification_transports",
    scopes: [
      "cnaf_quotient_familial",
      "cnous_statut_boursier",
      "cnous_echelon_bourse",
      "mesri_admissions",
      "mesri_admission_inscrit",
      "complementaire_sante_solidaire",
      "revenu_solidarite_active",
    ],
  },
];

/** The habilitations of the simulator, everything first; the same at every start. */
export function habilitationTokens(): Promise<readonly ParticulierToken[]> {
  return Promise.all(
    HABILITATIONS.map(async ({ name, scopes }, index) => {
      const jti = `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
      return { name, scopes, token: await signHabilitation({ jti, scopes }) };
    }),
  );
}
