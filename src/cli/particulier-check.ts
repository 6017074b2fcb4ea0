import { decodeJwt } from "jose";
import { type ApiParticulier, ROUTES, type RouteName, scopesFor } from "../particulier/index.ts";

/** One thing that was looked at. */
export interface ParticulierFinding {
  readonly level: "ok" | "warning" | "error";
  readonly subject: string;
  readonly detail: string;
}

/** What a procedure will ask for. */
export interface ParticulierNeed {
  /** The procedure's slug, or any name the operator knows. */
  readonly for: string;
  readonly route: RouteName;
  readonly keys?: readonly string[];
}

/**
 * Looks at what the calls depend on: each needed provider's state, the token's scopes against what is needed,
 * and the token's age. It sends no identity and uses up no quota of the providers.
 */
export async function checkParticulier(
  api: Pick<ApiParticulier, "ping" | "introspect">,
  { needs, token, now }: { needs: readonly ParticulierNeed[]; token?: string | undefined; now: Date },
): Promise<readonly ParticulierFinding[]> {
  const routes = [...new Set(needs.map((need) => need.route))];
  const [providers, scopes] = await Promise.all([
    Promise.all(routes.map((route) => checkProvider(api, route))),
    token === undefined ? [withoutToken] : checkScopes(api, needs),
  ]);
  return [...providers, ...scopes, ...(token === undefined ? [] : [ageOf(token, now)])];
}

const withoutToken: ParticulierFinding = {
  level: "warning",
  subject: "API_PARTICULIER_TOKEN",
  detail: "not set: only the FranceConnect mode is available, within 60 seconds of the login",
};

async function checkProvider(
  api: Pick<ApiParticulier, "ping">,
  route: RouteName,
): Promise<ParticulierFinding> {
  const { state, lastOk, until } = await api.ping(route);
  const subject = `${route} (${ROUTES[route].provider})`;
  const since = [lastOk && `last answered ${lastOk}`, until && `until ${until}`].filter(Boolean).join(", ");
  const detail = since ? `${state}, ${since}` : state;
  const level =
    state === "ok" || state === "unmonitored" ? "ok" : state === "unreachable" ? "error" : "warning";
  return { level, subject, detail };
}

async function checkScopes(
  api: Pick<ApiParticulier, "introspect">,
  needs: readonly ParticulierNeed[],
): Promise<readonly ParticulierFinding[]> {
  const answer = await api.introspect();
  if (answer.outcome !== "found") {
    return [
      { level: "error", subject: "API_PARTICULIER_TOKEN", detail: answer.operatorHint ?? answer.outcome },
    ];
  }
  return needs.map((need) => {
    const missing = scopesFor(need.route, need.keys).apiParticulier.filter(
      (scope) => !answer.data.scopes.includes(scope),
    );
    const subject = `${need.for}: ${need.route}`;
    return missing.length === 0
      ? { level: "ok", subject, detail: "the token has every scope needed" }
      : { level: "error", subject, detail: `ask for these scopes in DataPass: ${missing.join(", ")}` };
  });
}

const DAY_MS = 86_400_000;
/** The platform writes to the applicant this many days before the end. */
const REMINDERS = [15, 30, 60, 90];
/** Where the token does not say its end: 18 months. @see https://particulier.api.gouv.fr/cgu */
const VALIDITY_DAYS = 548;

/** The age is read from the token, for information only: a prolongation changes the end without changing the token. */
function ageOf(token: string, now: Date): ParticulierFinding {
  const subject = "API_PARTICULIER_TOKEN";
  const end = endOf(token);
  if (end === undefined) return { level: "warning", subject, detail: "not a JWT: was it copied in full?" };
  const days = Math.floor((end - now.getTime()) / DAY_MS);
  if (days < 0) {
    return {
      level: "error",
      subject,
      detail: `ended ${-days} days ago, unless it was prolonged: ask for a prolongation`,
    };
  }
  const reminder = REMINDERS.find((threshold) => days <= threshold);
  if (reminder === undefined) return { level: "ok", subject, detail: `valid for another ${days} days` };
  return {
    level: "warning",
    subject,
    detail: `J-${reminder}: ${days} days left, unless it was prolonged. The applicant asks for a prolongation on https://particulier.api.gouv.fr/compte; the token stays the same`,
  };
}

function endOf(token: string): number | undefined {
  try {
    const { exp, iat } = decodeJwt(token);
    if (exp !== undefined) return exp * 1_000;
    return iat === undefined ? undefined : iat * 1_000 + VALIDITY_DAYS * DAY_MS;
  } catch {
    return undefined;
  }
}
