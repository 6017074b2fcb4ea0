import { PARTICULIER_FAULTS } from "../particulier/index.ts";
import type { FaultRow } from "./fault.ts";

/** Every fault of every simulated platform, in one list. */
export const FAULT_ROWS: readonly FaultRow[] = [
  ...PARTICULIER_FAULTS.map(({ name, description }) => ({
    name,
    description,
    platforms: ["particulier"] as const,
  })),
];
