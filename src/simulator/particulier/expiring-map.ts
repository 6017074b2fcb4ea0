/** Values that are forgotten at their hour, by the simulator's own clock. Times are in milliseconds since 1970. */
export class ExpiringMap<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly expiresAt: number }>();
  #sweepAt = 1000;

  /** The value with the time it has left; absent once its hour has come. */
  get(key: string, at: number): { readonly value: T; readonly leftMs: number } | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.expiresAt > at ? { value: entry.value, leftMs: entry.expiresAt - at } : undefined;
  }

  set(key: string, value: T, at: number, lifetimeMs: number): void {
    this.#entries.set(key, { value, expiresAt: at + lifetimeMs });
    if (this.#entries.size < this.#sweepAt) return;
    for (const [old, { expiresAt }] of this.#entries) if (expiresAt <= at) this.#entries.delete(old);
    this.#sweepAt = 2 * this.#entries.size + 1000;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
