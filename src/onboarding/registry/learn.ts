import type { Transaction } from "kysely";
import type { Schema } from "../../storage/index.ts";

/** Keeps the SIREN of a collectivité that had none; one that is known is never replaced. */
export async function learnSiren(
  trx: Transaction<Schema>,
  { code, siren }: { readonly code: string; readonly siren: string },
): Promise<void> {
  await trx
    .updateTable("onboarding_territories")
    .set({ siren })
    .where("code", "=", code)
    .where("siren", "is", null)
    .execute();
}
