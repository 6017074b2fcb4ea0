import type { ErrorCode } from "../error-texts.ts";
import type { Parameters } from "../query.ts";
import * as civility from "./civility.ts";
import * as identifiers from "./identifiers.ts";
import * as period from "./period.ts";

/** Every check of a parameter, by the name that routes give it; each answers the error's code, or nothing. */
export const RULES = { ...civility, ...identifiers, ...period } as const satisfies Record<
  string,
  (parameters: Parameters, now: Date) => ErrorCode | undefined
>;

export type RuleName = keyof typeof RULES;
