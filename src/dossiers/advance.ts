import { countedIn, recount } from "./counts.ts";
import type { Actor, DossierEvent, DossierEventType, DossierState } from "./dossier.ts";
import { type DossierContent, type DossierRow, sealContent, sealEvent } from "./dossier-row.ts";
import { DossierError } from "./error.ts";
import type { JournalAction, JournalInput } from "./journal-entry.ts";
import { addMonths } from "./months.ts";
import { record } from "./record.ts";
import type { Tools } from "./tools.ts";
import { isDecided, TRANSITIONS, type Transition } from "./transitions.ts";

/** What happens to a dossier, and what it changes. */
export interface Step {
  readonly type: Exclude<DossierEventType, "sent">;
  readonly actor: Actor;
  readonly action: JournalAction;
  readonly reason?: string;
  readonly fields?: readonly string[];
  readonly replaced?: DossierEvent["replaced"];
  readonly read?: DossierEvent["read"];
  /** What the journal says besides. */
  readonly trace?: Pick<JournalInput, "purpose" | "call">;
  /** A new content, where the citizen corrected it. */
  readonly content?: DossierContent;
}

/** Moves a dossier on: its state, an event, and a row of the journal, all or nothing. */
export async function advance(tools: Tools, row: DossierRow, step: Step): Promise<void> {
  const { type, actor, reason, fields, replaced, read, trace } = step;
  const { from, to = row.state as DossierState } = allowed(row, step);
  const at = tools.now();
  const place = { collectivite: row.collectivite_id, id: row.id };
  const event: DossierEvent = {
    at: at.toISOString(),
    type,
    state: to,
    revision: row.revision + 1,
    actor: actor.kind,
    ...(actor.kind === "agent" && actor.name !== undefined && { agent: actor.name }),
    ...(reason !== undefined && { reason }),
    ...(fields && { fields }),
    ...(replaced && { replaced }),
    ...(read && { read }),
  };
  const sealedEvent = await sealEvent(tools.vault, place, event);
  const sealed = step.content && (await sealContent(tools.vault, place, step.content));
  await tools.store.db.transaction().execute(async (db) => {
    const moved = await db
      .updateTable("dossiers")
      .set({
        state: to,
        revision: event.revision,
        updated_at: event.at,
        expires_at: isDecided(to) ? addMonths(at, row.retention_months).toISOString() : null,
        ...(sealed !== undefined && { sealed }),
        // Whoever decided has nothing more to ask about the person.
        ...(isDecided(to) && { sealed_identity: null }),
      })
      .where("id", "=", row.id)
      .where("collectivite_id", "=", row.collectivite_id)
      .where("revision", "=", row.revision)
      .where("state", "in", [...from])
      .returning("id")
      .executeTakeFirst();
    if (!moved) throw new DossierError("dossier_changed", "somebody else moved this dossier in between");
    await db
      .insertInto("dossier_events")
      .values({
        dossier_id: row.id,
        collectivite_id: row.collectivite_id,
        revision: event.revision,
        at: event.at,
        type,
        state: to,
        actor: actor.kind,
        sealed: sealedEvent,
      })
      .execute();
    await recount(db, [
      { ...countedIn(row), by: -1 },
      { ...countedIn({ ...row, state: to }), by: 1 },
    ]);
    await record(tools, db, {
      collectivite: row.collectivite_id,
      actor,
      action: step.action,
      dossier: row.id,
      procedure: row.procedure,
      ...(fields && { fields }),
      ...trace,
    });
  });
}

function allowed(row: DossierRow, { type, reason }: Step): Transition {
  const transition = TRANSITIONS[type];
  if (!transition.from.some((state) => state === row.state)) {
    throw new DossierError("transition_not_allowed", `${type} is not possible from ${row.state}`);
  }
  if (transition.reason && !reason?.trim())
    throw new DossierError("reason_missing", `${type} needs a reason`);
  return transition;
}
