import { z } from "zod";

/** One variable that is missing or wrong, and what to write instead. */
export interface SettingsProblem {
  readonly variable: string;
  readonly problem: string;
}

/** The environment cannot be used: every problem at once, so that one run is enough to mend them all. */
export class SettingsError extends Error {
  readonly code = "SETTINGS_INVALID";
  readonly operatorHint: string;

  constructor(readonly problems: readonly SettingsProblem[]) {
    super(`${problems.length} setting(s) to mend`);
    this.name = "SettingsError";
    this.operatorHint = problems.map(({ variable, problem }) => `  ${variable}: ${problem}`).join("\n");
  }
}

const OFFICIAL_ISSUERS = ["integration", "production"] as const;
const OFFICIAL_APIS = ["staging", "production"] as const;
const SIGNING_ALGS = ["ES256", "RS256", "HS256"] as const;
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

/** 14 digits under the Luhn key; La Poste's establishments are exempt from it, as API Particulier accepts them. */
function isSiret(value: string): boolean {
  if (!/^\d{14}$/.test(value)) return false;
  if (value.startsWith("356000000")) return true;
  const sum = [...value].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const Environment = z.object({
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
    .refine(
      (value) => /^[\w-]{43}=?$/.test(value) && Buffer.from(value, "base64url").length === 32,
      "must be 32 bytes in base64url (43 characters)",
    ),
  KEYS_DIR: text.default("keys"),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, "must be file:PATH or postgres://…")
    .default("file:data/passerelle.db"),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/.+$/, "must be redis://… or rediss://…")
    .optional(),
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

/** A group of variables that only make sense together: all of them, or none. */
const GROUPS = {
  FRANCECONNECT: ["FRANCECONNECT_ISSUER", "FRANCECONNECT_CLIENT_ID", "FRANCECONNECT_CLIENT_SECRET"],
  FRANCECONNECT_PLUS: [
    "FRANCECONNECT_PLUS_ISSUER",
    "FRANCECONNECT_PLUS_CLIENT_ID",
    "FRANCECONNECT_PLUS_CLIENT_SECRET",
  ],
  PROCONNECT: ["PROCONNECT_ISSUER", "PROCONNECT_CLIENT_ID", "PROCONNECT_CLIENT_SECRET"],
} as const;

export interface ClientSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the service runs with: nothing is read from the environment after this. */
export interface Settings {
  readonly port: number;
  /** An origin, without a trailing slash; never taken from the Host header. */
  readonly baseUrl: string;
  readonly franceConnect?: ClientSettings & { readonly signingAlg: (typeof SIGNING_ALGS)[number] };
  readonly franceConnectPlus?: ClientSettings;
  readonly proConnect?: ClientSettings;
  readonly apiParticulier?: { readonly url: string; readonly token?: string };
  readonly collectivite: { readonly siret: string; readonly name: string };
  /** The newest first: it signs; the others still verify. */
  readonly sessionSecrets: readonly string[];
  /** 32 bytes, base64url. */
  readonly encryptionKey: string;
  readonly keysDir: string;
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  /** Addresses or names that Express understands; absent when nothing stands in front. */
  readonly trustProxy?: readonly string[];
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  /** Pages say that nothing here is real. */
  readonly sandbox?: boolean;
}

/**
 * Reads and validates the whole environment.
 *
 * @param env usually `process.env`; empty strings count as absent, as in a `.env` file left to fill in
 * @throws SettingsError naming every variable to mend, with what to write instead
 * @example
 * import { readSettings } from "./settings.ts";
 * const settings = readSettings(process.env);
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(given);
  const problems: SettingsProblem[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ variable: issue.path.join("."), problem: issue.message }));
  problems.push(...halfGroups(given));
  if (!given.FRANCECONNECT_ISSUER && !given.FRANCECONNECT_PLUS_ISSUER) {
    problems.push({
      variable: "FRANCECONNECT_ISSUER",
      problem:
        'is missing: write "integration", "production" or an issuer URL (or configure FRANCECONNECT_PLUS_ISSUER)',
    });
  }
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  return toSettings(parsed.data);
}

function halfGroups(given: Record<string, string | undefined>): SettingsProblem[] {
  return Object.values(GROUPS).flatMap((variables) => {
    const missing = variables.filter((variable) => !given[variable]);
    if (missing.length === 0 || missing.length === variables.length) return [];
    const present = variables.filter((variable) => given[variable]);
    return missing.map((variable) => ({
      variable,
      problem: `is missing: ${present.join(" and ")} cannot be used without it`,
    }));
  });
}

function toSettings(env: z.infer<typeof Environment>): Settings {
  const client = (prefix: keyof typeof GROUPS): ClientSettings | undefined => {
    const issuer = env[`${prefix}_ISSUER`];
    const clientId = env[`${prefix}_CLIENT_ID`];
    const clientSecret = env[`${prefix}_CLIENT_SECRET`];
    return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined;
  };
  const franceConnect = client("FRANCECONNECT");
  const franceConnectPlus = client("FRANCECONNECT_PLUS");
  const proConnect = client("PROCONNECT");
  return {
    port: env.PORT,
    baseUrl: env.BASE_URL ?? `http://localhost:${env.PORT}`,
    ...(franceConnect && { franceConnect: { ...franceConnect, signingAlg: env.FRANCECONNECT_SIGNING_ALG } }),
    ...(franceConnectPlus && { franceConnectPlus }),
    ...(proConnect && { proConnect }),
    ...(env.API_PARTICULIER_URL && {
      apiParticulier: {
        url: env.API_PARTICULIER_URL,
        ...(env.API_PARTICULIER_TOKEN && { token: env.API_PARTICULIER_TOKEN }),
      },
    }),
    collectivite: { siret: env.COLLECTIVITE_SIRET, name: env.COLLECTIVITE_NAME },
    sessionSecrets: env.SESSION_SECRET,
    encryptionKey: env.ENCRYPTION_KEY,
    keysDir: env.KEYS_DIR,
    databaseUrl: env.DATABASE_URL,
    ...(env.REDIS_URL && { redisUrl: env.REDIS_URL }),
    ...(env.TRUST_PROXY && { trustProxy: env.TRUST_PROXY }),
    logLevel: env.LOG_LEVEL,
  };
}
