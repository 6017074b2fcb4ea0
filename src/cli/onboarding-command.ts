import { Command } from "commander";
import { createCollectivites } from "../collectivites/index.ts";
import { createOnboarding, type Onboarding } from "../onboarding/index.ts";
import { type RolloutSettings, readRolloutSettings } from "../service/index.ts";
import { createVault, migrate, openDatabase, recogniseKey, type Store } from "../storage/index.ts";

export interface Shared {
  readonly database: string;
  readonly json?: true;
}

/** A subcommand of `passerelle onboarding`, with what all of them take. */
export const command = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .option(
      "--database <url>",
      "SQLite file or postgres://…",
      process.env.DATABASE_URL ?? "file:data/passerelle.db",
    )
    .option("--json", "print data as JSON and nothing else");

/** Opens the tracker, runs, and closes whatever happens. */
export async function withOnboarding(
  options: Shared,
  run: (onboarding: Onboarding, settings: RolloutSettings) => Promise<void>,
): Promise<void> {
  const settings = readRolloutSettings(process.env);
  const store = await openDatabase(options.database);
  try {
    await migrate(store);
    await run(await openTracker(store, settings), settings);
  } finally {
    await store.close();
  }
}

/** With the portal's key it can seal names and read tokens; without one it does neither. */
async function openTracker(store: Store, settings: RolloutSettings): Promise<Onboarding> {
  const now = () => new Date();
  const [key, ...previousKeys] = settings.encryptionKeys ?? [];
  if (key === undefined) return createOnboarding({ store, now });
  const vault = createVault({ key, previousKeys });
  await recogniseKey({ store, vault, now });
  const collectivites = createCollectivites({ store, vault, now });
  return createOnboarding({ store, vault, collectivites, service: settings, now });
}
