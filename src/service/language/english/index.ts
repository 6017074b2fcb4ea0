import { ANSWERS } from "./answers.ts";
import { DOCUMENTS } from "./documents.ts";
import { DOSSIERS } from "./dossiers.ts";
import { ENTRY } from "./entry.ts";
import { FAILURES } from "./failures.ts";
import { FORM } from "./form.ts";
import { FRAME } from "./frame.ts";
import { INFORMATION } from "./information.ts";
import { LOGIN } from "./login.ts";
import { PARTIES } from "./parties.ts";
import { QUALITY } from "./quality.ts";
import { RESUME } from "./resume.ts";
import { RULES } from "./rules.ts";

/**
 * Every French sentence of the citizen’s pages, in English. The French sentence is the key, typed plainly: a space before
 * `:` or `?` (typography is put later), the apostrophe ’, values between braces.
 */
export const ENGLISH = {
  ...ANSWERS,
  ...FAILURES,
  ...LOGIN,
  ...RULES,
  ...FRAME,
  ...ENTRY,
  ...FORM,
  ...DOSSIERS,
  ...DOCUMENTS,
  ...INFORMATION,
  ...PARTIES,
  ...QUALITY,
  ...RESUME,
} as const;

/** A sentence that a page may say: one that has its English. */
export type French = keyof typeof ENGLISH;
