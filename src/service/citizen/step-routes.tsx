import {
  applyStep,
  attachDocument,
  beneficiaryOf,
  type FormState,
  fill,
  noticeOf,
  type Procedure,
  priceOf,
  questionsOf,
  type Refused,
  unreadOf,
  validate,
  viewStep,
} from "../../procedures/index.ts";
import { LANGUAGE_INPUT, languagePath, parseLanguage } from "../language/index.ts";
import { type DraftVisit, loginPath, paths } from "./draft-visit.ts";
import { isForSame } from "./for-whom.ts";
import { dropFiles, keepFiles, mergeErrors } from "./keep-files.ts";
import { StepPage } from "./pages/step.tsx";
import { claimParked, FOUND_AGAIN } from "./parked.ts";
import { missing } from "./prefill.ts";
import { codeOf } from "./resume-code.ts";
import { readAgain, silentSources } from "./source-routes.tsx";
import { sourceTitles } from "./source-titles.ts";
import { forgetStale } from "./stale-sources.ts";
import { onward, withDraft, withPosted } from "./with-draft.tsx";

const KEPT_AS_TYPED =
  "Certaines réponses ne sont pas encore valables. Elles sont gardées telles que vous les avez saisies : corrigez-les pour continuer.";
const FORM_CHANGED =
  "Le formulaire a changé depuis que vous avez commencé. Vos réponses sont gardées : relisez chaque étape, puis continuez.";

const TURNED =
  "Cette demande a changé de personne dans un autre onglet. Rien de ce que vous veniez de saisir n’a été enregistré.";

export const showStep = withDraft(async (visit) => {
  const parked = await claimParked(visit);
  if (parked) return visit.redirect(paths(visit.procedure.slug).step(parked));
  const { found, formChanged } = visit.req.session;
  delete visit.req.session.found;
  delete visit.req.session.formChanged;
  const step = String(visit.req.params.step);
  const unread = unreadOf(visit.procedure, visit.draft.state, step);
  renderStep(visit, step, {
    status: 200,
    ...(unread && { refused: unread, message: KEPT_AS_TYPED }),
    ...(formChanged && { message: FORM_CHANGED }),
    ...(found && { message: FOUND_AGAIN }),
  });
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
  const errors = refused?.errors ?? [];
  visit.show(
    <StepPage
      frame={frame}
      slug={procedure.slug}
      title={procedure.title}
      level={procedure.level}
      view={view}
      errors={errors}
      notice={noticeOf(procedure, collectivite)}
      titles={sourceTitles(procedure)}
      silent={silentSources(visit, slug)}
      draft={draft.id}
      token={visit.token()}
      withoutLogin={draft.state.identity === undefined}
      {...(procedure.forOthers && { whom: beneficiaryOf(draft.state) })}
      {...(price && { price })}
      {...(message && { message })}
    />,
    status ?? (errors.length > 0 ? 422 : 200),
  );
}

export const saveStep = withPosted(async (visit) => {
  const { house, req, procedure, draft, collectivite } = visit;
  const slug = String(req.params.step);
  if (!isForSame(procedure, req.body, draft.state)) {
    return renderStep(visit, slug, { message: TURNED, status: 409 });
  }
  const now = house.now();
  const asked = viewStep(procedure, draft.state, slug)?.fields ?? [];
  const files = await keepFiles(visit, { id: draft.id, owners: [draft.owner] }, asked);
  const apply = (state: FormState) => {
    const joined = files.kept.reduce(
      (before, { field, document }) => attachDocument(procedure, before, field, document),
      state,
    );
    return applyStep(procedure, joined, slug, req.body, now);
  };
  const applied = apply(draft.state);
  const saved = await house.dossiers.drafts.change({
    collectivite: collectivite.id,
    id: draft.id,
    owners: [draft.owner],
    change: (state) => forgetStale(procedure, state, apply(state).state, now.toISOString()),
  });
  if (!saved) return visit.redirect(paths(procedure.slug).form);
  await dropFiles(visit, saved, asked);
  const after: DraftVisit = { ...visit, draft: saved };
  const errors = mergeErrors(asked, files.errors, applied.errors);
  if (files.errors.length > 0) return renderStep(after, slug, { refused: { ...applied, errors } });
  if (req.body.then === "later") {
    req.session.leftToDo = applied.errors.length;
    return visit.redirect(codeOf(req, saved.owner) ? paths(procedure.slug).code : "/mes-dossiers");
  }
  const language = parseLanguage(req.body[LANGUAGE_INPUT]);
  if (language) return visit.redirect(languagePath(language, paths(procedure.slug).step(slug)));
  if (req.body.then === "identify") return visit.redirect(loginPath(procedure, paths(procedure.slug).form));
  if (applied.stay) return renderStep(after, slug, { refused: { errors: [], typed: applied.typed } });
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
  const source = procedure.sources[name];
  const waits = state.sources[name]?.state.state === "answers_needed";
  return waits && source !== undefined && questionsOf(source).length > 0;
}
