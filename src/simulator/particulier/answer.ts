import type { ServerResponse } from "node:http";

/** What API Particulier will write: the pipeline builds one, faults may change it, one place sends it. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Writes something else than this JSON: how faults of the wire are played. */
  readonly write?: (response: ServerResponse) => void;
}

/** Every route of v3 and later answers in this type; throttling and v2 answer in plain `application/json`. */
export const API_JSON = "application/vnd.api+json; charset=utf-8";
export const PLAIN_JSON = "application/json; charset=utf-8";
