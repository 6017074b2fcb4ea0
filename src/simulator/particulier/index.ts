export { PARTICULIER_FAULTS, type ParticulierFault } from "./faults.ts";
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
