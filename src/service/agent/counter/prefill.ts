import {
  fetchSources,
  questionsOf,
  type SourceSnapshot,
  sourcesWithoutLogin,
} from "../../../procedures/index.ts";
import { COUNTER_PURPOSES, type CounterVisit, changeDraft } from "./counter-visit.ts";
import { isEnoughForTheState } from "./identity.ts";

/** Milliseconds: two people are waiting. */
const PATIENCE = 10_000;

/** Whether the State can be asked: the agent has seen a document, and what it says is enough to find the person. */
export async function canPrefill({ house, collectivite, procedure, draft }: CounterVisit): Promise<boolean> {
  const { checked } = draft.state;
  if (!checked || !isEnoughForTheState(checked.identity) || sourcesWithoutLogin(procedure).length === 0) {
    return false;
  }
  return (await house.api(collectivite)) !== undefined;
}

/** Reads the sources in the name of the habilitation; what came and what did not is in the draft and in the journal. */
export async function prefill(visit: CounterVisit): Promise<CounterVisit | undefined> {
  const { house, collectivite, procedure, draft } = visit;
  const { checked, answers, sources } = draft.state;
  const api = await house.api(collectivite);
  const only = sourcesWithoutLogin(procedure).filter((name) => sources[name]?.state.state !== "received");
  if (!checked || !api || only.length === 0) return visit;
  const snapshots = await fetchSources(procedure, {
    citizen: { identity: checked.identity },
    api,
    deadline: PATIENCE + 1_000,
    signal: AbortSignal.timeout(PATIENCE),
    now: house.now,
    recipient: collectivite.siret,
    answers,
    only,
    logger: house.logger,
  });
  const settled = Object.entries(snapshots).filter(([, { state }]) => state.state !== "pending");
  for (const [name, snapshot] of settled) await traceReading(visit, name, snapshot);
  return changeDraft(visit, (state) =>
    // Another person may have taken the place of the one who was asked about.
    JSON.stringify(state.checked) === JSON.stringify(checked)
      ? { ...state, sources: { ...state.sources, ...Object.fromEntries(settled) } }
      : state,
  );
}

/** Whether a source that waited for an answer of the form can be asked now: the citizen was told of it before. */
export function isAnswered({ procedure, draft }: CounterVisit): boolean {
  const { answers, sources, checked } = draft.state;
  return (
    checked !== undefined &&
    Object.entries(procedure.sources).some(
      ([name, source]) =>
        sources[name]?.state.state === "answers_needed" &&
        questionsOf(source).every((field) => answers[field] !== undefined),
    )
  );
}

/** The citizen prefers to do without: that is their right. */
export function decline(visit: CounterVisit): Promise<CounterVisit | undefined> {
  const at = visit.house.now().toISOString();
  const declined = Object.fromEntries(
    sourcesWithoutLogin(visit.procedure).map((name) => [name, { state: { state: "declined" as const, at } }]),
  );
  return changeDraft(visit, (state) => ({
    ...state,
    sources: { ...declined, ...receivedIn(state.sources) },
  }));
}

const receivedIn = (sources: Readonly<Record<string, SourceSnapshot>>) =>
  Object.fromEntries(Object.entries(sources).filter(([, { state }]) => state.state === "received"));

async function traceReading(visit: CounterVisit, name: string, { state }: SourceSnapshot): Promise<void> {
  const source = visit.procedure.sources[name];
  // Nothing was asked of anybody.
  if (!source || state.state === "login_needed" || state.state === "answers_needed") return;
  await visit.trace({
    action: "fetched",
    purpose: COUNTER_PURPOSES.prefill,
    dossier: visit.draft.id,
    procedure: visit.procedure.slug,
    fields: source.keys,
    call: {
      route: source.route,
      outcome: state.state,
      ...("requestId" in state && state.requestId !== undefined && { requestId: state.requestId }),
    },
  });
}
