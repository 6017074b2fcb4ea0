import { collectDefaultMetrics, Registry } from "prom-client";
import { createCollectivites } from "../collectivites/index.ts";
import { createDossiers } from "../dossiers/index.ts";
import { createOnboarding } from "../onboarding/index.ts";
import { PROCEDURES, type Procedure } from "../procedures/index.ts";
import { createVault, migrate, openDatabase, recogniseKey } from "../storage/index.ts";
import { createApis } from "./apis.ts";
import { createApp } from "./app.ts";
import { loadAssets } from "./assets.ts";
import type { Dependency } from "./health.ts";
import { createLogger } from "./logger.ts";
import { keepRetention } from "./retention.ts";
import { listen } from "./server.ts";
import { openSessions } from "./sessions.ts";
import type { Settings } from "./settings.ts";

export interface RunningService {
  readonly port: number;
  /** Finishes what is under way, then closes the stores. */
  close(): Promise<void>;
}

export interface ServiceOptions {
  /** The procedures offered; those shipped by default. */
  readonly procedures?: readonly Procedure[];
  readonly now?: () => Date;
  /** Where log lines go; standard output by default. */
  readonly log?: NodeJS.WritableStream;
}

/** What the portal itself is, for the digests of the roll-out. */
function serviceOf({ baseUrl, collectivite, apiParticulier }: Settings) {
  const { token } = apiParticulier ?? {};
  return { baseUrl, siret: collectivite.siret, ...(token && { apiParticulierToken: token }) };
}

/**
 * Starts the reference portal: opens the stores, brings the tables up to date, and listens.
 * A provider that is down is no reason not to start; a database that cannot be used is.
 *
 * @throws StorageError, CollectiviteError, KeysError or ListenError, each saying what to mend; nothing is left open
 * @example
 * import { readSettings, startService } from "./index.ts";
 * const service = await startService(readSettings(process.env));
 * await service.close();
 */
export async function startService(
  settings: Settings,
  options: ServiceOptions = {},
): Promise<RunningService> {
  const { procedures = PROCEDURES, now = () => new Date(), log } = options;
  const logger = createLogger(settings.logLevel, log);
  const closing: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const store = await openDatabase(settings.databaseUrl, { logger });
    closing.push(() => store.close());
    await migrate(store);
    const [key = "", ...previousKeys] = settings.encryptionKeys;
    const vault = createVault({ key, previousKeys });
    await recogniseKey({ store, vault, now });
    const sessions = await openSessions(settings, (error) =>
      logger.error({ code: "SESSIONS_UNREACHABLE", err: error }, "Redis does not answer"),
    );
    closing.push(() => sessions.close());
    const collectivites = createCollectivites({ store, vault, now });
    await collectivites.save(settings.collectivite);
    const dossiers = createDossiers({ store, vault, now });
    const onboarding = createOnboarding({ store, vault, collectivites, service: serviceOf(settings), now });
    closing.push(keepRetention({ dossiers, onboarding }, logger));
    const metrics = new Registry();
    collectDefaultMetrics({ register: metrics });
    const { redis } = sessions;
    const api = createApis({ settings, collectivites, metrics, logger, now, ...(redis && { redis }) });
    const dependencies: Dependency[] = [
      { name: "database", vital: true, check: () => store.ping().then(() => ({ state: "up" })) },
    ];
    if (settings.redisUrl) {
      dependencies.push({
        name: "redis",
        vital: true,
        check: async () => {
          await sessions.ping();
          return { state: "up" };
        },
      });
    }
    const app = createApp({
      settings,
      collectivites,
      dossiers,
      onboarding,
      procedures,
      api,
      sessions,
      assets: loadAssets(),
      dependencies,
      metrics,
      logger,
      now,
    });
    closing.push(() => app.close());
    const listening = await listen(app, settings.port);
    closing.push(() => listening.close());
    return { port: listening.port, close };
  } catch (error) {
    await close();
    throw error;
  }
}
