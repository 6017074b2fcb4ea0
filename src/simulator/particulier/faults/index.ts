import { CONTENT_FAULTS } from "./content.ts";
import type { ParticulierFault } from "./fault.ts";
import { GATE_FAULTS } from "./gate.ts";
import { PING_FAULTS } from "./pings.ts";
import { PROVIDER_FAULTS } from "./provider.ts";
import { WIRE_FAULTS } from "./wire.ts";

const DELAY_FAULTS: readonly ParticulierFault[] = [
  { name: "slow", description: "The right answer after 2 seconds", stage: "delay", delayMs: 2_000 },
  { name: "very-slow", description: "The right answer after 8 seconds", stage: "delay", delayMs: 8_000 },
  {
    name: "slower-than-a-token",
    description: "The right answer after 65 seconds",
    stage: "delay",
    delayMs: 65_000,
  },
];

/** Every fault that the simulated API Particulier can play. */
export const PARTICULIER_FAULTS: readonly ParticulierFault[] = [
  ...GATE_FAULTS,
  ...PROVIDER_FAULTS,
  ...DELAY_FAULTS,
  ...CONTENT_FAULTS,
  ...WIRE_FAULTS,
  ...PING_FAULTS,
];
