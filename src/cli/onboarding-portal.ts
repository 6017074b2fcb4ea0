import { createCollectivites } from "../collectivites/index.ts";
import { createOnboarding, type Onboarding } from "../onboarding/index.ts";
import { type RolloutSettings, readRolloutSettings } from "../service/index.ts";
import { createVault, migrate, openDatabase, recogniseKey, type Store } from "../storage/index.ts";
import type { Shared } from "./onboarding-command.ts";

/**
 * Opens the tracker with what a portal's environment gives it: loaded by the commands that need it and by no other,
 * for the portal weighs more than an import.
 */
export async function withPortal(
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
