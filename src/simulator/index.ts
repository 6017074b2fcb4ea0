export { parseClients } from "./clients/parse-clients.ts";
export { knownPersona } from "./control.ts";
export type { Dial } from "./dial.ts";
export type { FaultPlatform, FaultRow } from "./faults/fault.ts";
export { FAULT_ROWS } from "./faults/index.ts";
export type {
  DataProvider,
  SimulatedPlatform,
  Simulator,
  SimulatorClient,
  SimulatorClients,
  SimulatorLogger,
  SimulatorOptions,
  SimulatorPorts,
} from "./options.ts";
export { PARTICULIER_FAULTS } from "./particulier/index.ts";
export type { AgentPersona } from "./personas/agent.ts";
export { AGENTS } from "./personas/agents.ts";
export { PERSONAS } from "./personas/index.ts";
export type { Persona, PersonaClaims } from "./personas/persona.ts";
export { SimulatorError, type SimulatorErrorCode } from "./simulator-error.ts";
export { startSimulator } from "./start.ts";
