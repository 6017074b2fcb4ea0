import { createCollectivites } from "../../src/collectivites/index.ts";
import { createDossiers, type Dossiers, type Receipt } from "../../src/dossiers/index.ts";
import { createVault, openDatabase } from "../../src/storage/index.ts";
import { type SendOptions, sendDossier } from "./agent-desk.ts";
import type { WholePortal } from "./whole-portal.ts";

/** The dossiers of a portal that runs, by another door of its database: for states that take a citizen days. */
export interface BackDoor {
  readonly collectivite: string;
  readonly dossiers: Dossiers;
  send(options: SendOptions): Promise<Receipt>;
  close(): Promise<void>;
}

export async function openBackDoor({ settings }: WholePortal): Promise<BackDoor> {
  const store = await openDatabase(settings.databaseUrl);
  const [key = "", ...previousKeys] = settings.encryptionKeys;
  let shift = 0;
  const tools = {
    store,
    vault: createVault({ key, previousKeys }),
    now: () => new Date(Date.now() - shift),
  };
  const collectivite = await createCollectivites(tools).save(settings.collectivite);
  const dossiers = createDossiers(tools);
  return {
    collectivite: collectivite.id,
    dossiers,
    send: async (options) => {
      shift = (options.daysAgo ?? 0) * 24 * 60 * 60 * 1000;
      const receipt = await sendDossier(dossiers, { collectivite, ...options });
      shift = 0;
      return receipt;
    },
    close: () => store.close(),
  };
}
