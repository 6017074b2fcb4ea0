import { z } from "zod";

const SUPPORTED_PROMPTS = ["login", "consent"];

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

/**
 * The authorize parameters FranceConnect accepts; any other one, or one given twice, is refused.
 * @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-oidc-endpoints/
 */
const AUTHORIZE_PARAMETERS = z.strictObject({
  client_id: z.string().min(1),
  redirect_uri: z.url(),
  response_type: z.string().min(1),
  scope: z.string().min(1),
  acr_values: z.string().min(1),
  state: z.string().min(1),
  nonce: z.string().min(22),
  prompt: z
    .string()
    .refine((value) => value.split(" ").every((prompt) => SUPPORTED_PROMPTS.includes(prompt)))
    .optional(),
  claims: z.string().refine(isJson).optional(),
  idp_hint: z.string().min(1).optional(),
  ui_locales: z.string().optional(),
});

export type AuthorizeParameters = z.infer<typeof AUTHORIZE_PARAMETERS>;

export type CheckedParameters =
  | { readonly ok: true; readonly parameters: AuthorizeParameters }
  | { readonly ok: false; readonly problem: string };

/** A form or query string as an object; a repeated member becomes an array, which no schema here accepts. */
export function formObject(form: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? String(values[0]) : values];
    }),
  );
}

/** Checks an authorization request against the whitelist; `problem` is for the developer. */
export function checkAuthorizeParameters(query: URLSearchParams): CheckedParameters {
  const result = AUTHORIZE_PARAMETERS.safeParse(formObject(query));
  if (result.success) return { ok: true, parameters: result.data };
  return { ok: false, problem: z.prettifyError(result.error) };
}

/** Whether the request asks for `amr` in the ID token, which a client must be authorised for. */
export function asksForAmr(parameters: AuthorizeParameters): boolean {
  if (parameters.claims === undefined) return false;
  const claims = JSON.parse(parameters.claims) as { id_token?: Record<string, unknown> } | null;
  return typeof claims?.id_token === "object" && claims.id_token !== null && "amr" in claims.id_token;
}
