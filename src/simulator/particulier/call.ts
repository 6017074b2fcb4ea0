import type { Parameters } from "./query.ts";
import type { Mode, Route } from "./routes/route.ts";

/** Who calls: a habilitation, or a citizen through FranceConnect. */
export interface Caller {
  readonly id: string;
  readonly scopes: readonly string[];
}

/** The three places where a token can be, and the query that is one of them. */
export interface Credentials {
  readonly query: Parameters;
  readonly bearer: string | undefined;
  readonly apiKey: string | undefined;
}

/** One call on its way through the checks. */
export interface Call extends Credentials {
  readonly route: Route;
  readonly version: number;
  readonly mode: Mode;
  readonly path: string;
  readonly address: string;
  /** The caller asked for an answer that is not from the platform's cache. */
  readonly noCache: boolean;
  /** Headers that the answer carries whatever it becomes. */
  readonly headers: Record<string, string>;
  /** The query; in FranceConnect mode the citizen's identity on top of it. */
  parameters: Parameters;
  caller?: Caller;
}
