import type { Dossier } from "../../../dossiers/index.ts";
import {
  answersIn,
  fetchSources,
  type Procedure,
  readAgain,
  type SourceSnapshot,
} from "../../../procedures/index.ts";
import type { Visit } from "../visit.ts";
import type { Askable } from "./asked-again.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Longer than API Particulier's own ten seconds for a provider, shorter than an agent's patience. */
const PATIENCE = 12_000;
/** A question under way is nobody else's to ask. */
const UNDER_WAY = 2 * MINUTE;
/** A provider that is down is not asked at every click. */
const AFTER_FAILURE = 10 * MINUTE;

/** What an agent wants to know, and why. */
export interface Question {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly askable: Askable;
  readonly purpose: string;
  readonly remark?: string;
}

export type Asked =
  | { readonly outcome: "too_soon"; readonly again: string }
  /** Written beside the form: the dossier as it is now. */
  | { readonly outcome: "kept"; readonly dossier: Dossier }
  /** Nobody answered: the state says why. */
  | {
      readonly outcome: "silent";
      readonly state: SourceSnapshot["state"]["state"];
      readonly again: string;
    }
  /** It was answered, but the dossier had been decided by then. */
  | { readonly outcome: "decided" };

/** The provider said something, if only that it knows nobody. */
const ANSWERS: ReadonlySet<string> = new Set(["received", "not_found", "unidentified"]);

/** Asks a source again for a dossier, at most once a day, and writes what came beside the form, with its trace. */
export async function ask(visit: Visit, question: Question): Promise<Asked> {
  const { house, collectivite, agent } = visit;
  const { dossier, procedure, askable, purpose, remark } = question;
  const { source, fields } = askable;
  const { refreshes } = house.dossiers;
  const place = { collectivite: collectivite.id, id: dossier.id, source };
  const until = new Date(house.now().getTime() + UNDER_WAY);
  const taken = await refreshes.take({ ...place, until });
  if (!taken.taken) return { outcome: "too_soon", again: taken.again };
  const snapshot = await fetchOne(visit, question);
  const { state } = snapshot;
  const answered = ANSWERS.has(state.state);
  const again = new Date(house.now().getTime() + waitAfter(snapshot));
  const kept = await refreshes.keep({
    ...place,
    agent,
    purpose,
    ...(remark !== undefined && { remark }),
    fields,
    call: {
      route: procedure.sources[source]?.route ?? source,
      outcome: state.state,
      ...("requestId" in state && state.requestId !== undefined && { requestId: state.requestId }),
    },
    again,
    ...(answered && { read: (form) => readAgain(procedure, form, source, snapshot) }),
  });
  if (kept) return { outcome: "kept", dossier: kept };
  return answered
    ? { outcome: "decided" }
    : { outcome: "silent", state: state.state, again: again.toISOString() };
}

async function fetchOne(
  { house, collectivite }: Visit,
  { dossier, procedure, askable: { source } }: Question,
): Promise<SourceSnapshot> {
  const unavailable: SourceSnapshot = {
    state: { state: "unavailable", at: house.now().toISOString() },
  };
  const api = await house.api(collectivite);
  if (!api || !dossier.identity) return unavailable;
  const snapshots = await fetchSources(procedure, {
    citizen: { identity: dossier.identity },
    api,
    deadline: PATIENCE + 1_000,
    signal: AbortSignal.timeout(PATIENCE),
    now: house.now,
    recipient: collectivite.siret,
    answers: answersIn(dossier.form),
    only: [source],
    logger: house.logger,
  });
  const snapshot = snapshots[source];
  return snapshot && snapshot.state.state !== "pending" ? snapshot : unavailable;
}

/** How long the source is left in peace, in milliseconds. */
function waitAfter({ state }: SourceSnapshot): number {
  if (ANSWERS.has(state.state)) return DAY;
  const told = "retryAfter" in state ? (state.retryAfter ?? 0) * 1_000 : 0;
  return Math.max(told, AFTER_FAILURE);
}
