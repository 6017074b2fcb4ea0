import { FederationError } from "../errors/federation-error.ts";
import type { Logger } from "../logger.ts";
import { KeysError } from "./key-file.ts";
import { loadKeys } from "./load.ts";
import type { KeyRing } from "./ring.ts";

/** The service's keys for a middleware that is made before they are read. */
export interface KeyHolder {
  /** @throws FederationError `own_keys_missing` */
  ring(): Promise<KeyRing>;
  /** Empty where there is nothing to say. */
  warnings(): readonly string[];
}

export function holdKeys(
  options: { readonly keys?: KeyRing; readonly keysDir?: string },
  logger: Logger,
  now: () => Date,
): KeyHolder {
  let ring = options.keys;
  let problem = options.keysDir || ring ? undefined : "neither `keysDir` nor `keys` is set";
  let loading: Promise<void> | undefined;
  const load = async (dir: string): Promise<void> => {
    try {
      ring = await loadKeys(dir, { now });
      problem = undefined;
    } catch (error) {
      problem = error instanceof KeysError ? error.operatorHint : "the keys cannot be read";
      logger.error({ code: "own_keys_missing", hint: problem }, "keys");
    }
  };
  const ensure = async (): Promise<void> => {
    if (ring || !options.keysDir) return;
    loading ??= load(options.keysDir).finally(() => {
      loading = undefined;
    });
    await loading;
  };
  void ensure();
  return {
    ring: async () => {
      await ensure();
      if (!ring) throw new FederationError("own_keys_missing");
      return ring;
    },
    warnings: () => (problem ? [problem] : (ring?.warnings() ?? [])),
  };
}
