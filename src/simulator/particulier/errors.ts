import type { Answer } from "./answer.ts";
import { ERROR_TEXTS, type ErrorCode, type ErrorText } from "./error-texts.ts";
import { PROVIDER_PREFIXES, type Provider } from "./providers.ts";

const ENTITY = "Entité non traitable";

/**
 * One error of the platform itself (code `00xxx`), in API Particulier's JSON:API shape.
 * @see https://particulier.api.gouv.fr/developpeurs
 */
export function platformError(
  status: number,
  code: ErrorCode,
  meta: Readonly<Record<string, unknown>> = {},
): Answer {
  const { title = ENTITY, detail, source }: ErrorText = ERROR_TEXTS[code];
  return errorAnswer(status, { code, title, detail, source: source ?? null, meta });
}

/** One error of a data provider: its two-digit prefix, then the subcode that says what happened. */
export function providerError(
  status: number,
  provider: Provider,
  subcode: string,
  text: { readonly title: string; readonly detail: string },
  meta: Readonly<Record<string, unknown>> = {},
): Answer {
  const code = `${PROVIDER_PREFIXES[provider]}${subcode}`;
  return errorAnswer(status, { code, ...text, source: null, meta: { provider, ...meta } });
}

function errorAnswer(status: number, error: Readonly<Record<string, unknown>>): Answer {
  return { status, body: { errors: [error] } };
}
