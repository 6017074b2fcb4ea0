import { equal, match, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { identifyAs, next, type See } from "../support/browser-walk.ts";
import type { ProcedureWalk } from "./procedures.ts";

/** From the first page of the portal to the first page of the form, through FranceConnect. */
export async function enterProcedure(
  page: Page,
  portal: string,
  walk: ProcedureWalk,
  see: See,
): Promise<void> {
  await page.goto(portal);
  await see(page, "home");
  await page.locator(`a[href="/demarches/${walk.slug}"]`).first().click();
  await see(page, `${walk.slug}-presentation`);
  const forWhom = page.locator("#pour-qui");
  if (await forWhom.count()) await forWhom.getByRole("button", { name: "Continuer" }).click();
  await page.getByRole("link", { name: /S’identifier avec FranceConnect/ }).click();
  await identifyAs(page, walk.persona, see);
  await page.waitForURL(/recuperation|etape/);
}

/** Every step: as it comes, sent without the answers that are missing, then filled; ends at the page that checks. */
export async function fillForm(page: Page, walk: ProcedureWalk, see: See): Promise<void> {
  if (page.url().includes("/recuperation")) {
    await see(page, `${walk.slug}-sources`);
    await page.getByRole("link", { name: "Continuer", exact: true }).click();
  }
  for (let steps = 0; !page.url().includes("/verification"); steps += 1) {
    ok(steps < 8, `The form does not end: ${page.url()}`);
    const step = stepName(page, walk);
    await fetchAgain(page, walk, step, see);
    await see(page, step);
    const mine = await answersHere(page, walk);
    if (mine.length > 0) {
      await next(page);
      equal(await page.locator(":focus").getAttribute("class"), "error-summary", step);
      match(await page.title(), /^Erreur/);
      await see(page, `${step}-error`);
      for (const [name, answer] of mine) await give(page, name, answer);
    }
    await next(page);
    equal((await page.locator(".error-summary").allTextContents()).join(), "", step);
  }
}

/** Every form has the same first step. */
function stepName(page: Page, { slug }: ProcedureWalk): string {
  const step = String(new URL(page.url()).pathname.split("/").pop());
  return step === "vous" ? step : `${slug}-${step}`;
}

/** Some sources are read right after a login alone: the page then offers another, which asks for no password again. */
async function fetchAgain(page: Page, walk: ProcedureWalk, step: string, see: See): Promise<void> {
  const link = page.getByRole("link", { name: /Récupérer mes données avec FranceConnect/ });
  if ((await link.count()) === 0) return;
  await see(page, `${step}-login-needed`);
  await link.click();
  if (await page.locator('[data-testid^="idp-"]').count()) return identifyAs(page, walk.persona);
  await page.getByRole("button", { name: /Continuer sur/ }).click();
}

/** Those of the answers for which the page has an input. */
async function answersHere(page: Page, { answers }: ProcedureWalk) {
  const names = await page
    .locator("main form [name]")
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute("name")));
  return Object.entries(answers).filter(([name]) => names.includes(name));
}

async function give(page: Page, name: string, answer: string | true): Promise<void> {
  const inputs = page.locator(`[name="${name}"]`);
  const isChoice = /radio|checkbox/.test((await inputs.first().getAttribute("type")) ?? "");
  if (!isChoice) await inputs.fill(String(answer));
  else if (answer === true) await inputs.first().check();
  else await page.locator(`[name="${name}"][value="${answer}"]`).check();
}

/** From the page that checks to the receipt; returns the dossier's number. */
export async function sendForm(page: Page, walk: ProcedureWalk, see: See): Promise<string> {
  await see(page, `${walk.slug}-check`);
  const words = await wordsOf(page);
  for (const expected of walk.checked) ok(words.includes(expected), `${expected}: not in ${words}`);
  await page.getByRole("button", { name: /Envoyer la demande/ }).click();
  await page.waitForURL(/confirmation/);
  await see(page, "confirmation");
  return String(await page.locator(".ticket-number").textContent());
}

/** The agent finds the dossier, sees it as the citizen filled it, takes it and decides. */
export async function decideOn(
  page: Page,
  portal: string,
  number: string,
  { decision, slug }: Pick<ProcedureWalk, "decision" | "slug">,
  see: See,
): Promise<void> {
  await page.goto(`${portal}/agent?numero=${number}`);
  await page.getByRole("link", { name: number }).click();
  await see(page, `${slug}-mirror`);
  await page.getByRole("button", { name: "Prendre en charge" }).click();
  await page.getByRole("link", { name: decision.link }).click();
  if (decision.reason) await page.getByRole("textbox").fill(decision.reason);
  await see(page, `decision-${decision.link}`);
  await page.getByRole("button", { name: decision.button }).click();
  await page.locator("[role=status]").waitFor();
}

/** Loads the page again until it says so, as a citizen who waits does. */
export async function untilItSays(page: Page, words: string): Promise<void> {
  for (let tries = 0; !(await wordsOf(page)).includes(words); tries += 1) {
    ok(tries < 30, `${words}: not in ${await wordsOf(page)}`);
    await page.waitForTimeout(300);
    await page.reload();
  }
}

/** The words of the page, white space folded. */
export async function wordsOf(page: Page): Promise<string> {
  return String(await page.locator("main").textContent()).replace(/\s+/g, " ");
}
