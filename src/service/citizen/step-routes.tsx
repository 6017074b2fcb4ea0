import {
  applyStep,
  fill,
  noticeOf,
  type Procedure,
  priceOf,
  type Refused,
  validate,
  viewStep,
} from "../../procedures/index.ts";
import { type DraftVisit, paths } from "./draft-visit.ts";
import { StepPage } from "./pages/step.tsx";
import { claimParked } from "./parked.ts";
import { missing } from "./prefill.ts";
import { readAgain, silentSources } from "./source-routes.tsx";
import { sourceTitles } from "./source-titles.ts";
import { forgetStale } from "./stale-sources.ts";
import { onward, withDraft, withPosted } from "./with-draft.tsx";
import { withoutUploads } from "./without-uploads.ts";

const FOUND_AGAIN = "Vos réponses ont été retrouvées. Vérifiez-les, puis enregistrez.";

export const showStep = withDraft(async (visit) => {
  const parked = await claimParked(visit);
  if (parked) return visit.redirect(paths(visit.procedure.slug).step(parked));
  const { found } = visit.req.session;
  delete visit.req.session.found;
  renderStep(visit, String(visit.req.params.step), found ? { message: FOUND_AGAIN } : {});
});

export interface StepNews {
  /** What was typed, with what is wrong with it. */
  readonly refused?: Refused;
  readonly message?: string;
  readonly status?: number;
}

/** Shows one step, with what was refused where something was. */
export function renderStep(
  visit: DraftVisit,
  slug: string,
  { refused, message, status }: StepNews = {},
): void {
  const { procedure, draft, frame, collectivite } = visit;
  const view = viewStep(procedure, draft.state, slug, refused);
  if (!view) {
    visit.redirect(onward(visit));
    return;
  }
  const price = priceOf(procedure, fill(procedure, draft.state));
  const { errors, fields } = withoutUploads(view, refused?.errors ?? []);
  visit.show(
    <StepPage
      frame={frame}
      slug={procedure.slug}
      title={procedure.title}
      level={procedure.level}
      view={{ ...view, fields }}
      errors={errors}
      notice={noticeOf(procedure, collectivite)}
      titles={sourceTitles(procedure)}
      silent={silentSources(visit, slug)}
      draft={draft.id}
      token={visit.token()}
      withoutLogin={draft.state.identity === undefined}
      {...(price && { price })}
      {...(message && { message })}
    />,
    status ?? (errors.length > 0 ? 422 : 200),
  );
}

export const saveStep = withPosted(async (visit) => {
  const { house, req, procedure, draft, collectivite } = visit;
  const slug = String(req.params.step);
  const now = house.now();
  const applied = applyStep(procedure, draft.state, slug, req.body, now);
  const saved = await house.dossiers.drafts.change({
    collectivite: collectivite.id,
    id: draft.id,
    owners: [draft.owner],
    change: (state) =>
      forgetStale(
        procedure,
        state,
        applyStep(procedure, state, slug, req.body, now).state,
        now.toISOString(),
      ),
  });
  if (!saved) return visit.redirect(paths(procedure.slug).form);
  const after: DraftVisit = { ...visit, draft: saved };
  if (req.body.then === "later") return visit.redirect("/mes-dossiers");
  if (applied.stay) return renderStep(after, slug);
  if (applied.errors.length > 0) return renderStep(after, slug, { refused: applied });
  if (answersOpenASource(after)) await readAgain(after);
  visit.redirect(afterStep(after, slug, validate(procedure, draft.state, now).length === 0));
});

/** The step after this one; where everything had been answered before, back to what still needs a look, or the check. */
function afterStep(visit: DraftVisit, slug: string, wasComplete: boolean): string {
  const { procedure, draft } = visit;
  const next = viewStep(procedure, draft.state, slug)?.next;
  return next && !wasComplete ? paths(procedure.slug).step(next) : onward(visit);
}

/** A source that waited for an answer of the form can be asked now. */
function answersOpenASource({ procedure, draft, house }: DraftVisit): boolean {
  return missing(procedure, draft.state, house.now()).some((name) => waitsForAnswers(procedure, draft, name));
}

function waitsForAnswers(procedure: Procedure, { state }: DraftVisit["draft"], name: string): boolean {
  return (
    state.sources[name]?.state.state === "answers_needed" && procedure.sources[name]?.needs !== undefined
  );
}
