import type { Adapter, AdapterPayload } from "oidc-provider";

interface Entry {
  readonly payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

const SWEEP_EVERY = 500;
/** Seconds; longer than any run. */
const NEVER = 10 * 365 * 24 * 3600;

/**
 * Keeps what oidc-provider issues in memory, expiring by the clock it is given: a test can stand 31 seconds after a
 * click. Entries survive a rotation of keys, which replaces the provider but not the store.
 */
export class Store {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => Date;
  #writes = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  get(key: string): AdapterPayload | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expiresAt > this.#now().getTime()) return entry.payload;
    this.#entries.delete(key);
    return undefined;
  }

  set(key: string, payload: AdapterPayload, expiresIn: number): void {
    this.#writes += 1;
    if (this.#writes % SWEEP_EVERY === 0) this.#sweep();
    this.#entries.set(key, { payload, expiresAt: this.#now().getTime() + expiresIn * 1000 });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** First entry of a kind whose payload matches. */
  find(prefix: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const key of this.#entries.keys()) {
      if (!key.startsWith(prefix)) continue;
      const payload = this.get(key);
      if (payload !== undefined && matches(payload)) return payload;
    }
    return undefined;
  }

  deleteWhere(matches: (payload: AdapterPayload) => boolean): void {
    for (const [key, entry] of this.#entries) {
      if (matches(entry.payload)) this.#entries.delete(key);
    }
  }

  #sweep(): void {
    const now = this.#now().getTime();
    for (const [key, entry] of this.#entries) {
      if (entry.expiresAt <= now) this.#entries.delete(key);
    }
  }
}

/**
 * One kind of artifact in the store.
 * @see https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#adapter
 */
export function storeAdapter(store: Store, now: () => Date): (kind: string) => Adapter {
  return (kind) => {
    const key = (id: string): string => `${kind}:${id}`;
    return {
      upsert: async (id, payload, expiresIn = NEVER) => store.set(key(id), payload, expiresIn),
      find: async (id) => store.get(key(id)),
      findByUid: async (uid) => store.find(`${kind}:`, (payload) => payload.uid === uid),
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const payload = store.get(key(id));
        if (payload !== undefined) payload.consumed = Math.floor(now().getTime() / 1000);
      },
      destroy: async (id) => store.delete(key(id)),
      revokeByGrantId: async (grantId) =>
        store.deleteWhere((payload) => payload.grantId === grantId && payload.kind !== "Session"),
    };
  };
}
