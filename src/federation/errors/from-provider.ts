import type { FederationErrorCode } from "./catalogue.ts";
import { FederationError } from "./federation-error.ts";

/**
 * The provider's `error` in a callback, mapped on the code alone: its description may contradict it.
 *
 * @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-erreurs/
 */
const CALLBACK_ERRORS: Readonly<Record<string, FederationErrorCode>> = {
  access_denied: "login_cancelled",
  login_required: "provider_login_required",
  interaction_required: "provider_login_required",
  consent_required: "provider_login_required",
  account_selection_required: "provider_login_required",
  server_error: "provider_server_error",
  temporarily_unavailable: "provider_temporarily_unavailable",
  invalid_acr: "provider_refused_level",
  invalid_scope: "provider_refused_scope",
  invalid_idp_hint: "provider_refused_hint",
  idp_hint_not_found: "provider_refused_hint",
  invalid_request: "provider_refused_request",
  invalid_client: "provider_refused_request",
  unauthorized_client: "provider_refused_request",
  unsupported_response_type: "provider_refused_request",
  request_not_supported: "provider_refused_request",
};

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const TOKEN_ERRORS: Readonly<Record<string, FederationErrorCode>> = {
  invalid_grant: "code_refused",
  invalid_client: "client_refused",
  unauthorized_client: "client_refused",
  invalid_client_metadata: "client_refused",
};

const LEGACY_CODE = /^[YE][0-9A-F]{6,9}$/;
const SUPPORT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An `error` that came with the browser: anybody may have written it, so only known values are ever logged. */
export function callbackError(error: string): FederationError {
  const code = Object.hasOwn(CALLBACK_ERRORS, error) ? CALLBACK_ERRORS[error] : undefined;
  if (code) return new FederationError(code, { providerError: error });
  if (LEGACY_CODE.test(error)) return new FederationError("provider_error_legacy", { providerCode: error });
  return new FederationError("provider_error_unknown");
}

/** The JSON error of the token endpoint, with the code and the id that FranceConnect's support asks for. */
export function tokenEndpointError(body: Readonly<Record<string, unknown>>): FederationError {
  const error = typeof body.error === "string" ? body.error : "";
  const known = Object.hasOwn(TOKEN_ERRORS, error) ? TOKEN_ERRORS[error] : undefined;
  return new FederationError(known ?? "token_request_refused", {
    part: "token",
    ...(known && { providerError: error }),
    ...supportReference(body.error_uri),
  });
}

/** `error_uri` carries `code` and `id` in its query. */
export function supportReference(errorUri: unknown): { providerCode?: string; providerId?: string } {
  if (typeof errorUri !== "string" || !URL.canParse(errorUri)) return {};
  const { searchParams } = new URL(errorUri);
  const code = searchParams.get("code") ?? "";
  const id = searchParams.get("id") ?? "";
  return {
    ...(LEGACY_CODE.test(code) && { providerCode: code }),
    ...(SUPPORT_ID.test(id) && { providerId: id }),
  };
}
