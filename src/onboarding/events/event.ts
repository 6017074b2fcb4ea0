import type { MilestoneSlug } from "../milestone.ts";

/** Who says so. */
export const EVENT_SOURCES = [
  "datapass-webhook",
  "open-data",
  "own-csv",
  "gateway",
  "agent",
  "rehearsal",
] as const;
export type EventSource = (typeof EVENT_SOURCES)[number];

/** One fact about one collectivité. Nothing overwrites it: a correction is another event. */
export interface OnboardingEvent {
  readonly territory: string;
  readonly milestone: MilestoneSlug;
  readonly action: "reached" | "withdrawn";
  /** The day it happened, `YYYY-MM-DD`; not the day it was learned. */
  readonly at: string;
  readonly source: EventSource;
  /** Unique to the fact: telling the same fact twice adds nothing. */
  readonly reference: string;
  /** The reference of the event that this one replaces. */
  readonly corrects?: string;
  /** What proves it: a DataPass number, the line of a file, a note. Never anything about a person. */
  readonly evidence: Readonly<Record<string, string | number | boolean>>;
  /** Sealed name of the agent who recorded it by hand. */
  readonly agent?: string;
}
