import { noticeOf, type SourceSnapshot } from "../../procedures/index.ts";
import { type DraftVisit, paths } from "./draft-visit.ts";
import { SourcesPage } from "./pages/sources.tsx";
import { readSources } from "./prefill.ts";
import { sourceName, sourceTitles } from "./source-titles.ts";
import { onward, readsSources, withDraft, withPosted } from "./with-draft.tsx";

/** An answer that is not here by then never comes: the process that waited for it has stopped. */
const LONGEST_WAIT = 60_000;

export const showSources = withDraft((visit) => {
  const { procedure, draft, frame, collectivite } = visit;
  if (!readsSources(visit) || !draft.state.identity) return visit.redirect(onward(visit));
  visit.show(
    <SourcesPage
      frame={frame}
      slug={procedure.slug}
      title={procedure.title}
      level={draft.state.identity.level}
      notice={noticeOf(procedure, collectivite)}
      titles={sourceTitles(procedure)}
      sources={sourcesOf(visit)}
      draft={draft.id}
      token={visit.token()}
      next={onward(visit)}
    />,
  );
});

/** « Réessayer »: asks again for what did not come. */
export const retrySources = withPosted(async (visit) => {
  await readAgain(visit);
  visit.redirect(paths(visit.procedure.slug).sources);
});

/** Asks for what is missing, without a fresh login. */
export async function readAgain({ house, req, collectivite, procedure, draft }: DraftVisit): Promise<void> {
  const { citizen } = req;
  if (citizen && draft.state.identity) await readSources(house, { collectivite, procedure, draft, citizen });
}

/** What is known of each source; what has been awaited for too long is not awaited any more. */
export function sourcesOf({
  draft,
  house,
}: Pick<DraftVisit, "draft" | "house">): Readonly<Record<string, SourceSnapshot>> {
  const now = house.now();
  return Object.fromEntries(
    Object.entries(draft.state.sources).map(([name, snapshot]): [string, SourceSnapshot] => {
      const { state } = snapshot;
      const lost = state.state === "pending" && now.getTime() - Date.parse(state.since) > LONGEST_WAIT;
      return [name, lost ? { state: { state: "unavailable", at: now.toISOString() } } : snapshot];
    }),
  );
}

/** The sources that feed a field of this step and gave nothing yet; somebody unknown has no sources. */
export function silentSources(visit: DraftVisit, step: string): Readonly<Record<string, SourceSnapshot>> {
  const { procedure, draft } = visit;
  if (!draft.state.identity) return {};
  const feeding = new Set(
    procedure.fields.filter((field) => field.step === step).map(({ from }) => sourceName(from)),
  );
  return Object.fromEntries(
    Object.entries(sourcesOf(visit)).filter(
      ([name, { state }]) => feeding.has(name) && state.state !== "received" && state.state !== "declined",
    ),
  );
}
