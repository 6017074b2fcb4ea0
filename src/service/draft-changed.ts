import { DossierError } from "../dossiers/index.ts";

/** For a sending that another tab, a colleague or an answer of the State outran by an instant: it is to be read again. */
export function undefinedWhereChanged(error: unknown): undefined {
  if (!(error instanceof DossierError && error.code === "draft_changed")) throw error;
}
