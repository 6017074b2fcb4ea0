import { type Answer, PLAIN_JSON } from "../answer.ts";
import type { Call } from "../call.ts";
import type { ErrorCode } from "../error-texts.ts";
import { platformError, providerError } from "../errors.ts";
import { providerFailure } from "../provider-errors.ts";
import type { ParticulierFault } from "./fault.ts";

function gate(
  name: string,
  description: string,
  play: (call: Call) => Answer,
  times?: number,
): ParticulierFault {
  return { name, description, stage: "gate", play, ...(times !== undefined && { times }) };
}

function refusal(name: string, description: string, status: number, code: ErrorCode): ParticulierFault {
  return gate(name, description, () => platformError(status, code));
}

function throttled(headers: Readonly<Record<string, string>>): Answer {
  return { ...platformError(429, "00429"), headers: { "Content-Type": PLAIN_JSON, ...headers } };
}

function unauthorised(subcode: string, detail: string): Answer {
  return providerError(401, "FranceConnect", subcode, { title: "Accès non autorisé", detail });
}

const DEAD_TOKEN = "Le jeton d'accès n'a pas été trouvé ou est expiré.";

/** Throttling, tokens, collisions, and the platform itself: played before the checks. */
export const GATE_FAULTS: readonly ParticulierFault[] = [
  gate("rate-limited", "429 with Retry-After: 1, every time", () => throttled({ "Retry-After": "1" })),
  gate(
    "rate-limited-once",
    "429 with Retry-After: 1, then the answer",
    () => throttled({ "Retry-After": "1" }),
    1,
  ),
  gate("rate-limited-long", "429 that asks to wait two minutes", () => throttled({ "Retry-After": "120" })),
  gate("rate-limited-silent", "429 without Retry-After", () => throttled({})),
  gate("rate-limited-nonsense", "429 whose Retry-After is not a number", () =>
    throttled({ "Retry-After": "bientôt" }),
  ),
  gate("rate-limited-date", "429 whose Retry-After is a date long past", () =>
    throttled({ "Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT" }),
  ),
  gate("address-banned", "No answer at all: the address is banned for twelve hours", () => ({
    status: 0,
    body: undefined,
    write: () => undefined,
  })),
  refusal("token-invalid", "401 00101: the habilitation's token is not known", 401, "00101"),
  refusal("token-expired", "401 00103: the habilitation's token has expired", 401, "00103"),
  refusal("token-blacklisted", "401 00105: the habilitation's token was found in public", 401, "00105"),
  refusal("address-refused", "403 00107: this address may not use this token", 403, "00107"),
  refusal("scope-missing", "403 00100: no scope for this endpoint", 403, "00100"),
  gate("citizen-token-expired", "401 51502: FranceConnect no longer knows the access token", () =>
    unauthorised("502", DEAD_TOKEN),
  ),
  gate("citizen-token-malformed", "401 51501: the access token is malformed", () =>
    unauthorised("501", "Le jeton d'accès est mal formaté."),
  ),
  gate(
    "citizen-token-older-code",
    "401 50002: the same as citizen-token-expired, in the codes of before 2026",
    () => {
      const error = { code: "50002", title: "Accès non autorisé", detail: DEAD_TOKEN };
      return { status: 401, body: { errors: [error] } };
    },
  ),
  gate("franceconnect-down", "502 51999: the platform cannot ask FranceConnect", () =>
    providerFailure("FranceConnect", "999"),
  ),
  refusal("platform-error", "500 00500: the platform itself fails", 500, "00500"),
  gate("bad-request", "400 without a known code", () => ({
    status: 400,
    body: { errors: [{ code: "00400", title: "Requête invalide", detail: "La requête est mal formée." }] },
  })),
  refusal("conflict-always", "409 00015, every time", 409, "00015"),
  gate("conflict-once", "409 00015, then the answer", () => platformError(409, "00015"), 1),
  gate("conflict-twice", "409 00015 twice, then the answer", () => platformError(409, "00015"), 2),
  gate("version-retired", "410: the route is gone", ({ route }) =>
    providerError(410, route.provider, "007", {
      title: "Entité disparue",
      detail: "Cette version de l'API n'est plus disponible.",
    }),
  ),
  gate("proxy-bad-gateway", "502 in HTML, from a proxy in front of the platform", () =>
    html(502, "Bad Gateway"),
  ),
  gate("proxy-unavailable", "503 in HTML, with Retry-After: 2", () => html(503, "Service Unavailable", "2")),
  gate("proxy-timeout", "504 in HTML, from a proxy in front of the platform", () =>
    html(504, "Gateway Time-out"),
  ),
];

function html(status: number, title: string, retryAfter?: string): Answer {
  const page = `<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`;
  return {
    status,
    body: undefined,
    write: (response) => {
      if (retryAfter) response.setHeader("Retry-After", retryAfter);
      response.writeHead(status, { "Content-Type": "text/html" }).end(page);
    },
  };
}
