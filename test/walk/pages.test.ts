import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BackDoor, openBackDoor } from "../support/back-door.ts";
import {
  continueAs,
  identifyAgent,
  identifyAs,
  lookEverywhere as look,
  look as lookNarrow,
  next,
  openWindow,
} from "../support/browser-walk.ts";
import { chromiumAvailable, startChromium, WIDTHS } from "../support/chromium.ts";
import { busyRollout, openRollout, type Rollout } from "../support/rollout.ts";
import {
  ADDED_CHILD,
  ADDRESS,
  ANSWERS,
  begin,
  startWholePortal,
  type WholePortal,
  walk,
} from "../support/whole-portal.ts";
import { awkward } from "./awkward.ts";
import { walkByKeyboard } from "./keyboard.ts";
import { PROCEDURE_WALKS } from "./procedures.ts";
import { pageRoutes } from "./routes.ts";
import { decideOn, enterProcedure, fillForm, sendForm } from "./ways.ts";

const CANTEEN = "/demarches/restauration-scolaire";
const STATIC = [
  "connexion",
  "aide",
  "accessibilite",
  "mentions-legales",
  "donnees-personnelles",
  "plan-du-site",
  "rien",
];

describe.skipIf(!chromiumAvailable())("every page", () => {
  const visited = new Set<string>();
  let browser: Browser;
  let portal: WholePortal;
  let inside: BackDoor;
  let empty: Rollout;
  let busy: Rollout;

  beforeAll(async () => {
    [browser, portal, empty, busy] = await Promise.all([
      startChromium(),
      startWholePortal(),
      openRollout("2026-11-20T10:00:00Z"),
      busyRollout(),
    ]);
    inside = await openBackDoor(portal);
  });
  afterAll(async () => {
    await browser?.close();
    await inside?.close();
    await Promise.all([portal?.close(), empty?.close(), busy?.close()]);
  });

  const open: typeof openWindow = async (...options) => {
    const page = await openWindow(...options);
    page.on("request", (request) => {
      if (request.isNavigationRequest()) visited.add(new URL(request.url()).pathname);
    });
    return page;
  };
  const press = (page: Page, name: string) => page.getByRole("button", { name }).click();

  it("that tells or guides is clean, nowhere included", async () => {
    const page = await open(browser);
    for (const path of STATIC) {
      await page.goto(`${portal.url}/${path}`);
      await look(page, path);
    }
    await page.context().close();
  });

  it("of a form filled by hand is clean: empty, in error, kept as a draft, and after the session has expired", async () => {
    const page = await open(browser);
    await page.goto(`${portal.url}${CANTEEN}/sans-franceconnect`);
    await look(page, "by-hand");
    await next(page);
    await look(page, "by-hand-error");
    await page.goto(`${portal.url}/mes-dossiers`);
    await look(page, "dossiers-draft");
    await page.goto(`${portal.url}${CANTEEN}/etape/vous`);
    await page.context().clearCookies();
    await next(page);
    await look(page, "session-expired");
    await page.context().close();
  });

  it("of a family's form is clean: a value contested, a child added, all that is left behind", async () => {
    const { visitor, page: sources } = await begin(portal, "restauration-scolaire", "famille");
    await walk(visitor, sources, ANSWERS, /etape\/enfants/);
    const page = await open(browser);
    await continueAs(page, visitor, portal.url);
    await page.goto(`${portal.url}${CANTEEN}/etape/foyer`);
    await page.locator("summary").first().click();
    await look(page, "contested");
    await page.goto(`${portal.url}${CANTEEN}/etape/enfants`);
    await press(page, "Ajouter un autre enfant");
    await look(page, "child-added");
    await page.locator('[name="enfants"]').first().check();
    await page.getByLabel("Jean-Moulin").check();
    await next(page);
    await page.getByLabel("Lundi").check();
    await page.getByLabel("Menu classique").check();
    await next(page);
    await press(page, "Envoyer la demande");
    await page.waitForURL(/confirmation/);
    await page.goBack();
    await look(page, "already-sent");
    await page.goto(`${portal.url}/mes-dossiers`);
    await look(page, "dossiers");
    await page.goto(`${portal.url}/mes-donnees`);
    await look(page, "data");
    await page.context().close();
  });

  it("of a dossier to correct or withdraw is clean", async () => {
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
    const page = await open(browser);
    await continueAs(page, visitor, portal.url);
    await page.goto(`${portal.url}/mes-dossiers/${id}`);
    await look(page, "correction-asked");
    await page.getByRole("link", { name: "Corriger ma demande" }).click();
    await look(page, "correction");
    await page.getByLabel("Téléphone").fill("12");
    await press(page, "Envoyer ma correction");
    await page.locator(".error-summary").waitFor();
    await look(page, "correction-error");
    await page.goto(`${portal.url}/mes-dossiers/${id}/retrait`);
    await look(page, "withdrawal");
    await page.context().close();
  });

  it.each([
    ["sans_dossier_caf", "Aucun dossier trouvé"],
    ["fournisseur_lent", "En cours"],
    ["fournisseur_en_panne", "Indisponible pour le moment"],
  ])("of sources says what has become of them (%s), and is clean", async (persona, words) => {
    const page = await open(browser);
    await page.goto(`${portal.url}${CANTEEN}/formulaire`);
    await identifyAs(page, persona);
    await expect
      .poll(() => page.reload().then(() => page.locator("main").textContent()), { timeout: 15_000 })
      .toContain(words);
    await look(page, `sources-${persona}`);
    await page.context().close();
  });

  it("of the agents is clean: empty, filled with what is long or foreign, in error, in conflict", async () => {
    const page = await open(browser);
    await page.goto(`${portal.url}/agent`);
    await look(page, "agent-login");
    await page.goto(`${portal.url}/agent/journal`);
    await look(page, "agent-login-expired");
    await identifyAgent(page, `${portal.url}/agent`);
    await page.goto(`${portal.url}/agent?numero=rien`);
    await look(page, "agent-inbox-empty");
    const { id } = await inside.send({ change: awkward, daysAgo: 40 });
    await inside.send({ procedure: "stationnement-resident", applicant: "Ñ".repeat(200) });
    await inside.send({ procedure: "apa", applicant: "عبد الرحمن بن علي", daysAgo: 3 });
    for (let index = 0; index < 25; index += 1) await inside.send({});
    await page.goto(`${portal.url}/agent`);
    await look(page, "agent-inbox");
    await page.goto(`${portal.url}/agent/dossiers/${id}`);
    await page.locator("summary").click();
    await look(page, "agent-dossier");
    await press(page, "Prendre en charge");
    await look(page, "agent-dossier-taken");
    for (const [link, button] of [
      ["Refuser", "Refuser la demande"],
      ["Demander une correction", "Envoyer la demande de correction"],
    ] as const) {
      await page.goto(`${portal.url}/agent/dossiers/${id}`);
      await page.getByRole("link", { name: link }).click();
      await press(page, button);
      await look(page, `agent-${button}-error`);
    }
    await inside.dossiers.decide({
      collectivite: inside.collectivite,
      id,
      expectedRevision: 2,
      decision: { type: "accepted", reason: "Complet." },
      agent: { sub: "somebody", name: "Olivier Dufau" },
    });
    await page.getByText("Téléphone", { exact: true }).click();
    await page.getByRole("textbox").fill("Le numéro manque.");
    await press(page, "Envoyer la demande de correction");
    await look(page, "agent-conflict");
    for (const path of ["journal?verifier=oui", "statistiques", "export", "rien"]) {
      await page.goto(`${portal.url}/agent/${path}`);
      await look(page, `agent-${path}`);
    }
    await page.goto(`${portal.url}/agent/export`);
    await press(page, "Télécharger");
    await look(page, "agent-export-error");
    await page.context().close();
  });

  it("of the roll-out is clean: for an administrator, and for everybody, empty, filled and at a loss", async () => {
    const page = await open(browser);
    await identifyAgent(page, `${portal.url}/agent/deploiement`, "agent_mfa");
    await press(page, "Ajouter à l’histoire");
    await page.getByText("Il y a un problème").waitFor();
    await look(page, "rollout-step-error");
    for (const [rollout, path] of [
      [empty, ""],
      [busy, ""],
      [busy, "/collectivites?q=bord"],
      [busy, "/collectivites?q=nowhere"],
      [busy, "/collectivites/commune:T1"],
      [busy, "/collectivites/213300635"],
      [busy, "/donnees"],
      [busy, "/nothing"],
    ] as const) {
      await page.goto(`${rollout.url}/deploiement${path}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await look(page, `rollout${path}`);
    }
    await page.context().close();
  });

  it("is as clean on the way through a telephone, citizen and agent", async () => {
    const [canteen] = PROCEDURE_WALKS;
    if (!canteen) throw new Error("No procedure is walked");
    const page = await open(browser, WIDTHS[1]);
    await enterProcedure(page, portal.url, canteen, lookNarrow);
    await fillForm(page, canteen, lookNarrow);
    const number = await sendForm(page, canteen, lookNarrow);
    const agent = await open(browser, WIDTHS[1]);
    await identifyAgent(agent, `${portal.url}/agent`);
    await decideOn(agent, portal.url, number, canteen, lookNarrow);
    await page.getByRole("link", { name: "Voir mon dossier" }).click();
    await lookNarrow(page, "dossier-accepted");
    await Promise.all([page.context().close(), agent.context().close()]);
  }, 60_000);

  it("is reached with the keyboard alone and without JavaScript, from the first to the receipt and the decision", async () => {
    const { id } = await inside.send({});
    await walkByKeyboard(await open(browser, WIDTHS[0], { javaScriptEnabled: false, bypassCSP: false }), {
      portal: portal.url,
      dossier: id,
    });
  });

  it("keeps to the portal's own policy, and is printed without its buttons and its frame", async () => {
    const { id } = await inside.send({});
    const page = await open(browser, WIDTHS[0], { bypassCSP: false });
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy") && page.url().startsWith(portal.url))
        refused.push(message.text());
    });
    await identifyAgent(page, `${portal.url}/agent/dossiers/${id}`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".desk-actions, .site-nav").filter({ visible: true }).count()).toBe(0);
    expect(await page.locator(".mirror").first().isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await press(page, "Prendre en charge");
    await page.waitForSelector("[role=status]");
    await page.goto(`${portal.url}/agent/export`);
    await page.getByText("Suivre l’activité").click();
    const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Télécharger")]);
    expect(file.suggestedFilename()).toMatch(/^dossiers-a-traiter-.*\.csv$/);
    await press(page, "Se déconnecter");
    await page.getByRole("link", { name: "S’identifier avec ProConnect" }).waitFor();
    expect(refused).toEqual([]);
    await page.goto(`${busy.url}/deploiement`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("figure.curve table").isVisible()).toBe(true);
    expect(await page.locator(".pace").evaluate((node) => getComputedStyle(node).color)).toBe("rgb(0, 0, 0)");
    await page.context().close();
  });

  it("that the portal has was visited above", async () => {
    const routes = await pageRoutes(portal.settings);
    const unvisited = routes.filter(({ matches }) => ![...visited].some(matches)).map(({ path }) => path);
    expect(unvisited).toEqual([]);
  });
});
