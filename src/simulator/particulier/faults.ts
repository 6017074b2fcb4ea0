/** A way in which API Particulier can answer badly: one row, one value of the fault dial. */
export interface ParticulierFault {
  readonly name: string;
  readonly description: string;
}

/** Every fault that the simulated API Particulier can play. */
export const PARTICULIER_FAULTS: readonly ParticulierFault[] = [];
