import { applyStep, fill, priceOf, type Refused, viewStep } from "../../../procedures/index.ts";
import { forgetStale } from "../../citizen/stale-sources.ts";
import {
  type CounterVisit,
  changeDraft,
  counterPaths,
  nameIn,
  onward,
  withCounterDraft,
} from "./counter-visit.ts";
import { fieldsAtCounter } from "./fields-at-counter.ts";
import { isAnswered, prefill } from "./prefill.ts";
import { StepPage } from "./step-page.tsx";

/** `GET /agent/guichet/:id/etape/:step`: one step of the citizen's own form. */
export const showStep = withCounterDraft((visit) => render(visit, String(visit.req.params.step)));

/** `POST /agent/guichet/:id/etape/:step`: keeps what was typed, and goes on where nothing is wrong with it. */
export const saveStep = withCounterDraft(async (visit) => {
  const { house, req, res, procedure, draft, desk } = visit;
  const slug = String(req.params.step);
  const now = house.now();
  const applied = applyStep(procedure, draft.state, slug, req.body, now);
  const saved = await changeDraft(visit, (state) =>
    forgetStale(procedure, state, applyStep(procedure, state, slug, req.body, now).state, now.toISOString()),
  );
  const to = counterPaths(desk.base, draft.id);
  if (!saved) return res.redirect(303, to.receipt);
  if (req.body?.then === "later") return res.redirect(303, to.list);
  if (applied.stay) return render(saved, slug, { errors: [], typed: applied.typed });
  if (applied.errors.length > 0) return render(saved, slug, applied);
  const after = isAnswered(saved) ? await prefill(saved) : saved;
  const next = viewStep(procedure, saved.draft.state, slug)?.next;
  res.redirect(303, next && !isComplete(visit) ? to.step(next) : onward(after ?? saved));
});

/** Whoever only puts one answer right goes straight back to the check. */
const isComplete = (visit: CounterVisit): boolean =>
  onward(visit) === counterPaths(visit.desk.base, visit.draft.id).check;

function render(visit: CounterVisit, slug: string, refused?: Refused): void {
  const { procedure, draft, desk } = visit;
  const view = viewStep(procedure, draft.state, slug, refused);
  if (!view) {
    visit.res.redirect(303, onward(visit));
    return;
  }
  const { fields, errors } = fieldsAtCounter(view.fields, refused?.errors ?? []);
  const price = priceOf(procedure, fill(procedure, draft.state));
  visit.show(
    <StepPage
      desk={desk}
      id={draft.id}
      title={procedure.title}
      view={{ ...view, fields }}
      errors={errors}
      name={nameIn(draft.state)}
      checked={draft.state.checked !== undefined}
      {...(price && { price })}
    />,
    errors.length > 0 ? 422 : 200,
  );
}
