import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumAvailable, startChromium, windowOf } from "../support/chromium.ts";
import { startWholePortal, type WholePortal } from "../support/whole-portal.ts";

describe.skipIf(!chromiumAvailable())("with the keyboard alone and without JavaScript", () => {
  let browser: Browser;
  let portal: WholePortal;
  beforeAll(async () => {
    [browser, portal] = await Promise.all([startChromium(), startWholePortal()]);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  /** Moves with the Tab key to what is named so, as somebody who sees the focus does. */
  async function reach(page: Page, selector: string): Promise<void> {
    for (let tabs = 0; tabs < 80; tabs += 1) {
      if (await page.locator(`:focus:is(${selector})`).count()) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`${selector} cannot be reached with the Tab key on ${page.url()}`);
  }

  it("a citizen goes from the first page to the confirmation", async () => {
    const context = await browser.newContext(windowOf(1280, { javaScriptEnabled: false, bypassCSP: false }));
    const page = await context.newPage();
    const press = async (selector: string, key = "Enter") => {
      await reach(page, selector);
      await page.keyboard.press(key);
    };
    const type = async (selector: string, text: string) => {
      await reach(page, selector);
      await page.keyboard.type(text);
    };
    const submit = async () => {
      const before = page.url();
      await press('button[value="next"]');
      await page.waitForURL((url) => url.href !== before);
    };
    await page.goto(portal.url);
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Aller au contenu");
    await page.keyboard.press("Enter");
    await press('a[href="/demarches/restauration-scolaire"]');
    await page.waitForURL(/restauration-scolaire/);
    await press(".fc-button");
    await page.waitForURL(/interaction/);
    await press('[data-testid^="idp-"]');
    await page.waitForURL(/identity-providers/);
    await press('[data-testid="persona-famille"]');
    await page.locator('[data-testid="information"]').waitFor();
    await press('[data-testid="information"] button');
    await page.waitForURL(/recuperation/);
    await press('main a[href*="/etape/"]');
    await page.waitForURL(/etape\/vous/);
    await press('button[value="next"]');
    await page.waitForSelector(".error-summary");
    await press(".error-summary a");
    await type('[name="telephone"]', "0612345678");
    await submit();
    await submit();
    await press('[name="enfants"]', "Space");
    await press('[name="ecole"]', "Space");
    await submit();
    await press('[name="jours"]', "Space");
    await press('[name="menu"]', "Space");
    await submit();
    await page.waitForURL(/verification/);
    await press("main form button");
    await page.waitForURL(/confirmation/);
    expect(await page.locator("h1").textContent()).toBe("Votre demande est envoyée");
    await context.close();
  }, 120_000);
});
