import type { Mode, Route } from "../route.ts";
import type { ErrorBody } from "./error-body.ts";

type Hint = (route: Route, mode: Mode, error: ErrorBody) => string;

const scopeNames = (route: Route, mode: Mode) =>
  route.scopes
    .filter((scope) => mode !== "france_connect" || scope.franceConnect)
    .map((scope) => scope.name)
    .join(", ") || "none that FranceConnect can carry";

/** What the operator does about a status. */
const BY_STATUS: Readonly<Record<number, Hint>> = {
  400: () => "the platform finds the request malformed: is this library up to date with the API?",
  401: (_route, mode) =>
    mode === "france_connect"
      ? "the FranceConnect token is malformed, unknown or older than 60 seconds: call in the login's callback, and have the FranceConnect and API Particulier habilitations paired"
      : "the habilitation's token is invalid, expired or blacklisted: compare API_PARTICULIER_TOKEN with https://particulier.api.gouv.fr/compte, and the URL with the token's environment",
  403: (route, mode) =>
    mode === "france_connect"
      ? `the FranceConnect token carries no scope of this route (${scopeNames(route, mode)}): ask for them at login and have them authorised in DataPass`
      : `the token carries no scope of this route (${scopeNames(route, mode)}), or this address is not allowed: compare with \`passerelle check\` and DataPass`,
  404: () =>
    "the person is known, but has no dossier there; CAF renews the quotient familial after the month's first week-end",
  409: () => "the same call was already in progress, and still was after the retries",
  410: () => "this route was withdrawn by the platform",
  422: (_route, _mode, { parameter }) =>
    parameter === undefined
      ? "the platform refuses a parameter: `detail` says which"
      : `the platform refuses the parameter ${parameter}`,
  429: () =>
    "too many calls: do other programs share this token or this outgoing address? Lower `quotas` accordingly",
  503: () => "the provider is in a maintenance window",
  504: () => "the provider did not answer the platform in time",
};

export function hintFor(status: number, route: Route, mode: Mode, error: ErrorBody): string {
  return BY_STATUS[status]?.(route, mode, error) ?? `the provider or the platform failed (HTTP ${status})`;
}
