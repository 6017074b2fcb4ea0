import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { French } from "./language/index.ts";

/** Written by `npm run accessibility`; the same file from `src/service/` and from `dist/service/`. */
const FILE = fileURLToPath(new URL("../../src/service/assets/accessibility.json", import.meta.url));

const day = z.iso.date();
const criterion = z.string().regex(/^\d{1,2}\.\d{1,2}$/);

const RESULTS = z.strictObject({
  date: day,
  tool: z.string(),
  browser: z.string(),
  /** Pixels. */
  widths: z.array(z.number()),
  pages: z.array(z.strictObject({ name: z.string(), address: z.string(), states: z.array(z.string()) })),
  /** Criteria of the RGAA that the tool has a rule for. */
  toolCriteria: z.array(criterion),
  /** Those of them for which these pages had something to check. */
  criteria: z.array(criterion),
  violations: z.array(
    z.strictObject({
      rule: z.string(),
      help: z.string(),
      criteria: z.array(criterion),
      pages: z.array(z.string()),
    }),
  ),
  /** An audit by people, where there was one: the file keeps it when the tests run again. */
  audit: z
    .strictObject({ date: day, by: z.string(), rate: z.number().min(0).max(100), url: z.url().optional() })
    .optional(),
});

/** What was tested, and with what result. */
export type AccessibilityResults = z.infer<typeof RESULTS>;

/** How many criteria the RGAA 4.1.2 has. */
export const RGAA_CRITERIA = 106;

/** The three words that the law knows. */
export type Conformity = "totalement conforme" | "partiellement conforme" | "non conforme";

/**
 * What may be claimed. A tool is not an audit: without one the service is « non conforme », whatever the tool found.
 *
 * @see https://accessibilite.numerique.gouv.fr/obligations/declaration-accessibilite/
 * @example
 * conformityOf(undefined); // "non conforme"
 */
export function conformityOf(audit: AccessibilityResults["audit"]): Conformity {
  if (audit === undefined || audit.rate < 50) return "non conforme";
  return audit.rate === 100 ? "totalement conforme" : "partiellement conforme";
}

/** Checked as it is read: a statement rests on it. */
export function readResults(text: string): AccessibilityResults {
  return RESULTS.parse(JSON.parse(text));
}

/** What this version of the portal was tested with. */
export const ACCESSIBILITY: AccessibilityResults = readResults(readFileSync(FILE, "utf8"));

/** The mention that the home page and every other one owe. */
export const CONFORMITY_LABEL: French = `Accessibilité : ${conformityOf(ACCESSIBILITY.audit)}`;
