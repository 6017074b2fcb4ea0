import type { Rehearsed } from "./portal.ts";

/** What became of a point; words only where there is something to say. */
export type Finding =
  | { readonly outcome: "passed" }
  | { readonly outcome: "failed" | "not-applicable"; readonly detail: string };

/** One thing that an outside client can see for itself. Adding one is adding a row to a table. */
export interface Point {
  readonly id: string;
  readonly title: string;
  /** Where the rule comes from. */
  readonly rule: string;
  check(portal: Rehearsed): Promise<Finding>;
}

export const passed: Finding = { outcome: "passed" };
export const failed = (detail: string): Finding => ({ outcome: "failed", detail });
export const notApplicable = (detail: string): Finding => ({ outcome: "not-applicable", detail });

/** Passed, unless there is something to say. */
export const unless = (problem: string | false | undefined): Finding => (problem ? failed(problem) : passed);
