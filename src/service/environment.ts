import { z } from "zod";
import { isSiret } from "../federation/index.ts";

const OFFICIAL_ISSUERS = ["integration", "production"] as const;
const OFFICIAL_APIS = ["staging", "production"] as const;
export const SIGNING_ALGS = ["ES256", "RS256", "HS256"] as const;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

const secureUrl = (example: string) =>
  z.string().transform((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const acceptable =
      url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.has(url.hostname));
    if (url && acceptable && !url.username && !url.password) return value.replace(/\/+$/, "");
    context.addIssue({
      code: "custom",
      message: `must be an https:// URL (http:// on localhost only), like ${example}`,
    });
    return z.NEVER;
  });

const official = <T extends readonly string[]>(names: T, example: string) =>
  z.union([z.enum(names), secureUrl(example)], {
    error: `must be ${names.map((name) => `"${name}"`).join(", ")} or an https:// URL (http:// on localhost only), like ${example}`,
  });

const text = z.string().trim().min(1);
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, "must be a colour like #0b5a53");

/** One rule a variable, each with the words that say what to write instead. */
export const Environment = z.object({
  PORT: z.coerce
    .number({ error: "must be a port number, like 3000" })
    .int("must be a whole number, like 3000")
    .min(0, "must be between 0 and 65535")
    .max(65535, "must be between 0 and 65535")
    .default(3000),
  BASE_URL: secureUrl("https://demarches.exemple.fr")
    .refine((url) => new URL(url).pathname === "/", "must be an origin, without a path")
    .optional(),
  FRANCECONNECT_ISSUER: official(
    OFFICIAL_ISSUERS,
    "https://fcp-low.sbx.dev-franceconnect.fr/api/v2",
  ).optional(),
  FRANCECONNECT_CLIENT_ID: text.optional(),
  FRANCECONNECT_CLIENT_SECRET: text.optional(),
  FRANCECONNECT_SIGNING_ALG: z
    .enum(SIGNING_ALGS, { error: "must be ES256, RS256 or HS256, exactly as registered" })
    .default("ES256"),
  FRANCECONNECT_PLUS_ISSUER: official(
    OFFICIAL_ISSUERS,
    "https://auth.integ01.dev-franceconnect.fr/api/v2",
  ).optional(),
  FRANCECONNECT_PLUS_CLIENT_ID: text.optional(),
  FRANCECONNECT_PLUS_CLIENT_SECRET: text.optional(),
  PROCONNECT_ISSUER: official(OFFICIAL_ISSUERS, "https://fca.integ01.dev-agentconnect.fr/api/v2").optional(),
  PROCONNECT_CLIENT_ID: text.optional(),
  PROCONNECT_CLIENT_SECRET: text.optional(),
  API_PARTICULIER_URL: official(OFFICIAL_APIS, "https://staging.particulier.api.gouv.fr").optional(),
  API_PARTICULIER_TOKEN: text.optional(),
  COLLECTIVITE_SIRET: z
    .string({
      error: "is missing: write the 14 digits of the SIRET of the collectivité that receives the data",
    })
    .transform((value) => value.replace(/\s/g, ""))
    .refine(isSiret, "must be a SIRET: 14 digits with a valid key"),
  COLLECTIVITE_NAME: z
    .string({ error: "is missing: write the name citizens know, like Commune de Val-de-Sorgue" })
    .trim()
    .min(1),
  COLLECTIVITE_PHONE: text.optional(),
  COLLECTIVITE_EMAIL: z.email("must be an e-mail address, like mairie@exemple.fr").optional(),
  COLLECTIVITE_ADDRESS: text.optional(),
  COLLECTIVITE_OPENING_HOURS: text.optional(),
  COLLECTIVITE_DPO: text.optional(),
  COLLECTIVITE_PRIMARY_COLOUR: colour.optional(),
  COLLECTIVITE_ACCENT_COLOUR: colour.optional(),
  AGENT_ADMINISTRATORS: z
    .string()
    .transform((value) => value.split(",").map((email) => email.trim().toLowerCase()))
    .refine(
      (emails) => emails.every((email) => z.email().safeParse(email).success),
      "must be e-mail addresses separated by commas, as ProConnect gives them",
    )
    .optional(),
  SESSION_SECRET: z
    .string({
      error: "is missing: write 32 characters or more, for example the output of: openssl rand -base64 48",
    })
    .transform((value) => value.split(",").map((secret) => secret.trim()))
    .refine(
      (secrets) => secrets.every((secret) => secret.length >= 32),
      "each secret must have 32 characters or more (several are separated by commas, the newest first)",
    ),
  ENCRYPTION_KEY: z
    .string({
      error:
        "is missing: write 32 bytes in base64url, for example the output of: node -p \"crypto.randomBytes(32).toString('base64url')\"",
    })
    .transform((value) => value.split(",").map((key) => key.trim()))
    .refine(
      (keys) => keys.every((key) => /^[\w-]{43}=?$/.test(key) && Buffer.from(key, "base64url").length === 32),
      "must be 32 bytes in base64url (43 characters); after a rotation, the new key first, then the old ones, separated by commas",
    ),
  KEYS_DIR: text.default("keys"),
  PROCEDURES_FILE: text.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, "must be file:PATH or postgres://…")
    .default("file:data/passerelle.db"),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/.+$/, "must be redis://… or rediss://…")
    .optional(),
  DATAPASS_WEBHOOK_SECRET: z
    .string()
    .min(16, "must be the secret given to DataPass, of 16 characters or more")
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      (value) => /^smtps?:$/.test(URL.canParse(value) ? new URL(value).protocol : ""),
      "must be smtps://user:password@host:465, or smtp://host:587 (encrypted by STARTTLS, in clear on localhost only)",
    )
    .optional(),
  MAIL_FROM: z.email("must be an e-mail address, like deploiement@exemple.fr").optional(),
  TRUST_PROXY: z
    .string()
    .transform((value) => value.split(",").map((proxy) => proxy.trim()))
    .optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], {
      error: "must be debug, info, warn, error or silent",
    })
    .default("info"),
});
