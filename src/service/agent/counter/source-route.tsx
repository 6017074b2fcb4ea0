import { noticeOf, sourcesWithoutLogin } from "../../../procedures/index.ts";
import { textOf } from "../form-body.ts";
import { type CounterVisit, counterPaths, onward, withCounterDraft } from "./counter-visit.ts";
import { canPrefill, decline, prefill } from "./prefill.ts";
import { SourcesPage } from "./sources-page.tsx";

/** `GET /agent/guichet/:id/donnees`: what the law wants said before anything is asked, then what came. */
export const showSources = withCounterDraft(async (visit) => {
  if (await canPrefill(visit)) show(visit);
  else visit.res.redirect(303, onward(visit));
});

/** `POST /agent/guichet/:id/donnees`: the citizen was told; or does without. */
export const readSources = withCounterDraft(async (visit) => {
  if (!(await canPrefill(visit))) {
    visit.res.redirect(303, onward(visit));
    return;
  }
  const informed = textOf(visit.req.body, "choix") === "recuperer";
  const after = await (informed ? prefill(visit) : decline(visit));
  const to = counterPaths(visit.desk.base, visit.draft.id);
  visit.res.redirect(303, !after ? to.receipt : informed ? to.sources : onward(after));
});

function show({ show: send, desk, procedure, draft, collectivite, ...visit }: CounterVisit): void {
  const names = sourcesWithoutLogin(procedure);
  const notice = noticeOf(procedure, collectivite);
  send(
    <SourcesPage
      desk={desk}
      title={procedure.title}
      id={draft.id}
      notice={{ ...notice, sources: notice.sources.filter(({ source }) => names.includes(source)) }}
      sources={draft.state.sources}
      months={procedure.retentionMonths}
      next={onward({ ...visit, show: send, desk, procedure, draft, collectivite })}
    />,
  );
}
