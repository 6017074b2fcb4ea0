import type { Registry } from "prom-client";
import type { Collectivite, Collectivites } from "../collectivites/index.ts";
import { type ApiParticulier, apiParticulier, type Logger, type RedisLike } from "../particulier/index.ts";
import type { Settings } from "./settings.ts";

/** API Particulier for a collectivité; undefined where none is configured. */
export type ApiFor = (collectivite: Collectivite) => Promise<ApiParticulier | undefined>;

/** In the sandbox an outage is one persona's: it must not become the next persona's too. */
const SANDBOX_BREAKER = { failures: 1_000 };

/**
 * One client for the whole process, lent to each collectivité under its own SIRET and token: the platform bans
 * addresses, so the quotas are everybody's.
 */
export function createApis(tools: {
  readonly settings: Pick<Settings, "apiParticulier" | "collectivite" | "sandbox">;
  readonly collectivites: Pick<Collectivites, "credentials">;
  readonly metrics: Registry;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly redis?: RedisLike;
}): ApiFor {
  const { settings, collectivites, metrics, logger, now, redis } = tools;
  if (!settings.apiParticulier) return async () => undefined;
  const { url, token } = settings.apiParticulier;
  const recipient = settings.collectivite.siret;
  const shared = apiParticulier({
    url,
    recipient,
    metrics,
    logger,
    now,
    ...(token && { token }),
    ...(redis && { redis }),
    ...(settings.sandbox && { breaker: SANDBOX_BREAKER }),
  });
  return async ({ id, siret }) => {
    const own =
      (await collectivites.credentials(id)).apiParticulierToken ?? (siret === recipient ? token : undefined);
    return shared.withHabilitation({ recipient: siret, ...(own && { token: own }) });
  };
}
