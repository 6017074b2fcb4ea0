import type { Citizen } from "../federation/index.ts";
import {
  type Answer,
  type ApiParticulier,
  type Found,
  type ParticulierRequest,
  ROUTES,
  type Route,
} from "../particulier/index.ts";
import { childAsked } from "./child.ts";
import type { Procedure, SourceDeclaration } from "./declaration.ts";
import type { FieldValue, Provenance, SourceState } from "./form.ts";
import { questionsOf } from "./questions.ts";
import type { SourceSnapshot } from "./state.ts";
import { isEmpty } from "./value.ts";

/** The part of pino that is used here. */
export interface FetchLogger {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface FetchOptions {
  /** Whom the answers must be about; the draft's `identity` will do. Without a platform no token of theirs is used. */
  readonly citizen: Pick<Citizen, "identity"> & Partial<Pick<Citizen, "platform">>;
  readonly api: Pick<ApiParticulier, "call">;
  /** Milliseconds that the citizen waits. What is late still settles through `onSettled`. */
  readonly deadline: number;
  readonly now: () => Date;
  /** The citizen's FranceConnect token, while it is young (60 seconds). */
  readonly accessToken?: string;
  /** When that token was issued. */
  readonly issuedAt?: Date;
  /** SIRET of the collectivité, where it is not the client's own. */
  readonly recipient?: string;
  /** The values so far, as `fill` gives them: some sources need one (the plate, for the vehicle). */
  readonly answers?: Readonly<Record<string, FieldValue>>;
  /** Only these sources: a retry. */
  readonly only?: readonly string[];
  /** Gives up every call, and settles each as `unavailable`. */
  readonly signal?: AbortSignal;
  /** Called once for each source that was still pending when the deadline passed. */
  readonly onSettled?: (name: string, snapshot: SourceSnapshot) => void | Promise<void>;
  readonly logger?: FetchLogger;
}

/** Request fields of their own; every other parameter goes by its official name. */
const DESIGNATIONS = ["immatriculation", "ine", "identifiant"];

function snapshotOf(state: SourceState): SourceSnapshot {
  return { state };
}

/** What the adapter answers when it has no token to call with. */
const WITHOUT_TOKEN = ["token_missing", "access_token_expired"];
/** What it answers when this identity cannot be looked up, today or tomorrow: born on an unknown day, for instance. */
const WITHOUT_IDENTITY = ["identity_incomplete", "birthdate_partial"];

/** Whom a source is about: the citizen, or the child whom they chose. */
function personOf({ about }: SourceDeclaration, { citizen, answers = {} }: FetchOptions) {
  return about === undefined ? citizen.identity : childAsked(answers[about]);
}

/** The request for one source; or the reason why it cannot be made now. The adapter takes the mode that is possible. */
function requestFor(
  source: SourceDeclaration,
  options: FetchOptions,
): ParticulierRequest | "login_needed" | "answers_needed" | "unidentified" {
  const { citizen, accessToken, issuedAt, recipient, answers = {}, signal } = options;
  if (questionsOf(source).some((field) => isEmpty(answers[field]))) return "answers_needed";
  const person = personOf(source, options);
  if (person === undefined) return "unidentified";
  const parameters = Object.entries(source.needs ?? {}).map(
    ([name, field]) => [name, answers[field]] as const,
  );
  const texts = parameters.map(([name, value]) => [name, String(value)] as const);
  const { versions }: Route = ROUTES[source.route];
  const modes = Object.values(versions).flatMap((version) => Object.keys(version.modes));
  // Only FranceConnect answers data providers: a FranceConnect+ token opens nothing. No token is a child's.
  const opens = citizen.platform === "franceconnect" && source.about === undefined;
  const token = opens ? accessToken : undefined;
  if (token === undefined && modes.every((mode) => mode === "france_connect")) return "login_needed";
  return {
    keys: [...source.keys],
    citizen: person,
    identity: person,
    ...(token === undefined ? {} : { accessToken: token }),
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(signal === undefined ? {} : { signal }),
    ...Object.fromEntries(texts.filter(([name]) => DESIGNATIONS.includes(name))),
    params: Object.fromEntries(texts.filter(([name]) => !DESIGNATIONS.includes(name))),
  };
}

/**
 * Whether the answer may be used for this citizen. A route that names people must name them; where the
 * FranceConnect token cannot show names at all, the platform has looked up the token's own holder.
 */
function isTheirs(source: SourceDeclaration, request: ParticulierRequest, answer: Found<object>): boolean {
  const { people, scopes }: Route = ROUTES[source.route];
  if (people === undefined || answer.identityCheck === "same") return true;
  if (answer.identityCheck === "different") return false;
  const nameless = scopes.some((scope) => people.scopes.includes(scope.name) && !scope.franceConnect);
  return source.allowUncheckedIdentity !== undefined || (request.accessToken !== undefined && nameless);
}

function settle(
  source: SourceDeclaration,
  request: ParticulierRequest,
  answer: Answer<object>,
  { now, logger }: FetchOptions,
): SourceSnapshot {
  const at = now().toISOString();
  const traced = answer.requestId === undefined ? {} : { requestId: answer.requestId };
  if (answer.outcome === "found") {
    if (!isTheirs(source, request, answer)) {
      logger?.warn(
        { route: source.route, identityCheck: answer.identityCheck, ...traced },
        "the answer does not name the citizen: nothing of it is used (does the habilitation carry the scope that shows people?)",
      );
      return snapshotOf({ state: "unidentified", at, ...traced });
    }
    // The client has kept the declared keys only; it parsed them from JSON.
    const data = answer.data as Readonly<Record<string, FieldValue>>;
    const provider = answer.provider ?? ROUTES[source.route].provider;
    const provenance: Provenance = {
      source: "api-particulier",
      provider,
      route: source.route,
      fetchedAt: at,
      ...traced,
    };
    return { state: { state: "received", at, provider, ...traced }, data, provenance };
  }
  if (answer.outcome === "not_found" || answer.outcome === "unidentified") {
    return snapshotOf({ state: answer.outcome, at, ...traced });
  }
  const { outcome, status, code } = answer;
  if (code !== undefined && WITHOUT_TOKEN.includes(code)) return snapshotOf({ state: "login_needed", at });
  if (code !== undefined && WITHOUT_IDENTITY.includes(code)) return snapshotOf({ state: "unidentified", at });
  logger?.warn({ route: source.route, outcome, status, code, ...traced }, "a source could not be read");
  const retryAfter = answer.retryAfter === undefined ? {} : { retryAfter: answer.retryAfter };
  return snapshotOf({ state: "unavailable", at, ...retryAfter, ...traced });
}

/** What an error is called; its message and stack may hold what nobody may log. */
function labelOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  return "code" in cause ? `${cause.name} ${String(cause.code)}` : cause.name;
}

async function fetchOne(source: SourceDeclaration, options: FetchOptions): Promise<SourceSnapshot> {
  const at = options.now().toISOString();
  const request = requestFor(source, options);
  if (typeof request === "string") return snapshotOf({ state: request, at });
  try {
    return settle(source, request, await options.api.call(source.route, request), options);
  } catch (cause) {
    // The client promises answers, never exceptions; a citizen must not pay if another one breaks the promise.
    options.logger?.error({ route: source.route, error: labelOf(cause) }, "a source failed");
    return snapshotOf({ state: "unavailable", at });
  }
}

/**
 * Reads every source of a procedure at once, under one deadline. Never rejects: what did not come is a state.
 * A source that is late comes back as `pending` and settles through `onSettled`.
 *
 * @see https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000045213315 CRPA, art. L114-8
 * @example
 * import { fetchSources } from "passerelle";
 * const sources = await fetchSources(procedure, { citizen, accessToken, api, deadline: 2500, now, onSettled: save });
 */
export async function fetchSources(
  procedure: Procedure,
  options: FetchOptions,
): Promise<Readonly<Record<string, SourceSnapshot>>> {
  const since = options.now().toISOString();
  const wanted = Object.entries(procedure.sources).filter(([name]) => options.only?.includes(name) ?? true);
  const snapshots = new Map<string, SourceSnapshot>();
  let late = false;
  const calls = wanted.map(async ([name, source]) => {
    const snapshot = await fetchOne(source, options);
    if (!late) snapshots.set(name, snapshot);
    else await report(name, snapshot, options);
  });
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, options.deadline);
  });
  await Promise.race([Promise.all(calls), deadline]);
  clearTimeout(timer);
  late = true;
  const pending = snapshotOf({ state: "pending", since });
  return Object.fromEntries(wanted.map(([name]) => [name, snapshots.get(name) ?? pending]));
}

async function report(name: string, snapshot: SourceSnapshot, options: FetchOptions): Promise<void> {
  try {
    await options.onSettled?.(name, snapshot);
  } catch (cause) {
    options.logger?.error(
      { source: name, error: labelOf(cause) },
      "a late source was read but could not be kept",
    );
  }
}
