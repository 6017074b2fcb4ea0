import { readFileSync, writeFileSync } from "node:fs";
import { type AccessibilityResults, readResults } from "../../src/service/accessibility.ts";
import { AUDIT_PERSONAS, AUDITED_PAGES, auditedStates, auditorAt, goTo } from "../support/audited-pages.ts";
import { auditPage, axeCriteria, axeName, inOrder } from "../support/axe-audit.ts";
import { startChromium, WIDTHS, windowOf } from "../support/chromium.ts";
import { startWholePortal } from "../support/whole-portal.ts";

/**
 * `npm run accessibility`: goes through every audited page in a real Chromium and writes what axe found into the file
 * that the statement of accessibility is made of. An audit by people that the file names is kept.
 */
const FILE = new URL("../../src/service/assets/accessibility.json", import.meta.url);

const [browser, portal] = await Promise.all([startChromium(), startWholePortal()]);
const criteria = new Set<string>();
const violations = new Map<string, AccessibilityResults["violations"][number]>();
try {
  for (const [index, width] of WIDTHS.entries()) {
    const persona = AUDIT_PERSONAS[index] ?? AUDIT_PERSONAS[0];
    const auditor = await auditorAt(portal.url, persona, () => browser.newContext(windowOf(width)));
    for (const row of AUDITED_PAGES) {
      const { name, state } = row;
      const findings = await auditPage(await goTo(auditor, row));
      for (const criterion of findings.criteria) criteria.add(criterion);
      for (const violation of findings.violations) {
        const pages = violations.get(violation.rule)?.pages ?? [];
        const found = {
          ...violation,
          criteria: [...violation.criteria],
          pages: [...new Set([...pages, name])],
        };
        violations.set(violation.rule, found);
      }
      process.stdout.write(`${width} px, ${name}, ${state}: ${findings.violations.length} violations\n`);
    }
    await auditor.close();
  }
} finally {
  await Promise.all([browser.close(), portal.close()]);
}

const { audit } = readResults(readFileSync(FILE, "utf8"));
const results: AccessibilityResults = {
  date: new Date().toISOString().slice(0, 10),
  tool: axeName(),
  browser: `Chromium ${browser.version()}`,
  widths: [...WIDTHS],
  pages: [...auditedStates()],
  toolCriteria: axeCriteria(),
  criteria: inOrder(criteria),
  violations: [...violations.values()],
  ...(audit && { audit }),
};
writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
