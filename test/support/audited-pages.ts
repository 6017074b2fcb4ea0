import type { BrowserContext, Page } from "playwright-core";
import { identifyAs, next } from "./browser-walk.ts";

/** What moves about: a browser for the citizen, one for the agent, and what the one learns and the other needs. */
export interface Auditor {
  readonly url: string;
  readonly citizen: Page;
  readonly agent: Page;
  /** Another citizen at each width: what is sent cannot be sent again. */
  readonly persona: string;
  /** The address of the dossier that was sent. */
  dossier: string;
}

/** One page in one state, and the way to it from the row before. */
export interface AuditedPage {
  readonly name: string;
  /** Identifiers left out. */
  readonly address: string;
  readonly state: string;
  readonly side: "citizen" | "agent";
  readonly go: (auditor: Auditor) => Promise<unknown>;
}

const OPEN = "à l’ouverture";
const ERROR = "en erreur";
const FILLED = "remplie";
const UNFOLDED = "dépliée";
const FORM = "/demarches/restauration-scolaire";

const open =
  (path: string, side: "citizen" | "agent" = "citizen") =>
  (auditor: Auditor) =>
    auditor[side].goto(auditor.url + path);

const read = (name: string, path: string, side: "citizen" | "agent" = "citizen"): AuditedPage => ({
  name,
  address: path,
  state: OPEN,
  side,
  go: open(path, side),
});

const citizen = (
  name: string,
  address: string,
  state: string,
  go: (page: Page, auditor: Auditor) => Promise<unknown>,
): AuditedPage => ({ name, address, state, side: "citizen", go: (auditor) => go(auditor.citizen, auditor) });

const agent = (
  name: string,
  address: string,
  state: string,
  go: (page: Page, auditor: Auditor) => Promise<unknown>,
): AuditedPage => ({ name, address, state, side: "agent", go: (auditor) => go(auditor.agent, auditor) });

/** Opens everything that is folded: axe does not look inside. */
async function unfold(page: Page): Promise<void> {
  const folded = page.locator("main details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
}

/**
 * What the statement of accessibility rests on: `npm run accessibility` goes this way, row by row, and writes down
 * what axe finds. A page that is to be named in the statement is a row here.
 */
export const AUDITED_PAGES: readonly AuditedPage[] = [
  read("Accueil", "/"),
  read("Connexion", "/connexion"),
  read("Aide", "/aide"),
  read("Déclaration d’accessibilité", "/accessibilite"),
  read("Mentions légales", "/mentions-legales"),
  read("Données personnelles", "/donnees-personnelles"),
  read("Plan du site", "/plan-du-site"),
  read("Qualité des démarches", "/qualite"),
  citizen("Qualité des démarches", "/qualite", UNFOLDED, unfold),
  read("Déploiement", "/deploiement"),
  read("Page introuvable", "/rien"),
  read("Présentation d’une démarche", FORM),
  citizen("Récupération des données", `${FORM}/recuperation`, FILLED, async (page, { url, persona }) => {
    await page.goto(`${url}${FORM}/formulaire`);
    await identifyAs(page, persona);
    await page.waitForURL(/recuperation/);
  }),
  citizen("Étape « Vous »", `${FORM}/etape/vous`, OPEN, (page) =>
    page.getByRole("link", { name: "Continuer", exact: true }).click(),
  ),
  citizen("Étape « Vous »", `${FORM}/etape/vous`, ERROR, next),
  citizen("Étape « Votre foyer »", `${FORM}/etape/foyer`, FILLED, async (page) => {
    await page.getByLabel("Téléphone").fill("06 12 34 56 78");
    await next(page);
    await page.waitForURL(/foyer/);
  }),
  citizen("Étape « Vos enfants »", `${FORM}/etape/enfants`, OPEN, async (page) => {
    await page.getByLabel("Numéro et voie").fill("3 rue du Moulin");
    await next(page);
    await page.waitForURL(/enfants/);
  }),
  citizen("Étape « Vos enfants »", `${FORM}/etape/enfants`, ERROR, next),
  citizen("Étape « Les repas »", `${FORM}/etape/repas`, FILLED, async (page) => {
    await page.locator('[name="enfants"]').first().check();
    await page.getByLabel("Jean-Moulin").check();
    await next(page);
    await page.waitForURL(/repas/);
    await page.getByLabel("Lundi").check();
    await page.getByLabel("Menu classique").check();
  }),
  citizen("Vérification", `${FORM}/verification`, FILLED, async (page) => {
    await next(page);
    await page.waitForURL(/verification/);
  }),
  citizen("Confirmation", `${FORM}/confirmation/…`, FILLED, async (page) => {
    await page.getByRole("button", { name: /Envoyer la demande/ }).click();
    await page.waitForURL(/confirmation/);
  }),
  citizen("Je donne mon avis", `${FORM}/avis`, OPEN, async (page, auditor) => {
    auditor.dossier = page.url().split("/").at(-1) ?? "";
    await page.getByRole("link", { name: "Je donne mon avis" }).click();
    await page.waitForURL(/avis/);
  }),
  citizen("Je donne mon avis", `${FORM}/avis`, ERROR, (page) =>
    page.getByRole("button", { name: "Envoyer mon avis" }).click(),
  ),
  citizen("Je donne mon avis", `${FORM}/avis`, "envoyée", async (page) => {
    await page.getByLabel("Bien", { exact: true }).check();
    await page.getByRole("button", { name: "Envoyer mon avis" }).click();
    await page.getByText("Merci pour votre avis").first().waitFor();
  }),
  citizen("Mon dossier", "/mes-dossiers/…", FILLED, (page, { url, dossier }) =>
    page.goto(`${url}/mes-dossiers/${dossier}`),
  ),
  citizen("Retrait d’une demande", "/mes-dossiers/…/retrait", OPEN, (page, { url, dossier }) =>
    page.goto(`${url}/mes-dossiers/${dossier}/retrait`),
  ),
  read("Mes dossiers", "/mes-dossiers"),
  read("Mes données", "/mes-donnees"),
  agent("Connexion des agents", "/agent", OPEN, (page, { url }) => page.goto(`${url}/agent`)),
  agent("Liste des dossiers", "/agent", FILLED, async (page, { url }) => {
    await page.getByRole("link", { name: /S’identifier avec ProConnect/ }).click();
    await page.locator('button[value="agent"]').click();
    await page.waitForURL(`${url}/agent`);
  }),
  agent("Dossier, côté agent", "/agent/dossiers/…", FILLED, (page, { url, dossier }) =>
    page.goto(`${url}/agent/dossiers/${dossier}`),
  ),
  agent("Décision", "/agent/dossiers/…/decision/refus", OPEN, async (page) => {
    await page.getByRole("button", { name: "Prendre en charge" }).click();
    await page.getByRole("link", { name: "Refuser" }).click();
    await page.waitForURL(/refus/);
  }),
  agent("Décision", "/agent/dossiers/…/decision/refus", ERROR, (page) =>
    page.getByRole("button", { name: "Refuser la demande" }).click(),
  ),
  read("Guichet", "/agent/guichet", "agent"),
  read("Identité, au guichet", "/agent/guichet/nouvelle/restauration-scolaire", "agent"),
  read("Démarches et registre", "/agent/demarches", "agent"),
  read("Statistiques", "/agent/statistiques", "agent"),
  read("Qualité, côté agent", "/agent/qualite", "agent"),
  agent("Qualité, côté agent", "/agent/qualite", UNFOLDED, unfold),
  read("Journal des accès", "/agent/journal", "agent"),
  read("Export", "/agent/export", "agent"),
];

/** Goes to a row, and makes sure that it is that page in that state. */
export async function goTo(auditor: Auditor, { name, address, state, side, go }: AuditedPage): Promise<Page> {
  await go(auditor);
  const page = auditor[side];
  if (state === ERROR) await page.locator(".error-summary").waitFor();
  const path = new URL(page.url()).pathname.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/, "…");
  if (path !== address) throw new Error(`${name} is at ${path}, not at ${address}`);
  return page;
}

/** The pages of the table, each with its states in their order. */
export function auditedStates(): readonly { name: string; address: string; states: string[] }[] {
  const pages = new Map<string, { name: string; address: string; states: string[] }>();
  for (const { name, address, state } of AUDITED_PAGES) {
    const page = pages.get(`${name} ${address}`) ?? { name, address, states: [] };
    page.states.push(state);
    pages.set(`${name} ${address}`, page);
  }
  return [...pages.values()];
}

/** The same person at two widths would find their request sent already. */
export const AUDIT_PERSONAS = ["famille", "famille_msa"] as const;

/** A citizen and an agent, each in a window of their own. */
export async function auditorAt(
  url: string,
  persona: string,
  windows: () => Promise<BrowserContext>,
): Promise<Auditor & { close(): Promise<void> }> {
  const [first, second] = [await windows(), await windows()];
  return {
    url,
    persona,
    citizen: await first.newPage(),
    agent: await second.newPage(),
    dossier: "",
    close: async () => {
      await first.close();
      await second.close();
    },
  };
}
