/** So many calls in any stretch of so many milliseconds. */
export interface Window {
  readonly key: string;
  readonly limit: number;
  readonly period: number;
}

/** The answer to « may this call leave now? ». */
export type Verdict =
  | { readonly granted: true }
  | {
      readonly granted: false;
      /** Milliseconds until it is worth asking again. */
      readonly wait: number;
      /** The window that is full; absent when only this recipient has had its share. */
      readonly window?: string;
    };

/** Where calls are counted: in memory for one process, in Redis for several. */
export interface Ledger {
  /** Counts the call in all the windows, or in none. */
  take(windows: readonly Window[], recipient: string): Verdict | Promise<Verdict>;
  /** Milliseconds until the so many-th next call fits into the window, as far as this process knows. */
  expectedWait(window: Window, position: number): number;
  /** Nothing leaves through this window for so many milliseconds. */
  pause(key: string, milliseconds: number): void;
}

/** Time as the quotas see it; monotonic, so that a corrected clock neither frees nor blocks anything. */
export interface Timing {
  now(): number;
  /** Calls back after so many milliseconds, unless the returned function is called first. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const REAL_TIME: Timing = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
