import { once } from "node:events";

/** Resolves when the operator (Ctrl-C) or the machine (SIGTERM) asks to stop. */
export async function untilStopped(): Promise<void> {
  const stop = new AbortController();
  await Promise.race(
    ["SIGINT", "SIGTERM"].map((signal) =>
      once(process, signal, { signal: stop.signal }).catch(() => undefined),
    ),
  );
  stop.abort();
}
