import { z } from "zod";
import type { ApiParticulierOptions } from "../particulier/index.ts";

/** The environment does not say enough for a call: every problem at once. */
export class ParticulierSettingsError extends Error {
  override readonly name = "ParticulierSettingsError";
  readonly code = "settings_invalid";
  constructor(readonly operatorHint: string) {
    super("API Particulier is not configured");
  }
}

const settings = z.object({
  API_PARTICULIER_URL: z
    .string({ error: "write `staging`, `production` or the base URL" })
    .min(1, "write `staging`, `production` or the base URL")
    .refine(
      (url) => ["staging", "production"].includes(url) || /^https?:\/\//.test(url),
      "write `staging`, `production` or a URL that starts with https://",
    ),
  API_PARTICULIER_TOKEN: z.string().optional(),
  COLLECTIVITE_SIRET: z
    .string({ error: "write the SIRET of the public body that receives the data, 14 digits" })
    .min(1, "write the SIRET of the public body that receives the data, 14 digits"),
});

/** The client's options from `API_PARTICULIER_URL`, `API_PARTICULIER_TOKEN` and `COLLECTIVITE_SIRET`. */
export function readParticulierSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<ApiParticulierOptions, "url" | "token" | "recipient"> {
  const parsed = settings.safeParse(environment);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new ParticulierSettingsError(problems.join("\n"));
  }
  const {
    API_PARTICULIER_URL: url,
    API_PARTICULIER_TOKEN: token,
    COLLECTIVITE_SIRET: recipient,
  } = parsed.data;
  // Spaces are how a SIRET is printed everywhere.
  return { url, recipient: recipient.replace(/\s/g, ""), ...(token ? { token: token.trim() } : {}) };
}
