import { type Migration, Migrator } from "kysely";
import { StorageError } from "./error.ts";
import { beginnings } from "./migrations/0001-beginnings.ts";
import { vaultKeys } from "./migrations/0002-vault-keys.ts";
import { dossierCounts } from "./migrations/0003-dossier-counts.ts";
import { onboarding } from "./migrations/0100-onboarding.ts";
import { onboardingAgents } from "./migrations/0101-onboarding-agents.ts";
import { documents } from "./migrations/0200-documents.ts";
import { quality } from "./migrations/0210-quality.ts";
import { onboardingMail } from "./migrations/0220-onboarding-mail.ts";
import { counter } from "./migrations/0230-counter.ts";
import type { DialectName, Store } from "./store.ts";

/** In the order of their names, which never change once released. */
const MIGRATIONS: Readonly<Record<string, (dialect: DialectName) => Migration>> = {
  "0001-beginnings": beginnings,
  "0002-vault-keys": () => vaultKeys,
  "0003-dossier-counts": () => dossierCounts,
  "0100-onboarding": onboarding,
  "0101-onboarding-agents": () => onboardingAgents,
  "0200-documents": documents,
  "0210-quality": quality,
  "0220-onboarding-mail": () => onboardingMail,
  "0230-counter": counter,
};

/**
 * Brings the tables up to date; does nothing where they are. Safe when several processes start at once.
 *
 * @throws StorageError `migration_failed`, or what kept the database from answering
 * @example
 * import { migrate, openDatabase } from "./index.ts";
 * const store = await openDatabase("file::memory:");
 * await migrate(store);
 */
export async function migrate(store: Store): Promise<void> {
  const migrator = new Migrator({
    db: store.db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(Object.entries(MIGRATIONS).map(([name, make]) => [name, make(store.dialect)])),
    },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof StorageError) throw error;
  const failed = results?.find(({ status }) => status === "Error")?.migrationName;
  throw new StorageError(
    "migration_failed",
    `${failed ?? "the migrations"} did not go through; nothing was changed. A newer version may have been here before: run the same one again`,
    { cause: error },
  );
}
