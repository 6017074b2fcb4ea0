/**
 * A provider's state: `ok`, `bad_gateway`, `maintenance` or `unknown` as the platform says; `unmonitored` where it
 * has no ping for the route; `unreachable` where the platform did not answer.
 */
export interface PingState {
  readonly state: "ok" | "bad_gateway" | "maintenance" | "unknown" | "unmonitored" | "unreachable";
  readonly lastUpdate?: string;
  readonly lastOk?: string;
  /** End of a maintenance, where known. */
  readonly until?: string;
}
