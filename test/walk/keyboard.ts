import { equal, match } from "node:assert/strict";
import type { Page } from "playwright-core";

/** A citizen files a form, then an agent refuses a dossier, with nothing but the Tab, Enter and Space keys. */
export async function walkByKeyboard(
  page: Page,
  { portal, dossier }: { readonly portal: string; readonly dossier: string },
): Promise<void> {
  const press = async (selector: string, key = "Enter") => {
    await reach(page, selector);
    await page.keyboard.press(key);
  };
  const submit = async () => {
    const before = page.url();
    await press('button[value="next"]');
    await page.waitForURL((url) => url.href !== before);
  };
  await page.goto(portal);
  await page.keyboard.press("Tab");
  equal(await page.locator(":focus").textContent(), "Aller au contenu");
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
  await reach(page, '[name="telephone"]');
  await page.keyboard.type("0612345678");
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
  equal(await page.locator("h1").textContent(), "Votre demande est envoyée");

  await page.goto(`${portal}/agent/dossiers/${dossier}`);
  await press('a[href*="/auth/login"]');
  await page.waitForSelector('button[value="agent"]');
  await press('button[value="agent"]');
  await press('a[href$="/decision/refus"]');
  await page.waitForURL(/decision\/refus/);
  await press("main form button");
  await page.waitForSelector(".error-summary");
  equal(await page.locator(":focus").getAttribute("class"), "error-summary");
  await press('.error-summary a[href="#motif"]');
  equal(await page.locator(":focus").getAttribute("id"), "motif");
  await page.keyboard.type("Hors commune.");
  await press("main form button");
  await page.waitForSelector("[role=status]");
  match(String(await page.locator("[role=status]").textContent()), /La demande est refusée/);
}

/** Moves with the Tab key to what is named so, as somebody who sees the focus does. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await page.locator(`:focus:is(${selector})`).count()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} cannot be reached with the Tab key on ${page.url()}`);
}
