export type FaultPlatform = "franceconnect" | "franceconnect-plus" | "proconnect" | "particulier";

/** What `/__simulator/faults` and `--list-faults` show of a fault. */
export interface FaultRow {
  /** Stable, unique; what `/__simulator/config` takes. */
  readonly name: string;
  readonly platforms: readonly FaultPlatform[];
  readonly description: string;
  /** Where the case comes from: a row of the conformance suites it was taken from. */
  readonly anchors?: string;
}
