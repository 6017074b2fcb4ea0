import type { Vault } from "../storage/index.ts";
import { countedIn, recount } from "./counts.ts";
import { settleDocuments } from "./documents/settle.ts";
import type { Actor, Dossier, DossierEvent, Receipt } from "./dossier.ts";
import { type DossierRow, sealApplicant, sealContent, sealEvent, sealIdentity } from "./dossier-row.ts";
import type { Dossiers } from "./dossiers-type.ts";
import type { Draft } from "./draft.ts";
import { DossierError } from "./error.ts";
import { findForCitizen } from "./find-dossier.ts";
import { findDraft } from "./find-draft.ts";
import { dossierNumber } from "./number.ts";
import { figuresOf } from "./quality/form-figures.ts";
import { tally } from "./quality/tally.ts";
import { issueTicket } from "./quality/ticket.ts";
import { readsOf } from "./reads.ts";
import { record } from "./record.ts";
import { type Db, ownerName, type Tools } from "./tools.ts";

type Request = Parameters<Dossiers["send"]>[0];

/** A number that is taken is drawn again; ten times in a row, it is the drawing that is broken. */
const DRAWS = 10;

export async function send(tools: Tools, request: Request): Promise<Receipt> {
  const draft = await findDraft(tools, request);
  if (!draft) return receiptOfSent(tools, request);
  check(draft, request);
  const actor: Actor = request.agent
    ? { kind: "agent", ...request.agent }
    : { kind: "citizen", owner: draft.owner };
  const row = await toRow(tools, draft, request);
  const event = eventOf(row.sent_at, actor);
  const sealed = await sealEvent(tools.vault, draft, event);
  const number = await tools.store.db.transaction().execute(async (db) => {
    // Whoever takes the draft sends it: a second click, tab or process finds it gone.
    if (!(await takeDraft(db, draft))) return undefined;
    await settleDocuments(db, row, request.form);
    const drawn = await insert(tools, db, row);
    const { type, state, revision, at } = event;
    const place = { dossier_id: draft.id, collectivite_id: draft.collectivite };
    await db
      .insertInto("dossier_events")
      .values({ ...place, type, state, revision, at, actor: actor.kind, sealed })
      .execute();
    await recount(db, [{ ...countedIn(row), by: 1 }]);
    const { collectivite, procedure } = draft;
    const measure = actor.kind === "agent" ? "entered" : "sent";
    await tally(db, { collectivite, procedure, now: tools.now() }, [{ measure }, ...figuresOf(request.form)]);
    if (actor.kind === "citizen") await issueTicket(tools, db, draft);
    await record(tools, db, {
      collectivite: draft.collectivite,
      actor,
      action: actor.kind === "agent" ? "entered" : "sent",
      dossier: draft.id,
      procedure: draft.procedure,
    });
    return drawn;
  });
  return number === undefined
    ? send(tools, request)
    : { id: draft.id, number, sentAt: row.sent_at, alreadySent: false, reads: readsOf(request.form) };
}

/** The draft is gone: it was sent before, or never was theirs. */
async function receiptOfSent(tools: Tools, request: Request): Promise<Receipt> {
  const dossier: Dossier | undefined = await findForCitizen(tools, request);
  if (!dossier)
    throw new DossierError("draft_not_found", "neither a draft nor a dossier of theirs has this id");
  const { id, number, sentAt, form } = dossier;
  return { id, number, sentAt, alreadySent: true, reads: readsOf(form) };
}

function check(draft: Draft, { form, expectedRevision }: Request): void {
  if (form.procedure !== draft.procedure) {
    throw new DossierError(
      "form_mismatch",
      `a form of ${form.procedure} was sent for a draft of ${draft.procedure}`,
    );
  }
  if (expectedRevision !== undefined && expectedRevision !== draft.revision) {
    throw new DossierError("draft_changed", "the draft was saved again after it was checked");
  }
}

async function toRow(
  { vault, now }: Tools,
  draft: Draft,
  { form, applicant, retentionMonths }: Request,
): Promise<Omit<DossierRow, "number">> {
  const at = now().toISOString();
  return {
    id: draft.id,
    collectivite_id: draft.collectivite,
    procedure: draft.procedure,
    version: form.version,
    state: "sent",
    revision: 1,
    owner: ownerName(vault, draft.collectivite, draft.owner),
    retention_months: retentionMonths,
    sent_at: at,
    updated_at: at,
    expires_at: null,
    sealed_applicant: await sealApplicant(vault, draft, applicant),
    sealed: await sealContent(vault, draft, { owner: draft.owner, form }),
    sealed_identity: await sealedIdentity(vault, draft),
  };
}

/** Who proved an identity, for themselves: a source can be asked again about nobody else. */
async function sealedIdentity(vault: Vault, draft: Draft): Promise<string | null> {
  const { identity, checked, beneficiary } = draft.state;
  const known = identity ?? checked;
  return known && beneficiary === undefined ? sealIdentity(vault, draft, known.identity) : null;
}

function eventOf(at: string, actor: Actor): DossierEvent {
  return {
    at,
    type: "sent",
    state: "sent",
    revision: 1,
    actor: actor.kind,
    ...(actor.kind === "agent" && actor.name !== undefined && { agent: actor.name }),
  };
}

async function takeDraft(db: Db, { id, collectivite, revision }: Draft): Promise<boolean> {
  const taken = await db
    .deleteFrom("drafts")
    .where("id", "=", id)
    .where("collectivite_id", "=", collectivite)
    .where("revision", "=", revision)
    .returning("id")
    .executeTakeFirst();
  return taken !== undefined;
}

async function insert({ random }: Tools, db: Db, row: Omit<DossierRow, "number">): Promise<string> {
  for (let draw = 0; draw < DRAWS; draw++) {
    const number = dossierNumber(row.procedure, new Date(row.sent_at), random);
    const inserted = await db
      .insertInto("dossiers")
      .values({ ...row, number })
      .onConflict((conflict) => conflict.columns(["collectivite_id", "number"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (inserted) return number;
  }
  throw new Error(`No free dossier number in ${DRAWS} draws: the source of randomness repeats itself`);
}
