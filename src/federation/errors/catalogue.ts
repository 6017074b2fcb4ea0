import { ACCESS_ERRORS } from "./access-errors.ts";
import { BROWSER_ERRORS } from "./browser-errors.ts";
import { PROVIDER_ERRORS } from "./provider-errors.ts";
import type { ErrorRow } from "./row.ts";
import { TOKEN_ERRORS } from "./token-errors.ts";

/** Every error of this room: its stable code, and what citizen and operator are told. */
export const ERRORS = {
  ...BROWSER_ERRORS,
  ...ACCESS_ERRORS,
  ...PROVIDER_ERRORS,
  ...TOKEN_ERRORS,
} as const satisfies Readonly<Record<string, ErrorRow>>;

export type FederationErrorCode = keyof typeof ERRORS;
