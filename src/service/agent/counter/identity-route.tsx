import { randomUUID } from "node:crypto";
import { atCounter, emptyState, type FieldError, type Procedure } from "../../../procedures/index.ts";
import { textOf } from "../form-body.ts";
import type { Visit } from "../visit.ts";
import {
  COUNTER_PURPOSES,
  type CounterVisit,
  changeDraft,
  counterPaths,
  onward,
  procedureOf,
  withCounterDraft,
} from "./counter-visit.ts";
import { EMPTY_IDENTITY, type IdentityForm, identityForm, readIdentity } from "./identity.ts";
import { IdentityPage } from "./identity-page.tsx";
import { canPrefill } from "./prefill.ts";

/** `GET /agent/guichet/nouvelle/:slug`: who is there? Nothing is kept before it is sent. */
export function showBeginning(visit: Visit): void {
  const procedure = procedureOf(visit, String(visit.req.params.slug));
  render(visit, procedure, { entry: randomUUID(), form: EMPTY_IDENTITY, errors: [] });
}

/** `POST /agent/guichet/nouvelle/:slug`: begins the form; pressed twice, it begins one. */
export async function begin(visit: Visit): Promise<void> {
  const { house, collectivite, req, res } = visit;
  const procedure = procedureOf(visit, String(req.params.slug));
  const typed = textOf(req.body, "entree");
  const entry = ENTRY.test(typed) ? typed : randomUUID();
  const { form, errors, proof } = await readIdentity(req.body, house.now());
  if (!proof) return render(visit, procedure, { entry, form, errors });
  const initial = atCounter(procedure, emptyState(procedure), proof, house.now());
  const draft = await house.dossiers.drafts.open({
    collectivite: collectivite.id,
    procedure: procedure.slug,
    owner: { platform: "counter", sub: entry },
    initial,
  });
  await visit.trace({
    action: "entered",
    purpose: COUNTER_PURPOSES.enter,
    dossier: draft.id,
    procedure: procedure.slug,
  });
  res.redirect(303, await afterIdentity({ ...visit, procedure, draft }));
}

/** `GET /agent/guichet/:id/identite`: who was said to be there. */
export const showIdentity = withCounterDraft((visit) => {
  const { procedure, draft } = visit;
  const { checked } = draft.state;
  const form = checked ? identityForm(checked) : declaredIn(visit);
  render(visit, procedure, { id: draft.id, form, errors: [] });
});

/** `POST /agent/guichet/:id/identite`: another person, or the same one with a document. */
export const changeIdentity = withCounterDraft(async (visit) => {
  const { house, req, res, procedure, draft } = visit;
  const { form, errors, proof } = await readIdentity(req.body, house.now());
  if (!proof) return render(visit, procedure, { id: draft.id, form, errors });
  const changed = await changeDraft(visit, (state) => atCounter(procedure, state, proof, house.now()));
  res.redirect(303, changed ? await afterIdentity(changed) : counterPaths(visit.desk.base, draft.id).receipt);
});

/** A random key, made with the page: it becomes the draft's owner. */
const ENTRY = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Where the State can be asked, the citizen is told first. */
async function afterIdentity(visit: CounterVisit): Promise<string> {
  return (await canPrefill(visit)) ? counterPaths(visit.desk.base, visit.draft.id).sources : onward(visit);
}

/** What was declared without a document, found again in the answers. */
function declaredIn({ procedure, draft }: CounterVisit): IdentityForm {
  const text = (path: string): string => {
    const field = procedure.fields.find(({ from }) => from === `identity.${path}`);
    const answer = field && draft.state.answers[field.name];
    return typeof answer === "string" ? answer : "";
  };
  return identityForm({
    identity: {
      familyName: text("familyName"),
      givenNames: text("givenNames").split(" "),
      preferredUsername: text("preferredUsername"),
      birthdate: text("birthdate"),
    },
  });
}

function render(
  visit: Visit,
  procedure: Procedure,
  page: {
    /** Of a draft that is not begun yet. */
    readonly entry?: string;
    readonly id?: string;
    readonly form: IdentityForm;
    readonly errors: readonly FieldError[];
  },
): void {
  visit.show(
    <IdentityPage desk={visit.desk} procedure={procedure} {...page} />,
    page.errors.length > 0 ? 422 : 200,
  );
}
