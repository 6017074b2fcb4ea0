export type { ParticulierFault } from "./faults/fault.ts";
export { PARTICULIER_FAULTS } from "./faults/index.ts";
export { signHabilitation } from "./habilitation.ts";
export type {
  ApiParticulierOptions,
  ChecktokenOptions,
  LimitOptions,
  ParticulierPersona,
  ParticulierToken,
  RunningApiParticulier,
  SimulatorLogger,
} from "./options.ts";
export { startApiParticulier } from "./start.ts";
