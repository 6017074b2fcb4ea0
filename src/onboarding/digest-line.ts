/** One thing to look at, in words for an operator's mail. */
export interface DigestLine {
  /** The registry's code; absent where it is about an address that no collectivité is known for. */
  readonly territory?: string;
  readonly name: string;
  readonly kind: "stalled" | "token-expires" | "token-expired" | "address";
  readonly message: string;
}

/** A line, and who carries its collectivité. */
export interface CarriedLine {
  readonly line: DigestLine;
  readonly vendor?: string | null;
  readonly opsn?: string | null;
}
