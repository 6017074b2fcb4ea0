import {
  applyStep,
  fill,
  nextStep,
  noticeOf,
  type Procedure,
  priceOf,
  type Refused,
  type SourceSnapshot,
  validate,
  viewStep,
  viewSteps,
} from "../../procedures/index.ts";
import { noteDossier } from "../onboarding/index.ts";
import {
  beginByHand,
  beginDraft,
  type DraftVisit,
  findDraft,
  findDraftById,
  isSureEnough,
  type ProcedureVisit,
  paths,
} from "./draft-visit.ts";
import { CheckPage } from "./pages/check.tsx";
import { ProblemPage } from "./pages/problem.tsx";
import { SourcesPage } from "./pages/sources.tsx";
import { StepPage } from "./pages/step.tsx";
import { claimParked } from "./parked.ts";
import { missing, readSources } from "./prefill.ts";

type ProcedureHandler = (visit: ProcedureVisit) => Promise<void>;

/** `…/formulaire`: where a login comes back to; leads to whatever comes next in the draft. */
export const enter: ProcedureHandler = async (visit) => {
  const { req, procedure } = visit;
  const to = paths(procedure.slug);
  if (req.query.nouvelle !== undefined) delete req.session.sent?.[procedure.slug];
  const found = await findDraft(visit);
  if (!found && !isSureEnough(visit)) return login(visit, to.form);
  const draftVisit = found ?? (await beginDraft(visit));
  const parked = await claimParked(draftVisit);
  if (parked) return visit.redirect(to.step(parked));
  visit.redirect(onward(draftVisit, true));
};

/** `…/sans-franceconnect`: the same form, typed by hand. */
export const enterByHand: ProcedureHandler = async (visit) => {
  const found = await findDraft(visit);
  visit.redirect(onward(found ?? (await beginByHand(visit)), false));
};

function login(visit: ProcedureVisit, returnTo: string): void {
  visit.redirect(`/auth/login?${new URLSearchParams({ level: visit.procedure.level, return_to: returnTo })}`);
}

/** The page that comes next: what was received first, then the first step not yet sent, then the check. */
function onward({ procedure, draft }: DraftVisit, withSources: boolean): string {
  const to = paths(procedure.slug);
  const { state } = draft;
  const hasSources = Object.keys(procedure.sources).length > 0;
  if (withSources && hasSources && state.identity && state.completed.length === 0) return to.sources;
  const step = nextStep(procedure, state);
  return step ? to.step(step.slug) : to.check;
}

/** Runs a page on the draft; without one, says why and what to do. */
export function withDraft(handler: (visit: DraftVisit) => Promise<void> | void): ProcedureHandler {
  return async (visit) => {
    const found = await findDraft(visit);
    if (found) return handler(found);
    const sent = visit.req.session.sent?.[visit.procedure.slug];
    if (sent) return alreadySent(visit, sent);
    const { form } = paths(visit.procedure.slug);
    if (isSureEnough(visit)) return visit.redirect(form);
    login(visit, visit.req.path.includes("/etape/") ? visit.req.path : form);
  };
}

/** The back button after sending leads here. */
function alreadySent(visit: ProcedureVisit, dossier: string): void {
  visit.show(
    <ProblemPage
      frame={visit.frame}
      title="Cette demande est déjà envoyée"
      message="Elle ne peut plus être modifiée ici. Vous pouvez la retrouver, ou en commencer une autre."
      ways={[
        { href: `/mes-dossiers/${dossier}`, label: "Voir mon dossier" },
        { href: `${paths(visit.procedure.slug).form}?nouvelle`, label: "Commencer une nouvelle demande" },
      ]}
    />,
    409,
  );
}

/** The draft that a posted form was about; a form of a draft that was sent leads to its dossier. */
export function withPosted(handler: (visit: DraftVisit) => Promise<void>): ProcedureHandler {
  return async (visit) => {
    const id = typeof visit.req.body?.draft === "string" ? visit.req.body.draft : "";
    const found = await findDraftById(visit, id);
    if (found) return handler(found);
    const { house, collectivite, owners, procedure } = visit;
    const sent = await house.dossiers.findForCitizen({ collectivite: collectivite.id, owners, id });
    visit.redirect(sent ? paths(procedure.slug).confirmation(id) : paths(procedure.slug).form);
  };
}

export const showSources = withDraft((visit) => {
  const { procedure, draft, frame, collectivite } = visit;
  const next = onward(visit, false);
  if (!draft.state.identity || Object.keys(procedure.sources).length === 0) {
    visit.redirect(next);
    return;
  }
  visit.show(
    <SourcesPage
      frame={frame}
      slug={procedure.slug}
      title={procedure.title}
      notice={noticeOf(procedure, collectivite)}
      sources={draft.state.sources}
      draft={draft.id}
      token={visit.token()}
      next={next}
    />,
  );
});

/** « Réessayer »: asks again for what did not come. */
export const retrySources = withPosted(async (visit) => {
  await readAgain(visit);
  visit.redirect(paths(visit.procedure.slug).sources);
});

async function readAgain({ house, req, collectivite, procedure, draft }: DraftVisit): Promise<void> {
  const { citizen } = req;
  if (citizen && draft.state.identity) await readSources(house, { collectivite, procedure, draft, citizen });
}

export const showStep = withDraft(async (visit) => {
  const parked = await claimParked(visit);
  if (parked) return visit.redirect(paths(visit.procedure.slug).step(parked));
  const found = visit.req.session.found;
  delete visit.req.session.found;
  renderStep(visit, String(visit.req.params.step), undefined, found ? FOUND_AGAIN : undefined);
});

const FOUND_AGAIN = "Vos réponses ont été retrouvées. Vérifiez-les, puis enregistrez.";

/** Shows one step, with what was refused where something was. */
export function renderStep(visit: DraftVisit, slug: string, refused?: Refused, message?: string): void {
  const { procedure, draft, frame, collectivite } = visit;
  const view = viewStep(procedure, draft.state, slug, refused);
  if (!view) {
    visit.redirect(onward(visit, false));
    return;
  }
  const price = priceOf(procedure, fill(procedure, draft.state));
  visit.show(
    <StepPage
      frame={frame}
      slug={procedure.slug}
      title={procedure.title}
      view={view}
      errors={refused?.errors ?? []}
      notice={noticeOf(procedure, collectivite)}
      silent={silentSources(procedure, slug, draft.state.identity ? draft.state.sources : {})}
      draft={draft.id}
      token={visit.token()}
      withoutLogin={draft.state.identity === undefined}
      {...(price && { price })}
      {...(message && { message })}
    />,
    refused && refused.errors.length > 0 ? 422 : 200,
  );
}

/** The sources that feed a field of this step and gave nothing yet. */
function silentSources(
  procedure: Procedure,
  step: string,
  sources: Readonly<Record<string, SourceSnapshot>>,
) {
  const feeding = new Set(
    procedure.fields.filter((field) => field.step === step).map(({ from }) => from?.split(".")[0] ?? ""),
  );
  return Object.fromEntries(
    Object.entries(sources).filter(
      ([name, { state }]) => feeding.has(name) && state.state !== "received" && state.state !== "declined",
    ),
  );
}

export const saveStep = withPosted(async (visit) => {
  const { house, req, procedure, draft, collectivite } = visit;
  const slug = String(req.params.step);
  const applied = applyStep(procedure, draft.state, slug, req.body, house.now());
  const saved = await house.dossiers.drafts.change({
    collectivite: collectivite.id,
    id: draft.id,
    owners: [draft.owner],
    change: (state) => applyStep(procedure, state, slug, req.body, house.now()).state,
  });
  const after: DraftVisit = { ...visit, draft: saved ?? { ...draft, state: applied.state } };
  if (req.body.then === "later") return visit.redirect("/mes-dossiers");
  if (applied.stay) return renderStep(after, slug);
  if (applied.errors.length > 0) return renderStep(after, slug, applied);
  if (answersOpenASource(after)) await readAgain(after);
  const view = viewStep(procedure, after.draft.state, slug);
  const checkedBefore = validate(procedure, draft.state, house.now()).length === 0;
  visit.redirect(
    view?.next && !checkedBefore ? paths(procedure.slug).step(view.next) : onwardAfter(after, view?.next),
  );
});

function onwardAfter(visit: DraftVisit, next: string | undefined): string {
  const step = nextStep(visit.procedure, visit.draft.state);
  return step
    ? paths(visit.procedure.slug).step(step.slug === next ? next : step.slug)
    : paths(visit.procedure.slug).check;
}

/** A source that waited for an answer of the form can be asked now. */
function answersOpenASource({ procedure, draft, house }: DraftVisit): boolean {
  return missing(procedure, draft.state, house.now()).some(
    (name) =>
      draft.state.sources[name]?.state.state === "answers_needed" &&
      procedure.sources[name]?.needs !== undefined,
  );
}

export const showCheck = withDraft((visit) => {
  const { procedure, draft } = visit;
  const step = nextStep(procedure, draft.state);
  if (step) visit.redirect(paths(procedure.slug).step(step.slug));
  else renderCheck(visit);
});

function renderCheck(visit: DraftVisit, message?: string, status = 200): void {
  const { house, procedure, draft, frame } = visit;
  const price = priceOf(procedure, fill(procedure, draft.state));
  const errors = validate(procedure, draft.state, house.now());
  visit.show(
    <CheckPage
      frame={frame}
      slug={procedure.slug}
      title={procedure.title}
      steps={viewSteps(procedure, draft.state)}
      errors={status === 200 ? [] : errors}
      draft={draft.id}
      revision={draft.revision}
      token={visit.token()}
      {...(price && { price })}
      {...(message && { message })}
    />,
    status,
  );
}

const CHANGED =
  "Vos réponses ont changé depuis que cette page a été ouverte, dans un autre onglet ou parce qu’une donnée est arrivée. Relisez-les avant d’envoyer.";

/** Sends: once, whatever is clicked twice; only what was checked on the page. */
export const send = withPosted(async (visit) => {
  const { house, req, procedure, draft, collectivite } = visit;
  if (Number(req.body.revision) !== draft.revision) return renderCheck(visit, CHANGED, 409);
  if (validate(procedure, draft.state, house.now()).length > 0) return renderCheck(visit, undefined, 422);
  const form = fill(procedure, draft.state);
  const text = (name: string) =>
    String(form.fields.find((field) => field.name === name)?.display.join(" ") ?? "");
  const receipt = await house.dossiers.send({
    collectivite: collectivite.id,
    owners: [draft.owner],
    id: draft.id,
    form,
    applicant: `${text("prenoms")} ${text("nom-d-usage") || text("nom-de-naissance")}`.trim(),
    retentionMonths: procedure.retentionMonths,
    expectedRevision: draft.revision,
  });
  noteDossier(house, collectivite, form);
  req.session.sent = { ...req.session.sent, [procedure.slug]: receipt.id };
  visit.redirect(paths(procedure.slug).confirmation(receipt.id));
});
