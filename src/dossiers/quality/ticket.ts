import type { Vault } from "../../storage/index.ts";
import { type Db, isId, type Tools } from "../tools.ts";

/** Days in which an opinion may be given: long enough to know how the request went. */
const DAYS = 90;

/** Everybody who holds the dossier's id and our key finds it again; nobody finds the dossier from it. */
function ticketOf(vault: Vault, collectivite: string, dossier: string): string {
  return vault.pseudonym([collectivite, "opinion", dossier]);
}

/** The right to one opinion, in the transaction that sends: one sending, one ticket. */
export async function issueTicket(
  { vault, now }: Tools,
  db: Db,
  draft: { readonly id: string; readonly collectivite: string; readonly procedure: string },
): Promise<void> {
  const { id, collectivite, procedure } = draft;
  await db
    .insertInto("quality_tickets")
    .values({
      id: ticketOf(vault, collectivite, id),
      collectivite_id: collectivite,
      procedure,
      expires_at: new Date(now().getTime() + DAYS * 86_400_000).toISOString(),
    })
    .execute();
}

/** The ticket of a dossier that was sent; undefined where it was used, or is too old. */
export async function ticketFor(
  { store, vault, now }: Tools,
  { collectivite, dossier }: { readonly collectivite: string; readonly dossier: string },
): Promise<string | undefined> {
  if (!isId(dossier)) return undefined;
  // After a rotation the ticket still bears the name that the older key gave it.
  const names = vault.pseudonyms([collectivite, "opinion", dossier]);
  const row = await store.db
    .selectFrom("quality_tickets")
    .select("id")
    .where("id", "in", [...names])
    .where("expires_at", ">", now().toISOString())
    .executeTakeFirst();
  return row?.id;
}

/** Where a ticket may be used. */
export interface TicketUse {
  readonly collectivite: string;
  readonly procedure: string;
  readonly ticket: string;
}

/** What a pseudonym looks like: addresses are typed by anybody, and PostgreSQL refuses some characters. */
const SHAPE = /^[\w-]{43}$/;

export async function isTicketOpen(
  { store, now }: Tools,
  { collectivite, procedure, ticket }: TicketUse,
): Promise<boolean> {
  if (!SHAPE.test(ticket)) return false;
  const row = await store.db
    .selectFrom("quality_tickets")
    .select("id")
    .where("id", "=", ticket)
    .where("collectivite_id", "=", collectivite)
    .where("procedure", "=", procedure)
    .where("expires_at", ">", now().toISOString())
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses it up: true for one caller only, however many come at once. */
export async function takeTicket(
  { now }: Tools,
  db: Db,
  { collectivite, procedure, ticket }: TicketUse,
): Promise<boolean> {
  if (!SHAPE.test(ticket)) return false;
  const row = await db
    .deleteFrom("quality_tickets")
    .where("id", "=", ticket)
    .where("collectivite_id", "=", collectivite)
    .where("procedure", "=", procedure)
    .where("expires_at", ">", now().toISOString())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
