import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openBackDoor } from "../support/back-door.ts";
import { identifyAgent, openWindow, type See } from "../support/browser-walk.ts";
import { startChromium } from "../support/chromium.ts";
import { busyRollout, openRollout } from "../support/rollout.ts";
import { startWholePortal } from "../support/whole-portal.ts";
import { agentPages } from "./agent-pages.ts";
import {
  correctionPages,
  documentPages,
  familyForm,
  formByHand,
  guidePages,
  sourcesOf,
} from "./citizen-pages.ts";
import { counterPages } from "./counter-pages.ts";
import { englishPages, opinionPages, thirdPartyPages } from "./other-ways.ts";
import { PICTURES, type Picture } from "./pictures.ts";
import { PROCEDURE_WALKS } from "./procedures.ts";
import { rolloutPages } from "./rollout-pages.ts";
import type { Scene } from "./scene.ts";
import { decideOn, enterProcedure, fillForm, sendForm } from "./ways.ts";

/** `npm run screenshots`: walks the portal, keeps a picture of each page in `docs/images`, and lists them in `docs/pages.md`. */
const DOCS = resolve(import.meta.dirname, "../../docs");
const WIDTH = 1200;
const TALLEST = 2000;
const QUALITY = 60;
/** Of a page's own pixels: wide enough to be read, light enough to be kept. */
const SCALE = 0.8;

const taken = new Set<string>();

/** Keeps the picture that has this name in the table, once, in the looks that the table asks for. */
const photograph: See = async (page, name) => {
  for (const picture of PICTURES.filter(({ seen }) => seen === name)) {
    if (taken.has(picture.file)) continue;
    taken.add(picture.file);
    await page.emulateMedia({ colorScheme: picture.look === "dark" ? "dark" : "light" });
    await page.setViewportSize({ width: picture.look === "telephone" ? 320 : WIDTH, height: 900 });
    await writeFile(`${DOCS}/images/pages/${picture.file}.webp`, await pictureOf(page));
  }
};

async function pictureOf(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: QUALITY,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST), scale: width < WIDTH ? 1 : SCALE },
  });
  await session.detach();
  return Buffer.from(data, "base64");
}

async function walkEverything(browser: Browser): Promise<void> {
  const [portal, empty, busy] = await Promise.all([
    startWholePortal(),
    openRollout("2026-11-20T10:00:00Z"),
    busyRollout(),
  ]);
  const open = (width = WIDTH, options?: BrowserContextOptions) => openWindow(browser, width, options);
  const scene: Scene = { portal, inside: await openBackDoor(portal), open, see: photograph };
  const agent = await open();
  await identifyAgent(agent, `${portal.url}/agent`);
  for (const walk of PROCEDURE_WALKS) {
    const page = await open();
    await enterProcedure(page, portal.url, walk, photograph);
    await fillForm(page, walk, photograph);
    const number = await sendForm(page, walk, photograph);
    await decideOn(agent, portal.url, number, walk, photograph);
    await page.getByRole("link", { name: "Voir mon dossier" }).click();
    await photograph(page, `dossier-${walk.decision.outcome}`);
    await page.context().close();
  }
  await fillInbox(scene);
  await agent.goto(`${portal.url}/agent`);
  await photograph(agent, "inbox");
  await guidePages(scene);
  await englishPages(scene);
  await formByHand(scene);
  await thirdPartyPages(scene);
  await documentPages(scene);
  await familyForm(scene);
  await correctionPages(scene);
  await sourcesOf(scene, "fournisseur_en_panne", "Indisponible pour le moment");
  await opinionPages(scene);
  await counterPages(scene);
  await agentPages(scene);
  await rolloutPages(scene, { empty, busy });
  await scene.inside.close();
  await Promise.all([portal.close(), empty.close(), busy.close()]);
}

/** A week at the town hall, to be looked at: the walks' own dossiers are made to be awkward. */
const NEIGHBOURS = [
  ["restauration-scolaire", "Ousmane DIALLO", 12],
  ["aide-facultative-ccas", "Maryse PELLEGRIN", 9],
  ["accueil-de-loisirs", "Élodie CHAUVET", 8],
  ["stationnement-resident", "Hugo BRÉMOND", 6],
  ["restauration-scolaire", "Noémie LE GOFF", 6],
  ["apa", "Lucette ESTÈVE", 5],
  ["transport-solidaire", "Karim BENSAÏD", 3],
  ["restauration-scolaire", "Anne-Sophie RICARD", 2],
  ["accueil-en-creche", "Malo GUÉGUEN", 2],
  ["restauration-scolaire", "Fatoumata KEÏTA", 1],
] as const;

async function fillInbox({ inside }: Scene): Promise<void> {
  for (const [procedure, applicant, daysAgo] of NEIGHBOURS)
    await inside.send({ procedure, applicant, daysAgo });
}

/** One heading per chapter, one sentence and one picture per page. */
function pageList(): string {
  const chapters = [...new Set(PICTURES.map(({ chapter }) => chapter))];
  const show = ({ file, sentence }: Picture) => `${sentence}\n\n![${sentence}](images/pages/${file}.webp)`;
  return [
    "# The pages",
    "Taken by `npm run screenshots` in Chromium from the demo, its citizens and its agents.",
    ...chapters.flatMap((chapter) => [
      `## ${chapter}`,
      ...PICTURES.filter((picture) => picture.chapter === chapter).map(show),
    ]),
  ]
    .join("\n\n")
    .concat("\n");
}

await mkdir(`${DOCS}/images/pages`, { recursive: true });
const browser = await startChromium();
try {
  await walkEverything(browser);
} finally {
  await browser.close();
}
const missing = PICTURES.filter(({ file }) => !taken.has(file)).map(({ file }) => file);
if (missing.length > 0) throw new Error(`No walk comes by: ${missing.join(", ")}`);
await writeFile(`${DOCS}/pages.md`, pageList());
process.exit(0);
