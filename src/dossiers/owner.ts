/**
 * Whose it is. A `Citizen` is one as it stands. Without FranceConnect, the hash of the demand's own resume code stands in;
 * at the counter, the agent's entry does. Only a pseudonym of it is ever stored in clear.
 */
export interface Owner {
  readonly platform: "franceconnect" | "franceconnect-plus" | "session" | "counter";
  readonly sub: string;
}
