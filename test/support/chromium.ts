import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { executable } from "./executable.ts";
import { requirement } from "./requirement.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const binary = NAMES.map((name) => executable(name)).find((path) => path !== undefined);

/** Whether a Chromium is installed here. */
export const chromiumAvailable = (): boolean =>
  requirement("Chromium", binary, "apt-get install -y chromium");

/** The installed Chromium; nothing is downloaded, and it talks to nobody but us. */
export async function startChromium(): Promise<Browser> {
  if (binary === undefined) throw new Error("Chromium is not installed");
  return chromium.launch({
    executablePath: binary,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  });
}

/** The two widths every page is looked at: a desk, and a telephone (or a desk at 400 %). */
export const WIDTHS = [1280, 320] as const;

/** A window that axe can enter whatever the page's policy. */
export function windowOf(width: number, options: BrowserContextOptions = {}): BrowserContextOptions {
  return { viewport: { width, height: 900 }, bypassCSP: true, locale: "fr-FR", ...options };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What is wrong with the page as it stands: axe's findings, one line each, and a line for a page wider than its window. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: AXE });
  const findings = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  });
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return excess > 0 ? [...findings, `the page is ${excess} pixels wider than its window`] : findings;
}
