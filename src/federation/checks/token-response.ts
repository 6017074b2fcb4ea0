import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenResponseContext } from "./contexts.ts";

const isText = (value: unknown): value is string => typeof value === "string" && value.length > 0;

/** @see https://openid.net/specs/openid-connect-core-1_0.html#TokenResponse */
export const tokenResponseMembers: Check<TokenResponseContext> = {
  name: "token-response-members",
  run({ response }) {
    if (!isText(response.access_token) || !isText(response.id_token)) {
      throw new FederationError("provider_response_invalid", { part: "token" });
    }
  },
};

/** Case-insensitive. @see https://www.rfc-editor.org/rfc/rfc6749#section-7.1 */
export const tokenResponseType: Check<TokenResponseContext> = {
  name: "token-response-type",
  run({ response }) {
    if (!isText(response.token_type) || response.token_type.toLowerCase() !== "bearer") {
      throw new FederationError("provider_response_invalid", { part: "token" });
    }
  },
};
