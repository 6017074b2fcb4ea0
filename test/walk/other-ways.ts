import { next } from "../support/browser-walk.ts";
import { ANSWERS, begin, walk } from "../support/whole-portal.ts";
import { press, type Scene } from "./scene.ts";

const CANTEEN = "/demarches/restauration-scolaire";

/** The same pages in English, at a click. */
export async function englishPages({ portal, open, see }: Scene): Promise<void> {
  const page = await open();
  await page.goto(portal.url);
  await page.getByRole("link", { name: "English" }).click();
  await see(page, "english-home");
  await page.goto(`${portal.url}${CANTEEN}`);
  await see(page, "english-presentation");
  await page.goto(`${portal.url}${CANTEEN}/sans-franceconnect`);
  await press(page, "Save and continue");
  await see(page, "english-step-error");
  await page.context().close();
}

/** For somebody else, without an account: who files, a change of mind, and the code that opens the form again. */
export async function thirdPartyPages({ portal, open, see }: Scene): Promise<void> {
  const page = await open();
  await page.goto(`${portal.url}/demarches/transport-solidaire`);
  await page.getByLabel("Pour quelqu’un d’autre").check();
  await press(page, "Continuer");
  await see(page, "for-other-presentation");
  await page.getByRole("link", { name: "Continuer sans FranceConnect" }).click();
  await see(page, "for-other-filer");
  await next(page);
  await see(page, "for-other-filer-error");
  await page.goto(`${portal.url}/demarches/transport-solidaire/pour-qui`);
  await see(page, "for-other-change");
  await page.goto(`${portal.url}/demarches/transport-solidaire/code-de-reprise`);
  await see(page, "resume-code");
  await page.goto(`${portal.url}/reprendre`);
  await see(page, "resume");
  await page.getByLabel("Code de reprise").fill("0000-0000");
  await press(page, "Ouvrir ma demande");
  await see(page, "resume-error");
  await page.context().close();
}

/** What a citizen thinks of it, and what becomes of all opinions. */
export async function opinionPages({ portal, open, see }: Scene): Promise<void> {
  const { visitor, page: sources } = await begin(portal, "restauration-scolaire", "parent_isole");
  const step = await walk(visitor, sources, ANSWERS, /etape\/enfants/);
  const child = String(step.$('[name="enfants"]').first().val());
  const sent = await walk(visitor, step, { ...ANSWERS, enfants: child });
  const page = await open();
  await page.goto((await visitor.click(sent, "Je donne mon avis")).url);
  await see(page, "opinion");
  await press(page, "Envoyer mon avis");
  await see(page, "opinion-error");
  await page.locator('[name="satisfaction"]').first().check();
  await press(page, "Envoyer mon avis");
  await see(page, "opinion-thanks");
  await page.goto(`${portal.url}${CANTEEN}/avis`);
  await see(page, "opinion-closed");
  await page.goto(`${portal.url}/qualite`);
  await see(page, "quality");
  await page.context().close();
}
