import { ALL_PROVIDERS, CITIZEN_PLATFORMS, type FaultDraft, family } from "./fault.ts";

const FAMILY = "authorization response";

function parameter(
  name: string,
  description: string,
  anchors: string,
  change: (parameters: URLSearchParams, url: URL, issuer: string) => void,
  more: Partial<FaultDraft> = {},
): FaultDraft {
  return {
    name,
    description,
    anchors,
    callback: (url, { issuer }) => change(url.searchParams, url, issuer),
    ...more,
  };
}

function errorRow(name: string, error: string, description: string, anchors: string): FaultDraft {
  return parameter(
    `callback-error-${name}`,
    `The provider answers error=${error}.`,
    anchors,
    (parameters) => {
      parameters.delete("code");
      parameters.set("error", error);
      parameters.set("error_description", description);
    },
  );
}

/** What comes back through the browser: `code`, `state`, `iss`, or an error. */
export const CALLBACK_FAULTS = family(FAMILY, ALL_PROVIDERS, [
  parameter("callback-iss-wrong", "`iss` is another issuer.", "F2 invalid-authorization-response-iss", (p) =>
    p.set("iss", `${p.get("iss")}1`),
  ),
  parameter(
    "callback-iss-missing",
    "`iss` is announced but absent.",
    "F2 remove-authorization-response-iss",
    (p) => p.delete("iss"),
  ),
  parameter("callback-iss-empty", "`iss` is empty.", "F3 27-31", (p) => p.set("iss", "")),
  parameter("callback-iss-trailing-slash", "`iss` has a final slash too many.", "F3 27-31", (p) =>
    p.set("iss", `${p.get("iss")}/`),
  ),
  parameter("callback-iss-case", "`iss` differs by case.", "F3 27-31", (p) =>
    p.set("iss", String(p.get("iss")).toUpperCase()),
  ),
  parameter("callback-iss-twice", "`iss` comes twice.", "F4 19", (p) =>
    p.append("iss", "https://evil.example"),
  ),
  parameter(
    "callback-iss-other-platform",
    "`iss` is the real FranceConnect+ of production.",
    "F3 27-31, F4 5",
    (p) => p.set("iss", "https://auth.franceconnect.gouv.fr/api/v2"),
  ),
  parameter("callback-state-wrong", "`state` belongs to nobody.", "F2 invalid-state", (p) =>
    p.set("state", `${p.get("state")}1`),
  ),
  parameter("callback-state-missing", "`state` is absent.", "F2 invalid-missing-state", (p) =>
    p.delete("state"),
  ),
  parameter("callback-state-empty", "`state` is empty.", "B2", (p) => p.set("state", "")),
  parameter(
    "callback-state-undefined",
    "`state` is the word `undefined`, as FranceConnect may send it.",
    "F4",
    (p) => p.set("state", "undefined"),
  ),
  parameter("callback-state-twice", "`state` comes twice.", "F4 19", (p) =>
    p.append("state", "x".repeat(64)),
  ),
  parameter("callback-state-array", "`state` comes as `state[]`.", "F4 19, B2", (p) => {
    p.set("state[]", String(p.get("state")));
    p.delete("state");
  }),
  parameter("callback-code-missing", "Neither `code` nor `error`.", "F3 2-4", (p) => p.delete("code")),
  parameter("callback-code-empty", "`code` is empty.", "F3 8-15", (p) => p.set("code", "")),
  parameter("callback-code-array", "`code` comes as `code[]`.", "F4 19", (p) => {
    p.set("code[]", String(p.get("code")));
    p.delete("code");
  }),
  parameter("callback-code-twice", "`code` comes twice.", "F4 19", (p) => p.append("code", "autre")),
  parameter("callback-code-8kb", "`code` is 8 kB long.", "F4 19", (p) => p.set("code", "a".repeat(8192))),
  parameter("callback-code-unknown", "`code` was never issued.", "F4 13", (p) =>
    p.set("code", "x".repeat(43)),
  ),
  parameter("callback-code-and-error", "`code` and `error` together.", "F3 22-26", (p) =>
    p.set("error", "access_denied"),
  ),
  parameter("callback-in-fragment", "Everything comes in the fragment.", "F1 response mode", (p, url) => {
    url.hash = p.toString();
    url.search = "";
  }),
  parameter(
    "callback-extra-parameters",
    "Unknown parameters come along.",
    "F3 109-110",
    (p) => {
      p.set("session_state", "abc");
      p.set("utm_source", "franceconnect");
    },
    { expect: "accept" },
  ),
  parameter(
    "callback-other-platform",
    "The answer is delivered to the other platform's callback.",
    "F3 19-21, F4 5",
    (_p, url) => {
      url.pathname = url.pathname.includes("franceconnect-plus")
        ? url.pathname.replace("franceconnect-plus", "franceconnect")
        : url.pathname.replace("franceconnect", "franceconnect-plus");
    },
    { platforms: CITIZEN_PLATFORMS },
  ),
  errorRow("access-denied", "access_denied", "User auth aborted", "F3 22-26"),
  errorRow("login-required", "login_required", "login required", "F3 22-26"),
  errorRow("interaction-required", "interaction_required", "interaction required", "F3 22-26"),
  errorRow("invalid-request", "invalid_request", "acr_values not supported", "F3 22-26"),
  errorRow("invalid-scope", "invalid_scope", "requested scope is not allowed", "F3 22-26"),
  errorRow("invalid-acr", "invalid_acr", "acr_value is not valid", "F3 22-26"),
  errorRow("unauthorized-client", "unauthorized_client", "client is not authorized", "F3 22-26"),
  errorRow("server-error", "server_error", "authentication aborted due to a technical error", "F3 22-26"),
  errorRow("temporarily-unavailable", "temporarily_unavailable", "try again later", "F3 22-26"),
  errorRow("unknown", "quelque_chose_de_nouveau", "+++", "F3 22-26"),
  errorRow("y-code", "Y010008", "code obsolète", "F3 22-26"),
  errorRow("script", "access_denied", '<script>alert("x")</script>', "F3 22-26"),
  errorRow("oversize", "server_error", "é".repeat(1000), "F4 19"),
  errorRow("crlf", "access_denied", "a\r\nSet-Cookie: a=b", "B2"),
]);
