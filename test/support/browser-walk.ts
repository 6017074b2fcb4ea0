import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./chromium.ts";

/** Holds the page to account as it stands: axe, and no scrolling sideways. With SCREENSHOTS it is also kept as a picture. */
export async function look(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS) {
    const width = page.viewportSize()?.width;
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${width}.png`, fullPage: true });
  }
  expect([name, await accessibilityProblems(page)]).toEqual([name, []]);
}

/** From the simulated FranceConnect's first page back to the portal. */
export async function identifyAs(
  page: Page,
  persona: string,
  each: (name: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.locator('[data-testid^="idp-"]').first().waitFor();
  await each("provider-choice");
  await page.locator('[data-testid^="idp-"]').first().click();
  await each("provider-personas");
  await page.locator(`[data-testid="persona-${persona}"]`).click();
  await each("provider-information");
  await page.getByRole("button", { name: /Continuer sur/ }).click();
}

export const next = (page: Page): Promise<void> =>
  page.getByRole("button", { name: /Enregistrer et continuer|Vérifier mes réponses/ }).click();
