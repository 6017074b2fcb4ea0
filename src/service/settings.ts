import type { z } from "zod";
import type { Contact } from "../collectivites/index.ts";
import { Environment, type SIGNING_ALGS } from "./environment.ts";
import type { ThemeColours } from "./theme.ts";

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

/** A group of variables that only make sense together: all of them, or none. */
const GROUPS = {
  FRANCECONNECT: ["FRANCECONNECT_ISSUER", "FRANCECONNECT_CLIENT_ID", "FRANCECONNECT_CLIENT_SECRET"],
  FRANCECONNECT_PLUS: [
    "FRANCECONNECT_PLUS_ISSUER",
    "FRANCECONNECT_PLUS_CLIENT_ID",
    "FRANCECONNECT_PLUS_CLIENT_SECRET",
  ],
  COLOURS: ["COLLECTIVITE_PRIMARY_COLOUR", "COLLECTIVITE_ACCENT_COLOUR"],
  PROCONNECT: ["PROCONNECT_ISSUER", "PROCONNECT_CLIENT_ID", "PROCONNECT_CLIENT_SECRET"],
  MAIL: ["SMTP_URL", "MAIL_FROM"],
} as const;

export interface ClientSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How letters leave. */
export interface MailSettings {
  /** `smtps://…`, or `smtp://…`. */
  readonly url: string;
  readonly from: string;
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
  /** Who receives the data, and how citizens reach it without a screen. */
  readonly collectivite: {
    readonly siret: string;
    readonly name: string;
    readonly contact?: Contact;
    readonly theme?: ThemeColours;
  };
  /** E-mails, in lower case, of the agents who see the whole journal and steer the roll-out. */
  readonly administrators?: readonly string[];
  /** The newest first: it signs; the others still verify. */
  readonly sessionSecrets: readonly string[];
  /** 32 bytes each, base64url; the newest first: it writes, the others still read. */
  readonly encryptionKeys: readonly string[];
  readonly keysDir: string;
  /** A module that exports the procedures offered; those shipped where it is absent. */
  readonly proceduresFile?: string;
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  /** Addresses or names that Express understands; absent when nothing stands in front. */
  readonly trustProxy?: readonly string[];
  /** Without it nothing is sent. */
  readonly mail?: MailSettings;
  /** Shared with DataPass; without it there is no webhook. */
  readonly datapassWebhookSecret?: string;
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

/** What is missing of groups that were begun. */
export function halfGroups(given: Record<string, string | undefined>): SettingsProblem[] {
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
  const client = (prefix: Exclude<keyof typeof GROUPS, "COLOURS" | "MAIL">): ClientSettings | undefined => {
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
    collectivite: {
      siret: env.COLLECTIVITE_SIRET,
      name: env.COLLECTIVITE_NAME,
      contact: {
        ...(env.COLLECTIVITE_PHONE && { phone: env.COLLECTIVITE_PHONE }),
        ...(env.COLLECTIVITE_EMAIL && { email: env.COLLECTIVITE_EMAIL }),
        ...(env.COLLECTIVITE_ADDRESS && { address: env.COLLECTIVITE_ADDRESS }),
        ...(env.COLLECTIVITE_OPENING_HOURS && { openingHours: env.COLLECTIVITE_OPENING_HOURS }),
        ...(env.COLLECTIVITE_DPO && { dpo: env.COLLECTIVITE_DPO }),
      },
      ...(env.COLLECTIVITE_PRIMARY_COLOUR &&
        env.COLLECTIVITE_ACCENT_COLOUR && {
          theme: { primary: env.COLLECTIVITE_PRIMARY_COLOUR, accent: env.COLLECTIVITE_ACCENT_COLOUR },
        }),
    },
    ...(env.AGENT_ADMINISTRATORS && { administrators: env.AGENT_ADMINISTRATORS }),
    sessionSecrets: env.SESSION_SECRET,
    encryptionKeys: env.ENCRYPTION_KEY,
    keysDir: env.KEYS_DIR,
    ...(env.PROCEDURES_FILE && { proceduresFile: env.PROCEDURES_FILE }),
    databaseUrl: env.DATABASE_URL,
    ...(env.REDIS_URL && { redisUrl: env.REDIS_URL }),
    ...(env.SMTP_URL && env.MAIL_FROM && { mail: { url: env.SMTP_URL, from: env.MAIL_FROM } }),
    ...(env.DATAPASS_WEBHOOK_SECRET && { datapassWebhookSecret: env.DATAPASS_WEBHOOK_SECRET }),
    ...(env.TRUST_PROXY && { trustProxy: env.TRUST_PROXY }),
    logLevel: env.LOG_LEVEL,
  };
}
