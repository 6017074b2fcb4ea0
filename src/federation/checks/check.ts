/** One condition, in one file: throws a `FederationError` where it does not hold. */
export interface Check<Context> {
  readonly name: string;
  run(context: Context): void | Promise<void>;
}

/** One after the other: what fails first is what is reported. */
export async function runChecks<Context>(checks: readonly Check<Context>[], context: Context): Promise<void> {
  for (const check of checks) {
    const pending = check.run(context);
    if (pending) await pending;
  }
}
