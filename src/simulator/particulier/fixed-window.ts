/**
 * Counts calls in windows aligned on the clock, as the platform's throttle does. It follows the simulator's own
 * clock, which limiter libraries do not, and keeps the counts of the current window only.
 * @see https://github.com/rack/rack-attack#throttling
 */
export class FixedWindow {
  readonly limit: number;
  readonly #seconds: number;
  #window = -1;
  #counts = new Map<string, number>();

  constructor(limit: number, seconds: number) {
    this.limit = limit;
    this.#seconds = seconds;
  }

  /** Counts one call; `remaining` is negative once the limit is passed, `resetAt` is in seconds since 1970. */
  count(key: string, now: Date): { readonly remaining: number; readonly resetAt: number } {
    const window = Math.floor(now.getTime() / 1000 / this.#seconds);
    if (window !== this.#window) {
      this.#window = window;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return { remaining: this.limit - count, resetAt: (window + 1) * this.#seconds };
  }
}
