import type { Dossier } from "../../../dossiers/index.ts";
import {
  noticeOf,
  type Procedure,
  type SourceReadAgain,
  sourcesToReadAgain,
} from "../../../procedures/index.ts";
import { longMoment } from "../../dates.ts";
import type { Visit } from "../visit.ts";

/** One source of a dossier that an agent may ask again, in words. */
export interface Askable {
  readonly source: string;
  /** « la CAF ou la MSA ». */
  readonly from: string;
  /** Labels of what it gives. */
  readonly what: readonly string[];
  /** Names of the same fields. */
  readonly fields: readonly string[];
}

/** The sources that this dossier's identity and answers allow to ask again; none once it is decided. */
export function askableIn(
  dossier: Pick<Dossier, "form" | "identity" | "expiresAt">,
  procedure: Procedure | undefined,
): readonly Askable[] {
  if (!procedure || dossier.identity === undefined || dossier.expiresAt !== undefined) return [];
  const notice = noticeOf(procedure, { name: "" });
  return sourcesToReadAgain(procedure, dossier.form).map((source) => {
    const fed = procedure.fields.filter(({ from }) => from?.startsWith(`${source}.`));
    const from = notice.sources.find((one) => one.source === source)?.from ?? "l’administration";
    return { source, from, what: fed.map(({ label }) => label), fields: fed.map(({ name }) => name) };
  });
}

/** The last word of each source that was asked again and answered, by its name. */
export function lastReadings(
  history: Dossier["history"],
): ReadonlyMap<string, { readonly at: string; readonly read: SourceReadAgain }> {
  return new Map(history.flatMap(({ at, read }) => (read ? [[read.source, { at, read }] as const] : [])));
}

/** Why this source cannot be asked now; undefined where it can. */
export async function refusalOf(
  { house, collectivite }: Visit,
  dossier: Dossier,
  { source, from }: Askable,
): Promise<string | undefined> {
  if (!(await house.api(collectivite))) {
    return "API Particulier n’est pas configurée sur ce portail. Adressez-vous à la personne qui l’administre.";
  }
  const waits = await house.dossiers.refreshes.waits({ collectivite: collectivite.id, id: dossier.id });
  const again = waits[source];
  return again !== undefined && again > house.now().toISOString() ? tooSoon(from, again) : undefined;
}

/** Said to the first who comes too early, and to the second of two who come at once. */
export function tooSoon(from: string, again: string): string {
  return `Cette source (${from}) a été interrogée il y a peu pour ce dossier. Elle pourra l’être de nouveau à partir du ${longMoment(again)}.`;
}
