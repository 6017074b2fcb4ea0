import type { Deadline } from "../transport/deadline.ts";
import type { Ledger, Timing, Verdict, Window } from "./window.ts";

/** A departure granted, or the milliseconds after which it is worth another try. */
export type Permit = { readonly granted: true } | { readonly granted: false; readonly wait: number };

/** What the queue needs of a call's deadline. */
export type Patience = Pick<Deadline, "left" | "signal">;

interface Waiting {
  readonly windows: readonly Window[];
  readonly depart: () => void;
}

const GRANTED: Permit = { granted: true };
const LEAST_PAUSE_MS = 1;

/**
 * Who leaves next: recipients take turns, so that one that floods waits behind its own calls and nobody else
 * does. A call that cannot leave before its deadline is told so at once, instead of waiting for nothing.
 */
export class FairQueue {
  /** Recipients in the order of their turns; for each its calls, by the windows they pass through. */
  readonly #recipients = new Map<string, Map<string, Waiting[]>>();
  #passing = false;
  #passAgain = false;
  #cancelTimer: () => void = () => {};

  constructor(
    private readonly ledger: Ledger,
    private readonly timing: Timing,
  ) {}

  async acquire(windows: readonly Window[], recipient: string, patience: Patience): Promise<Permit> {
    const lane = windows.map((window) => window.key).join(" ");
    // Whoever arrives while others wait takes a turn like them.
    if (this.#recipients.size === 0) {
      const verdict = await this.ledger.take(windows, recipient);
      if (verdict.granted) return GRANTED;
    }
    const wait = this.#expectedWait(windows, recipient);
    if (wait > patience.left()) return { granted: false, wait };
    return this.#wait(windows, recipient, lane, patience);
  }

  /** How many calls are waiting. */
  get length(): number {
    let waiting = 0;
    for (const lanes of this.#recipients.values())
      for (const calls of lanes.values()) waiting += calls.length;
    return waiting;
  }

  /** Milliseconds until this call could leave through all of its windows, as things stand. */
  #expectedWait(windows: readonly Window[], recipient: string): number {
    return Math.max(
      ...windows.map((window) => this.ledger.expectedWait(window, this.#position(window.key, recipient))),
    );
  }

  /** Turn by turn, a call comes after as many of each recipient's calls as its own recipient has waiting. */
  #position(window: string, recipient: string): number {
    const own = this.#waitingFor(window, recipient) + 1;
    let position = own;
    for (const other of this.#recipients.keys()) {
      if (other !== recipient) position += Math.min(this.#waitingFor(window, other), own);
    }
    return position;
  }

  #waitingFor(window: string, recipient: string): number {
    let waiting = 0;
    for (const calls of this.#recipients.get(recipient)?.values() ?? []) {
      if (calls[0]?.windows.some(({ key }) => key === window)) waiting += calls.length;
    }
    return waiting;
  }

  #wait(windows: readonly Window[], recipient: string, lane: string, patience: Patience): Promise<Permit> {
    return new Promise((resolve) => {
      const giveUp = () => {
        this.#remove(recipient, lane, call);
        resolve({ granted: false, wait: this.#expectedWait(windows, recipient) });
      };
      const call: Waiting = {
        windows,
        depart: () => {
          patience.signal.removeEventListener("abort", giveUp);
          resolve(GRANTED);
        },
      };
      const lanes = this.#recipients.get(recipient) ?? new Map<string, Waiting[]>();
      this.#recipients.set(recipient, lanes);
      const calls = lanes.get(lane) ?? [];
      lanes.set(lane, calls);
      calls.push(call);
      patience.signal.addEventListener("abort", giveUp, { once: true });
      if (patience.signal.aborted) giveUp();
      else void this.#pass();
    });
  }

  #remove(recipient: string, lane: string, call: Waiting): void {
    const lanes = this.#recipients.get(recipient);
    const calls = lanes?.get(lane);
    if (lanes === undefined || calls === undefined) return;
    const index = calls.indexOf(call);
    if (index >= 0) calls.splice(index, 1);
    if (calls.length === 0) lanes.delete(lane);
    if (lanes.size === 0) this.#recipients.delete(recipient);
  }

  /** Lets go whoever can, turn by turn, and comes back when the next one could. */
  async #pass(): Promise<void> {
    this.#passAgain = this.#passing;
    if (this.#passing) return;
    this.#passing = true;
    this.#cancelTimer();
    try {
      do {
        this.#passAgain = false;
        const wait = await this.#letGo();
        if (this.#recipients.size > 0) {
          this.#cancelTimer();
          this.#cancelTimer = this.timing.after(Math.max(LEAST_PAUSE_MS, wait), () => void this.#pass());
        }
      } while (this.#passAgain);
    } finally {
      this.#passing = false;
    }
  }

  /** Resolves to the milliseconds until the first of those who stay behind may try again. */
  async #letGo(): Promise<number> {
    const full = new Set<string>();
    let wait = Number.POSITIVE_INFINITY;
    // A recipient that was served goes to the end of the map, and the loop meets it there again.
    for (const [recipient, lanes] of this.#recipients) {
      for (const [lane, calls] of lanes) {
        const call = calls[0];
        if (call === undefined || call.windows.some((window) => full.has(window.key))) continue;
        const verdict: Verdict = await this.ledger.take(call.windows, recipient);
        if (verdict.granted) {
          this.#serve(recipient, lane, call);
          break;
        }
        if (verdict.window !== undefined) full.add(verdict.window);
        wait = Math.min(wait, verdict.wait);
      }
    }
    return wait === Number.POSITIVE_INFINITY ? 0 : wait;
  }

  #serve(recipient: string, lane: string, call: Waiting): void {
    const lanes = this.#recipients.get(recipient);
    this.#recipients.delete(recipient);
    if (lanes !== undefined) this.#recipients.set(recipient, lanes);
    this.#remove(recipient, lane, call);
    call.depart();
  }
}
