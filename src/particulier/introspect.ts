export interface Introspection {
  readonly id?: string;
  readonly scopes: readonly string[];
}
