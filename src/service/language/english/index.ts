import { FRAME } from "./frame.ts";

/**
 * Every French sentence of the citizen’s pages, in English. The French sentence is the key, typed plainly: a space before
 * `:` or `?` (typography is put later), the apostrophe ’, values between braces.
 */
export const ENGLISH = { ...FRAME } as const;

/** A sentence that a page may say: one that has its English. */
export type French = keyof typeof ENGLISH;
