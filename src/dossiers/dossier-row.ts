import type { Selectable } from "kysely";
import type { FilledForm } from "../procedures/index.ts";
import type { Schema, Vault } from "../storage/index.ts";
import type { Dossier, DossierEvent, DossierState, DossierSummary } from "./dossier.ts";
import type { Owner } from "./owner.ts";
import type { Db, Tools } from "./tools.ts";

type EventRow = Selectable<Schema["dossier_events"]>;
export type DossierRow = Selectable<Schema["dossiers"]>;

/** What is inside the seal of a dossier. */
export interface DossierContent {
  readonly owner: Owner;
  readonly form: FilledForm;
}

interface Place {
  readonly collectivite: string;
  readonly id: string;
}

export const sealContent = (vault: Vault, place: Place, content: DossierContent): Promise<string> =>
  vault.seal(content, `${place.collectivite}/dossiers.sealed/${place.id}`);

export const sealApplicant = (vault: Vault, place: Place, applicant: string): Promise<string> =>
  vault.seal(applicant, `${place.collectivite}/dossiers.sealed_applicant/${place.id}`);

/** Without the address: a source is asked by civil status. */
export const sealIdentity = (
  vault: Vault,
  place: Place,
  { email: _email, ...identity }: NonNullable<Dossier["identity"]>,
): Promise<string> => vault.seal(identity, identityContext(place));

const identityContext = ({ collectivite, id }: Place): string =>
  `${collectivite}/dossiers.sealed_identity/${id}`;

export const sealEvent = (vault: Vault, place: Place, event: DossierEvent): Promise<string> =>
  vault.seal(event, eventContext(place, event.revision));

const eventContext = ({ collectivite, id }: Place, revision: number): string =>
  `${collectivite}/dossier_events.sealed/${id}/${revision}`;

export async function openEvent(
  vault: Vault,
  row: Pick<EventRow, "collectivite_id" | "dossier_id" | "revision" | "sealed">,
): Promise<DossierEvent> {
  const place = { collectivite: row.collectivite_id, id: row.dossier_id };
  return (await vault.open(row.sealed, eventContext(place, row.revision))) as DossierEvent;
}

export async function openContent(vault: Vault, row: DossierRow): Promise<DossierContent> {
  return (await vault.open(row.sealed, `${row.collectivite_id}/dossiers.sealed/${row.id}`)) as DossierContent;
}

export async function openApplicant(
  vault: Vault,
  row: Pick<DossierRow, "id" | "collectivite_id" | "sealed_applicant">,
): Promise<string> {
  const context = `${row.collectivite_id}/dossiers.sealed_applicant/${row.id}`;
  return (await vault.open(row.sealed_applicant, context)) as string;
}

/** The columns of a list: no seal is read that is not opened. */
export const SUMMARY_COLUMNS = [
  "id",
  "number",
  "collectivite_id",
  "procedure",
  "version",
  "state",
  "revision",
  "sent_at",
  "updated_at",
  "expires_at",
  "retention_months",
] as const satisfies readonly (keyof DossierRow)[];

export function summaryOf(row: Pick<DossierRow, (typeof SUMMARY_COLUMNS)[number]>): DossierSummary {
  return {
    id: row.id,
    number: row.number,
    collectivite: row.collectivite_id,
    procedure: row.procedure,
    version: row.version,
    state: row.state as DossierState,
    revision: row.revision,
    sentAt: row.sent_at,
    updatedAt: row.updated_at,
    retentionMonths: row.retention_months,
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
  };
}

/** Opens a whole dossier: the form, who asks, and its history. */
export async function openDossier({ vault }: Tools, db: Db, row: DossierRow): Promise<Dossier> {
  const events = await db
    .selectFrom("dossier_events")
    .select(["revision", "sealed"])
    .where("dossier_id", "=", row.id)
    .orderBy("revision")
    .execute();
  const place = { collectivite: row.collectivite_id, id: row.id };
  const [content, applicant, identity, ...history] = await Promise.all([
    openContent(vault, row),
    openApplicant(vault, row),
    row.sealed_identity === null ? undefined : vault.open(row.sealed_identity, identityContext(place)),
    ...events.map(({ revision, sealed }) => vault.open(sealed, eventContext(place, revision))),
  ] as const);
  return {
    ...summaryOf(row),
    ...content,
    applicant,
    ...(identity !== undefined && { identity: identity as NonNullable<Dossier["identity"]> }),
    history: history as DossierEvent[],
  };
}
