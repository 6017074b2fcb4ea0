import type { Answer } from "../answer.ts";
import type { Call } from "../call.ts";

/** Where in a call a fault is played. */
interface FaultRow {
  /** Stable: what the dial and personas name. */
  readonly name: string;
  /** What the caller sees. */
  readonly description: string;
  /** Plays this many times for one and the same call, then the call succeeds. Always where absent. */
  readonly times?: number;
}

/** Instead of the checks: throttling, tokens, the platform itself. */
interface GateFault extends FaultRow {
  readonly stage: "gate";
  readonly play: (call: Call) => Answer;
}

/** Instead of the provider, once the call has passed the checks. */
interface ProviderFault extends FaultRow {
  readonly stage: "provider";
  readonly play: (call: Call, now: Date) => Answer;
}

/** On top of the right answer. */
interface AnswerFault extends FaultRow {
  readonly stage: "answer";
  readonly play: (answer: Answer, now: Date) => Answer;
}

/** The right answer, late. */
interface DelayFault extends FaultRow {
  readonly stage: "delay";
  readonly delayMs: number;
}

/** On the ping routes only. */
interface PingFault extends FaultRow {
  readonly stage: "ping";
  readonly play: (now: Date) => Answer;
}

/** A way in which API Particulier can answer badly: one row, one value of the fault dial. */
export type ParticulierFault = GateFault | ProviderFault | AnswerFault | DelayFault | PingFault;
