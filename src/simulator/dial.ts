/** What `/__simulator/config` shows and changes; one for all four ports. */
export interface Dial {
  /** Persona or agent as whom every login is answered at once. */
  auto: string | null;
  /** Row of the fault table that every login and call plays. */
  fault: string | null;
}
