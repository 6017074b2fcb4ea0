import { type Finding, failed, type Point } from "./point.ts";
import { CALLBACK_POINTS } from "./points/callback.ts";
import { LOGIN_POINTS } from "./points/login.ts";
import { SURFACE_POINTS } from "./points/surface.ts";
import { rehearse } from "./portal.ts";

/** Everything that is played, in this order. */
export const POINTS: readonly Point[] = [...LOGIN_POINTS, ...CALLBACK_POINTS, ...SURFACE_POINTS];

export interface RehearsedPoint {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly outcome: Finding["outcome"];
  readonly detail?: string;
}

/** What can be attached to a request for qualification. */
export interface RehearsalReport {
  readonly address: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  /** Every point that applies has passed, and at least one does. */
  readonly ok: boolean;
  readonly points: readonly RehearsedPoint[];
}

/**
 * Plays every point against a running portal, one after the other: a rehearsal is no load test.
 * No provider is ever called: logins are begun and never continued.
 */
export async function runRehearsal(
  base: URL,
  options: { readonly now: () => Date; readonly onPoint?: (point: RehearsedPoint) => void },
): Promise<RehearsalReport> {
  const points: RehearsedPoint[] = [];
  for (const point of POINTS) {
    const finding = await point.check(rehearse(base)).catch((error: unknown) => failed(nameOf(error)));
    const { id, title, rule } = point;
    const played = { id, title, rule, ...finding };
    points.push(played);
    options.onPoint?.(played);
  }
  const count = (outcome: Finding["outcome"]) => points.filter((point) => point.outcome === outcome).length;
  return {
    address: base.origin,
    at: options.now().toISOString(),
    passed: count("passed"),
    failed: count("failed"),
    notApplicable: count("not-applicable"),
    ok: count("failed") === 0 && count("passed") > 0,
    points,
  };
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "could not be played";
  const cause = error.cause instanceof Error && "code" in error.cause ? `: ${String(error.cause.code)}` : "";
  return `could not be played: ${error.message}${cause}`;
}
