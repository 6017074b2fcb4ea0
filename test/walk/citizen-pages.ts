import { equal } from "node:assert/strict";
import { continueAs, identifyAs, next } from "../support/browser-walk.ts";
import { PDF } from "../support/documents.ts";
import { ADDED_CHILD, ADDRESS, ANSWERS, begin, walk } from "../support/whole-portal.ts";
import { press, type Scene } from "./scene.ts";
import { untilItSays } from "./ways.ts";

const CANTEEN = "/demarches/restauration-scolaire";
const GUIDES = [
  "connexion",
  "aide",
  "accessibilite",
  "mentions-legales",
  "donnees-personnelles",
  "plan-du-site",
  "rien",
];

/** What tells or guides, and the page of what does not exist. */
export async function guidePages({ portal, open, see }: Scene): Promise<void> {
  const page = await open();
  for (const path of GUIDES) {
    await page.goto(`${portal.url}/${path}`);
    await see(page, path);
  }
  await page.context().close();
}

/** A form without FranceConnect: empty, in error, kept as a draft, and after the session has expired. */
export async function formByHand({ portal, open, see }: Scene): Promise<void> {
  const page = await open();
  await page.goto(`${portal.url}${CANTEEN}/sans-franceconnect`);
  await see(page, "by-hand");
  await next(page);
  await see(page, "by-hand-error");
  await page.goto(`${portal.url}/mes-dossiers`);
  await see(page, "dossiers-draft");
  await page.goto(`${portal.url}${CANTEEN}/etape/vous`);
  await page.context().clearCookies();
  await next(page);
  await see(page, "session-expired");
  await page.context().close();
}

/** A document joined instead of a silent source, beside a file that is refused. */
export async function documentPages({ portal, open, see }: Scene): Promise<void> {
  const { visitor, page: sources } = await begin(portal, "restauration-scolaire", "fournisseur_en_panne");
  const step = await walk(visitor, sources, ANSWERS, /etape\/foyer/);
  const page = await open();
  await continueAs(page, visitor, portal.url);
  await page.goto(step.url);
  await page.getByLabel("Fichiers à joindre").setInputFiles([
    { name: "attestation.pdf", mimeType: "application/pdf", buffer: PDF },
    { name: "attestation.html", mimeType: "application/pdf", buffer: Buffer.from("<html>") },
  ]);
  await press(page, "Joindre sans quitter la page");
  await page.locator(".error-summary").waitFor();
  await see(page, "document-refused");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "attestation.pdf" }).click(),
  ]);
  equal(file.suggestedFilename(), "attestation.pdf");
  await page.goto(`${portal.url}/mes-donnees`);
  await see(page, "data-document");
  await page.context().close();
}

/** A value contested, a child added, what is left behind once it is sent. */
export async function familyForm({ portal, open, see }: Scene): Promise<void> {
  const { visitor, page: sources } = await begin(portal, "restauration-scolaire", "famille");
  await walk(visitor, sources, ANSWERS, /etape\/enfants/);
  const page = await open();
  await continueAs(page, visitor, portal.url);
  await page.goto(`${portal.url}${CANTEEN}/etape/foyer`);
  await page.locator("summary").first().click();
  await see(page, "contested");
  await page.goto(`${portal.url}${CANTEEN}/etape/enfants`);
  await press(page, "Ajouter un autre enfant");
  await see(page, "child-added");
  await page.locator('[name="enfants"]').first().check();
  await page.getByLabel("Jean-Moulin").check();
  await next(page);
  await page.getByLabel("Lundi").check();
  await page.getByLabel("Menu classique").check();
  await next(page);
  await press(page, "Envoyer la demande");
  await page.waitForURL(/confirmation/);
  await page.goBack();
  await see(page, "already-sent");
  await page.goto(`${portal.url}/mes-dossiers`);
  await see(page, "dossiers");
  await page.goto(`${portal.url}/mes-donnees`);
  await see(page, "data");
  await page.context().close();
}

/** A dossier to correct or to withdraw. */
export async function correctionPages({ portal, inside, open, see }: Scene): Promise<void> {
  const { visitor, page: sources } = await begin(portal, "restauration-scolaire", "famille_msa");
  const sent = await walk(visitor, sources, { ...ANSWERS, ...ADDRESS, ...ADDED_CHILD });
  const id = String(new URL(sent.url).pathname.split("/").pop());
  await inside.dossiers.decide({
    collectivite: inside.collectivite,
    id,
    expectedRevision: 1,
    decision: {
      type: "correction_requested",
      reason: "Le numéro manque.",
      fields: ["adresse", "telephone", "enfants", "jours"],
    },
    agent: { sub: "somebody", name: "Olivier Dufau" },
  });
  const page = await open();
  await continueAs(page, visitor, portal.url);
  await page.goto(`${portal.url}/mes-dossiers/${id}`);
  await see(page, "correction-asked");
  await page.getByRole("link", { name: "Corriger ma demande" }).click();
  await see(page, "correction");
  await page.getByLabel("Téléphone").fill("12");
  await press(page, "Envoyer ma correction");
  await page.locator(".error-summary").waitFor();
  await see(page, "correction-error");
  await page.goto(`${portal.url}/mes-dossiers/${id}/retrait`);
  await see(page, "withdrawal");
  await page.context().close();
}

/** What has become of a source, in words. */
export async function sourcesOf({ portal, open, see }: Scene, persona: string, words: string): Promise<void> {
  const page = await open();
  await page.goto(`${portal.url}${CANTEEN}/formulaire`);
  await identifyAs(page, persona);
  await untilItSays(page, words);
  await see(page, `sources-${persona}`);
  await page.context().close();
}
