import { LEVELS, type Level } from "./citizen.ts";

/**
 * The level named by exactly one known value, else undefined: no trimming, no case folding, no lists.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDToken (`acr` is a case-sensitive string)
 * @example
 * import { parseLevel } from "passerelle";
 * parseLevel("eidas2"); // "eidas2"
 * parseLevel("EIDAS2"); // undefined
 */
export function parseLevel(value: unknown): Level | undefined {
  return LEVELS.find((level) => level === value);
}

/**
 * Compares by rank: `eidas3` satisfies `eidas2`.
 *
 * @see https://eur-lex.europa.eu/eli/reg/2014/910/oj (article 8, assurance levels)
 * @example
 * import { isAtLeast } from "passerelle";
 * isAtLeast("eidas3", "eidas2"); // true
 */
export function isAtLeast(level: Level, required: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(required);
}
