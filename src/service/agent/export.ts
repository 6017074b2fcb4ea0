import type { Dossiers, InboxRow } from "../../dossiers/index.ts";
import { shortDate } from "../dates.ts";
import { toCsv } from "./csv.ts";
import { type InboxQuery, toInboxRequest } from "./inbox-query.ts";
import { STATES } from "./words.ts";

/** More than this is a job for the operator, not for a browser. */
export const LONGEST_EXPORT = 5_000;

/** Why a list leaves the portal: chosen, never typed, so that the journal holds nothing personal. */
export const EXPORT_PURPOSES = [
  { value: "suivi", label: "Suivre l’activité du service" },
  { value: "commission", label: "Préparer une commission ou une décision collective" },
  { value: "facturation", label: "Préparer la facturation" },
  { value: "controle", label: "Répondre à un contrôle ou à un recours" },
] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];

const HEADERS = ["Numéro", "Demandeur", "Démarche", "État", "Reçu le", "Mis à jour le"];

/** Every dossier of a list, up to {@link LONGEST_EXPORT}. */
export async function collectRows(
  dossiers: Pick<Dossiers, "inbox">,
  query: InboxQuery,
  collectivite: string,
): Promise<readonly InboxRow[]> {
  const rows: InboxRow[] = [];
  let after: string | undefined;
  do {
    const page = await dossiers.inbox({
      ...toInboxRequest(query, collectivite),
      limit: 100,
      ...(after !== undefined && { after }),
    });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined && rows.length < LONGEST_EXPORT);
  return rows.slice(0, LONGEST_EXPORT);
}

/** The list as a file. */
export function exportCsv(rows: readonly InboxRow[], titles: ReadonlyMap<string, string>): string {
  return toCsv([
    HEADERS,
    ...rows.map(({ number, applicant, procedure, state, sentAt, updatedAt }) => [
      number,
      applicant,
      titles.get(procedure) ?? procedure,
      STATES[state].label,
      shortDate(sentAt),
      shortDate(updatedAt),
    ]),
  ]);
}
