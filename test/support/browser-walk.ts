import { deepEqual } from "node:assert/strict";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { accessibilityProblems, otherLooksProblems, WIDTHS, windowOf } from "./chromium.ts";
import { htmlProblems } from "./html-problems.ts";
import type { Visitor } from "./visitor.ts";

/** Called on each page of a walk, as it stands: to hold it to account, or to keep a picture of it. */
export type See = (page: Page, name: string) => Promise<void>;

const documents = new WeakMap<Page, Promise<string>>();

/** A window of its own, cookies included, which remembers each page as it was sent. */
export async function openWindow(
  browser: Browser,
  width: number = WIDTHS[0],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext(windowOf(width, options))).newPage();
  page.on("response", (response) => {
    if (!response.request().isNavigationRequest() || response.status() === 303) return;
    documents.set(
      page,
      response.text().catch(() => ""),
    );
  });
  return page;
}

/** Holds the page to account as it stands: valid HTML, axe, and no scrolling sideways. */
export const look: See = async (page, name) => {
  const html = (await documents.get(page)) ?? "";
  const problems = [...(await htmlProblems(html)), ...(await accessibilityProblems(page))];
  deepEqual(problems, [], name);
};

/** The same, and what a telephone and the dark would make of it. */
export const lookEverywhere: See = async (page, name) => {
  await look(page, name);
  deepEqual(await otherLooksProblems(page), [], name);
};

/** The same as `look`, once for each name and width: a page that several walks cross is the same page. */
export function lookOnce(): See {
  const seen = new Set<string>();
  return async (page, name) => {
    const view = `${name} at ${page.viewportSize()?.width}`;
    if (seen.has(view)) return;
    seen.add(view);
    await look(page, view);
  };
}

/** Goes on in the browser as somebody who has come this far over plain HTTP. */
export async function continueAs(page: Page, visitor: Visitor, portal: string): Promise<void> {
  const cookies = await visitor.jar.getCookies(portal);
  await page.context().addCookies(cookies.map(({ key, value }) => ({ name: key, value, url: portal })));
}

/** From the simulated FranceConnect's first page back to the portal. */
export async function identifyAs(page: Page, persona: string, see?: See): Promise<void> {
  await page.locator('[data-testid^="idp-"]').first().waitFor();
  await see?.(page, "provider-choice");
  await page.locator('[data-testid^="idp-"]').first().click();
  await see?.(page, "provider-personas");
  await page.locator(`[data-testid="persona-${persona}"]`).click();
  await see?.(page, "provider-information");
  await page.getByRole("button", { name: /Continuer sur/ }).click();
}

/** From the agents' first page, through the simulated ProConnect, to what was asked for. */
export async function identifyAgent(page: Page, address: string, agent = "agent"): Promise<void> {
  await page.goto(address);
  await page.getByRole("link", { name: /S’identifier avec ProConnect/ }).click();
  await page.locator(`button[value="${agent}"]`).click();
  await page.waitForURL(address);
}

export const next = (page: Page): Promise<void> =>
  page.getByRole("button", { name: /Enregistrer et continuer|Vérifier mes réponses/ }).click();
