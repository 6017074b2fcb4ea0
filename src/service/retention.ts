import type { Dossiers } from "../dossiers/index.ts";
import type { Logger } from "../federation/index.ts";
import type { Onboarding } from "../onboarding/index.ts";

const DAY = 24 * 60 * 60 * 1000;

/** Removes what has reached the end of its retention: at start, then once a day. Returns what stops it. */
export function keepRetention(
  {
    dossiers,
    onboarding,
  }: { readonly dossiers: Pick<Dossiers, "expire">; readonly onboarding: Pick<Onboarding, "expire"> },
  logger: Logger,
): () => void {
  const sweep = async () => {
    try {
      const removed = { ...(await dossiers.expire()), ...(await onboarding.expire()) };
      logger.info(removed, "what had reached the end of its retention was removed");
    } catch (error) {
      logger.error({ err: error }, "retention could not be applied; it is tried again tomorrow");
    }
  };
  void sweep();
  const timer = setInterval(sweep, DAY);
  timer.unref();
  return () => clearInterval(timer);
}
