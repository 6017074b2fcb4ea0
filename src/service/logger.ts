import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import { type Logger, pino } from "pino";
import { type Options, pinoHttp } from "pino-http";

/**
 * Keys whose values never reach a log line: identity, tokens, secrets, what people typed.
 * `code` and `state` are missing on purpose: they are how errors and providers name themselves here; those of OpenID Connect travel in queries, which are not logged.
 */
const SECRET_KEYS = [
  "accessToken",
  "access_token",
  "idToken",
  "id_token",
  "nonce",
  "client_secret",
  "clientSecret",
  "authorization",
  "cookie",
  "password",
  "token",
  "sub",
  "email",
  "identity",
  "citizen",
  "agent",
  "given_name",
  "family_name",
  "givenNames",
  "familyName",
  "birthdate",
  "birthplace",
  "body",
  "query",
] as const;

const redact = {
  paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
  censor: "[redacted]",
};

/**
 * The service's log: JSON lines, nothing personal, no secret.
 *
 * @param level the least severe line written
 * @param destination where lines go; standard output when absent
 */
export function createLogger(level: string, destination?: NodeJS.WritableStream): Logger {
  return pino({ level, redact, base: null }, destination ?? process.stdout);
}

/** One line per request: method, path without its query (it carries codes and states), status, time. No address. */
export function requestLog(logger: Logger): RequestHandler {
  const options: Options = {
    logger,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader("X-Request-ID", id);
      return id;
    },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split("?")[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? "error" : response.statusCode >= 400 ? "warn" : "info",
    autoLogging: { ignore: (request) => request.url?.startsWith("/health/") ?? false },
  };
  return pinoHttp(options);
}
