import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
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
  return {
    viewport: { width, height: 900 },
    bypassCSP: true,
    locale: "fr-FR",
    // A colour on its way to another has no contrast to speak of.
    reducedMotion: "reduce",
    ...options,
  };
}

/** Asked for by its address, axe is compiled once per browser; as text, once per page. */
const axeSource = createServer((_req, res) => {
  res.setHeader("Cache-Control", "max-age=3600").setHeader("Content-Type", "text/javascript").end(AXE);
});
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));
let axeUrl: Promise<string> | undefined;

async function serveAxe(): Promise<string> {
  axeSource.listen(0, "127.0.0.1").unref();
  await once(axeSource, "listening");
  return `http://127.0.0.1:${(axeSource.address() as AddressInfo).port}/axe.js`;
}

/** What is wrong with the page as it stands: axe's findings, one line each, and a line for a page wider than its window. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  axeUrl ??= serveAxe();
  await page.addScriptTag({ url: await axeUrl });
  return [...(await axeFindings(page)), ...(await widthProblems(page))];
}

/** The same page, already held to account, on a telephone and in the dark: its width, and its contrasts. */
export async function otherLooksProblems(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize() ?? { width: WIDTHS[0], height: 900 };
  await page.setViewportSize({ ...size, width: WIDTHS[1] });
  const narrow = await widthProblems(page);
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeFindings(page, ["color-contrast"]);
  await page.emulateMedia({ colorScheme: null });
  return [...narrow, ...dark.map((problem) => `in the dark: ${problem}`)];
}

async function widthProblems(page: Page): Promise<readonly string[]> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return excess > 0 ? [`the page is ${excess} pixels wider than its window`] : [];
}

function axeFindings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as {
        axe: {
          run(options: object): Promise<{
            violations: { id: string; help: string; nodes: { html: string }[] }[];
          }>;
        };
      };
      const { violations } = await axe.run(options);
      return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
    },
    { resultTypes: ["violations"], ...(rules && { runOnly: { type: "rule", values: [...rules] } }) },
  );
}
