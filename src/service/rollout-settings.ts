import { Environment } from "./environment.ts";
import { halfGroups, type MailSettings, SettingsError } from "./settings.ts";

/** What the roll-out's commands can use of a portal's environment: each part may be missing. */
export interface RolloutSettings {
  readonly encryptionKeys?: readonly string[];
  readonly mail?: MailSettings;
  readonly baseUrl?: string;
  readonly siret?: string;
  readonly apiParticulierToken?: string;
}

const Some = Environment.pick({
  ENCRYPTION_KEY: true,
  SMTP_URL: true,
  MAIL_FROM: true,
  BASE_URL: true,
  COLLECTIVITE_SIRET: true,
  API_PARTICULIER_TOKEN: true,
}).partial();

/**
 * Reads them: the roll-out is also followed where no portal runs, with a database and nothing else.
 *
 * @throws SettingsError naming every variable that is given and wrong
 * @example
 * import { readRolloutSettings } from "./index.ts";
 * const { mail } = readRolloutSettings(process.env);
 */
export function readRolloutSettings(env: Readonly<Record<string, string | undefined>>): RolloutSettings {
  const given = Object.fromEntries(
    Object.keys(Some.shape).flatMap((name) => (env[name]?.trim() ? [[name, env[name]] as const] : [])),
  );
  const parsed = Some.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({
      variable: path.join("."),
      problem: message,
    })),
    ...halfGroups(given),
  ];
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  const { ENCRYPTION_KEY, SMTP_URL, MAIL_FROM, BASE_URL, COLLECTIVITE_SIRET, API_PARTICULIER_TOKEN } =
    parsed.data;
  return {
    ...(ENCRYPTION_KEY && { encryptionKeys: ENCRYPTION_KEY }),
    ...(SMTP_URL && MAIL_FROM && { mail: { url: SMTP_URL, from: MAIL_FROM } }),
    ...(BASE_URL && { baseUrl: BASE_URL }),
    ...(COLLECTIVITE_SIRET && { siret: COLLECTIVITE_SIRET }),
    ...(API_PARTICULIER_TOKEN && { apiParticulierToken: API_PARTICULIER_TOKEN }),
  };
}
