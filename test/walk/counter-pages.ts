import type { Page } from "playwright-core";
import { identifyAgent } from "../support/browser-walk.ts";
import { awkward } from "./awkward.ts";
import { press, type Scene } from "./scene.ts";

const SLUG = "restauration-scolaire";

/** The counter, from nobody to the receipt; and a source that is asked again. */
export async function counterPages({ portal, inside, open, see }: Scene): Promise<void> {
  const page = await open();
  const guichet = `${portal.url}/agent/guichet`;
  await identifyAgent(page, guichet);
  await see(page, "counter-empty");
  await page.goto(`${guichet}/nouvelle/${SLUG}`);
  await see(page, "counter-identity");
  await press(page, "Commencer la demande");
  await see(page, "counter-identity-error");
  await identify(page);
  await press(page, "Commencer la demande");
  await see(page, "counter-information");
  await press(page, "L’usager est informé : récupérer ses données");
  await see(page, "counter-answers");
  await page.getByRole("link", { name: "Continuer" }).click();
  await press(page, "Enregistrer et continuer");
  await see(page, "counter-step-error");
  await page.getByLabel("Adresse électronique").fill("angela@exemple.fr");
  await page.getByLabel("Téléphone").fill("06 12 34 56 78");
  await press(page, "Enregistrer et finir plus tard");
  await see(page, "counter-unfinished");
  await page.getByRole("link", { name: "Angela Claire Louise DUBOIS" }).click();
  await press(page, "Enregistrer et continuer");
  await see(page, "counter-step");
  await fillTheRest(page);
  await press(page, "Envoyer la demande pour l’usager");
  await see(page, "counter-check-error");
  await page.getByLabel("L’usager a relu ces réponses et les dit exactes").check();
  await press(page, "Envoyer la demande pour l’usager");
  await see(page, "counter-receipt");
  await page.getByRole("link", { name: /^Dossier / }).click();
  await see(page, "agent-dossier-from-counter");
  await page.getByRole("link", { name: "Demander une correction" }).click();
  await page.getByLabel("Téléphone").check();
  await page.getByRole("textbox").fill("Il manque un chiffre.");
  await press(page, "Envoyer la demande de correction");
  await page.getByRole("link", { name: "Saisir la correction au guichet" }).click();
  await see(page, "counter-correction");
  await page.goto(`${portal.url}/agent`);
  await see(page, "agent-inbox-counter");
  await page.goto(`${guichet}/nouvelle/${SLUG}`);
  await page.getByLabel("Aucune").check();
  await page.getByLabel("Nom de naissance").fill("Ñ".repeat(60));
  await page.getByLabel("Prénoms").fill("عبد الرحمن");
  for (const [label, value] of [
    ["Jour", "1"],
    ["Mois", "2"],
    ["Année", "1950"],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value);
  await press(page, "Commencer la demande");
  await see(page, "counter-step-declared");
  await page.getByRole("link", { name: "Changer" }).click();
  await see(page, "counter-identity-declared");
  await refreshPages(page, { portal, inside, open, see });
  await page.context().close();
}

async function identify(page: Page): Promise<void> {
  await page.getByLabel("Carte nationale d’identité").check();
  await page.getByLabel("Nom de naissance").fill("DUBOIS");
  await page.getByLabel("Prénoms").fill("Angela Claire Louise");
  await page.getByLabel("Jour", { exact: true }).fill("24");
  await page.getByLabel("Mois", { exact: true }).fill("8");
  await page.getByLabel("Année", { exact: true }).fill("1962");
  await page.getByLabel("Féminin").check();
  await page.getByLabel("Commune de naissance, en France").fill("Paris 7e Arrondissement");
}

async function fillTheRest(page: Page): Promise<void> {
  await press(page, "Enregistrer et continuer");
  for (const child of await page.locator("form input[type=checkbox]").all()) await child.check();
  await page.getByLabel("Jean-Moulin").check();
  await press(page, "Enregistrer et continuer");
  await page.getByLabel("Lundi").check();
  await page.getByLabel("Menu classique").check();
  await press(page, "Vérifier les réponses");
}

async function refreshPages(page: Page, { portal, inside, see }: Scene): Promise<void> {
  const { id } = await inside.send({ change: awkward });
  await page.goto(`${portal.url}/agent/dossiers/${id}`);
  await page.getByRole("link", { name: "Interroger de nouveau" }).click();
  await see(page, "agent-refresh");
  await press(page, "Interroger la CAF ou la MSA");
  await see(page, "agent-refresh-error");
  await page.getByLabel("Décider sur une donnée à jour").check();
  await page.getByLabel("Précision").fill("Le quotient familial date d’avant la rentrée.");
  await press(page, "Interroger la CAF ou la MSA");
  await see(page, "agent-refreshed");
  await page.goto(`${portal.url}/agent/dossiers/${id}/actualisation/qf`);
  await see(page, "agent-refresh-too-soon");
}
