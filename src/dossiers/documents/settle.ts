import { documentsIn, type FilledForm } from "../../procedures/index.ts";
import { DossierError } from "../error.ts";
import type { Db } from "../tools.ts";

/** A row of a dossier, or what becomes one. */
interface Place {
  readonly collectivite_id: string;
  readonly id: string;
}

/** Before sending: what the form names was joined to it, and nothing else stays. */
export async function settleDocuments(db: Db, place: Place, form: FilledForm): Promise<void> {
  await expectDocuments(db, place, form);
  await dropUnnamed(
    db,
    place,
    documentsIn(form).map(({ id }) => id),
  );
}

/**
 * Makes sure that every file a form names was joined to this very field of this very dossier.
 *
 * @throws DossierError `document_unknown`: it is somebody else's, another dossier's, or gone
 */
export async function expectDocuments(db: Db, place: Place, form: FilledForm): Promise<void> {
  const wanted = documentsIn(form);
  if (wanted.length === 0) return;
  const kept = await db
    .selectFrom("documents")
    .select(["id", "field"])
    .where("dossier_id", "=", place.id)
    .where("collectivite_id", "=", place.collectivite_id)
    .execute();
  const stray = wanted.find((one) => !kept.some(({ id, field }) => id === one.id && field === one.field));
  if (stray) {
    throw new DossierError("document_unknown", `${stray.field} names a file that was never joined to it`);
  }
}

/** Takes away what was joined and is not named: a file put back, or a field that is asked no longer. */
export async function dropUnnamed(db: Db, place: Place, named: readonly string[]): Promise<void> {
  await db
    .deleteFrom("documents")
    .where("dossier_id", "=", place.id)
    .where("collectivite_id", "=", place.collectivite_id)
    .where("id", "not in", [...named])
    .execute();
}
