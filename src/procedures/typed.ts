/** What stands in the inputs of a field, by input name. */
export type Typed = Readonly<Record<string, readonly string[]>>;
