/** What the page offers: start again, go home, go home without FranceConnect, or end the present session first. */
export type WayOn = "retry" | "home" | "logout";

/** One error as data: `status` is HTTP's, the title and the message are the citizen's, the hint the operator's. */
export interface ErrorRow {
  readonly status: number;
  readonly citizenTitle: string;
  readonly citizenMessage: string;
  readonly operatorHint: string;
  readonly wayOn: WayOn;
}

/** Builds rows that share what the citizen reads: the difference is the operator's. */
export function rows<const K extends string>(
  shared: Omit<ErrorRow, "operatorHint">,
  hints: Readonly<Record<K, string>>,
): Readonly<Record<K, ErrorRow>> {
  const entries = Object.entries<string>(hints).map(([code, operatorHint]) => [
    code,
    { ...shared, operatorHint },
  ]);
  return Object.fromEntries(entries) as Record<K, ErrorRow>;
}
