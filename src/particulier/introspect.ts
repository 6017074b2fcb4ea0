import { z } from "zod";
import type { Answer } from "./answer.ts";
import type { Context } from "./call/context.ts";
import { readErrorBody } from "./read/error-body.ts";
import { startDeadline } from "./transport/deadline.ts";
import { parseJson } from "./transport/json.ts";
import { send } from "./transport/send.ts";

/** What the platform knows of a habilitation's token. */
export interface Introspection {
  readonly id?: string;
  /** The scopes in force: the database's, not those written in the JWT. */
  readonly scopes: readonly string[];
}

const introspectionBody = z.object({
  _id: z.string().optional().catch(undefined),
  scopes: z.array(z.string()),
});

/**
 * Asks which scopes the habilitation's token has. The token itself is opaque: rights are never read from it.
 * @see https://particulier.api.gouv.fr/developpeurs
 */
export async function introspect(context: Context): Promise<Answer<Introspection>> {
  const { token } = context.habilitation;
  if (token === undefined) {
    return {
      outcome: "refused",
      code: "token_missing",
      operatorHint: "set API_PARTICULIER_TOKEN to the habilitation's token",
    };
  }
  const deadline = startDeadline(context.deadline, undefined);
  const url = `${context.baseUrl}/api/introspect`;
  const exchange = await send(url, token, {}, deadline.signal, context.maximumBodyBytes);
  deadline.dispose();
  if ("failure" in exchange) {
    return {
      outcome: "unavailable",
      code: exchange.failure,
      operatorHint: "API Particulier could not be reached: check API_PARTICULIER_URL",
    };
  }
  const { status, body } = exchange;
  const json = parseJson(body);
  const known = introspectionBody.safeParse(json);
  if (status === 200 && known.success) {
    const { _id: id, scopes } = known.data;
    return { outcome: "found", status, data: { scopes, ...(id === undefined ? {} : { id }) } };
  }
  const { code } = readErrorBody(json) ?? {};
  return {
    outcome: status === 401 || status === 403 ? "refused" : "unavailable",
    status,
    ...(code === undefined ? {} : { code }),
    operatorHint:
      status === 401
        ? "the habilitation's token is invalid, expired or blacklisted: compare API_PARTICULIER_TOKEN with https://particulier.api.gouv.fr/compte"
        : `API Particulier does not say what the token may do (HTTP ${status})`,
  };
}
