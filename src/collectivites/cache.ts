/** Remembers what was read, for a while, up to a number of keys; a thousand who ask at once cost one read. */
export interface Cache<T> {
  get(key: string, read: () => Promise<T>): Promise<T>;
  clear(): void;
}

/** `lifetime` in milliseconds: how long another process's change may go unseen here. */
export function createCache<T>(options: { now: () => Date; lifetime: number; capacity: number }): Cache<T> {
  const entries = new Map<string, { readonly value: Promise<T>; readonly until: number }>();
  return {
    get: (key, read) => {
      const now = options.now().getTime();
      const known = entries.get(key);
      if (known && known.until > now) return known.value;
      const value = read();
      entries.delete(key);
      entries.set(key, { value, until: now + options.lifetime });
      forgetOldest(entries, options.capacity);
      value.catch(() => entries.delete(key));
      return value;
    },
    clear: () => entries.clear(),
  };
}

function forgetOldest(entries: Map<string, unknown>, capacity: number): void {
  const [oldest] = entries.keys();
  if (entries.size > capacity && oldest !== undefined) entries.delete(oldest);
}
