import { z } from "zod";

// What every key may be: masked by a missing scope, hence absent, or unknown to the provider, hence null.

export const text = z.string().nullish();
export const number = z.number().nullish();
export const flag = z.boolean().nullish();
/** `YYYY-MM-DD`, where an unknown month or day is `00`; anything else is kept, and reported as drift. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullish();
