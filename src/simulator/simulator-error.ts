/** Why the simulators do not start, with what to mend. */
export class SimulatorError extends Error {
  override readonly name = "SimulatorError";
  readonly code: SimulatorErrorCode;
  readonly operatorHint: string;

  constructor(code: SimulatorErrorCode, message: string, operatorHint: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.operatorHint = operatorHint;
  }
}

export type SimulatorErrorCode =
  | "SIMULATOR_PORT_IN_USE"
  | "SIMULATOR_PORT_INVALID"
  | "SIMULATOR_CLIENT_INVALID"
  | "SIMULATOR_CLIENTS_UNREADABLE"
  | "SIMULATOR_CASES_UNREADABLE"
  | "SIMULATOR_PERSONA_UNKNOWN";
