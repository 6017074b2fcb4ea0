import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import axe from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FRENCH = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("axe-core/locales/fr.json"), "utf8"),
) as object;

/** What axe says of one page: the criteria that it had something to check for, and what is wrong. */
export interface AxeFindings {
  readonly criteria: readonly string[];
  readonly violations: readonly {
    readonly rule: string;
    readonly help: string;
    readonly criteria: readonly string[];
  }[];
}

interface Result {
  readonly id: string;
  readonly help: string;
  readonly tags: readonly string[];
}

/** `RGAA-11.13.1` is a test of the criterion 11.13. */
function criteriaOf(tags: readonly string[]): readonly string[] {
  return tags.flatMap((tag) => /^RGAA-(\d+\.\d+)\.\d+$/.exec(tag)?.[1] ?? []);
}

/** In the order of the RGAA: 1.1, 2.1… 10.4. */
export function inOrder(criteria: Iterable<string>): string[] {
  const rank = (criterion: string) => criterion.split(".").reduce((sum, part) => sum * 100 + Number(part), 0);
  return [...new Set(criteria)].sort((a, b) => rank(a) - rank(b));
}

/** Criteria of the RGAA that this version of axe has a rule for. */
export const axeCriteria = (): string[] => inOrder(axe.getRules().flatMap(({ tags }) => criteriaOf(tags)));

export const axeName = (): string => `axe-core ${axe.version}`;

/** Runs every rule of axe on the page as it stands. */
export async function auditPage(page: Page): Promise<AxeFindings> {
  await page.addScriptTag({ content: AXE });
  const { violations, checked } = await page.evaluate(async (locale) => {
    const { axe } = globalThis as unknown as {
      axe: {
        configure(options: { locale: object }): void;
        run(): Promise<Readonly<Record<"violations" | "passes" | "incomplete", readonly Result[]>>>;
      };
    };
    axe.configure({ locale });
    const results = await axe.run();
    return {
      violations: results.violations.map(({ id, help, tags }) => ({ id, help, tags })),
      checked: [...results.passes, ...results.violations, ...results.incomplete].flatMap(({ tags }) => tags),
    };
  }, FRENCH);
  return {
    criteria: inOrder(criteriaOf(checked)),
    violations: violations.map(({ id, help, tags }) => ({
      rule: id,
      help,
      criteria: inOrder(criteriaOf(tags)),
    })),
  };
}
