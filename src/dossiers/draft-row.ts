import type { Selectable } from "kysely";
import type { FormState } from "../procedures/index.ts";
import type { Schema } from "../storage/index.ts";
import type { Draft, DraftKey, DraftSummary } from "./draft.ts";
import type { Owner } from "./owner.ts";
import { type Db, isId, isOneOf, ownerNames, type Tools } from "./tools.ts";

export type DraftRow = Selectable<Schema["drafts"]>;

/** What is inside the seal of a draft. */
export interface DraftContent {
  readonly owner: Owner;
  readonly state: FormState;
}

/** A draft nobody touches for so long is removed: it holds data of the State. */
const DAYS = 30;

export function draftExpiry(now: Date): string {
  return new Date(now.getTime() + DAYS * 86_400_000).toISOString();
}

export function sealDraft(
  { vault }: Tools,
  key: { readonly collectivite: string; readonly id: string },
  content: DraftContent,
): Promise<string> {
  return vault.seal(content, draftContext(key));
}

/** Where a draft's seal belongs. */
export function draftContext({
  collectivite,
  id,
}: {
  readonly collectivite: string;
  readonly id: string;
}): string {
  return `${collectivite}/drafts.sealed/${id}`;
}

/** The row of a draft that is one of these owners' and has not expired. */
export async function draftRow({ vault, now }: Tools, db: Db, key: DraftKey): Promise<DraftRow | undefined> {
  if (!isId(key.id)) return undefined;
  return db
    .selectFrom("drafts")
    .selectAll()
    .where("collectivite_id", "=", key.collectivite)
    .where("id", "=", key.id)
    .where("owner", "in", ownerNames(vault, key.collectivite, key.owners))
    .where("expires_at", ">", now().toISOString())
    .executeTakeFirst();
}

/** Opens a row; undefined where its seal says that it is somebody else's. */
export async function openDraft(
  { vault }: Tools,
  row: DraftRow,
  owners: readonly Owner[],
): Promise<Draft | undefined> {
  const context = draftContext({ collectivite: row.collectivite_id, id: row.id });
  const { owner, state } = (await vault.open(row.sealed, context)) as DraftContent;
  return isOneOf(owners, owner) ? { ...summaryOf(row), owner, state } : undefined;
}

export function summaryOf(row: Omit<DraftRow, "sealed" | "owner" | "steps">): DraftSummary {
  return {
    id: row.id,
    collectivite: row.collectivite_id,
    procedure: row.procedure,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
  };
}
