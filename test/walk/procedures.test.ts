import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROCEDURES } from "../../src/procedures/index.ts";
import { identifyAgent, lookOnce, openWindow } from "../support/browser-walk.ts";
import { chromiumAvailable, startChromium, WIDTHS } from "../support/chromium.ts";
import { startWholePortal, type WholePortal } from "../support/whole-portal.ts";
import { PROCEDURE_WALKS } from "./procedures.ts";
import { decideOn, enterProcedure, fillForm, sendForm, wordsOf } from "./ways.ts";

const [DESK, TELEPHONE] = WIDTHS;
/** The first of them on a telephone, citizen and agent alike. */
const WALKS = PROCEDURE_WALKS.map((walk, index) => ({
  walk,
  width: index === 0 ? TELEPHONE : DESK,
  ...walk,
}));

it("every procedure that is shipped is walked", () => {
  expect(PROCEDURE_WALKS.map(({ slug }) => slug)).toEqual(PROCEDURES.map(({ slug }) => slug));
});

describe.skipIf(!chromiumAvailable())(
  "from the first page to the decision and back",
  { timeout: 120_000 },
  () => {
    const look = lookOnce();
    let browser: Browser;
    let portal: WholePortal;
    let agent: Page;
    beforeAll(async () => {
      [browser, portal] = await Promise.all([startChromium(), startWholePortal()]);
      agent = await openWindow(browser);
      await identifyAgent(agent, `${portal.url}/agent`);
    });
    afterAll(async () => {
      await browser?.close();
      await portal?.close();
    });

    it.each(WALKS)(
      "$slug is filed by $persona and decided at $width px, every page clean in every state",
      async ({ walk, width }) => {
        const page = await openWindow(browser, width);
        await agent.setViewportSize({ width, height: 900 });
        await enterProcedure(page, portal.url, walk, look);
        await fillForm(page, walk, look);
        const number = await sendForm(page, walk, look);
        await decideOn(agent, portal.url, number, walk, look);
        await page.getByRole("link", { name: "Voir mon dossier" }).click();
        await look(page, `dossier-${walk.decision.outcome}`);
        const words = await wordsOf(page);
        expect(words).toContain(walk.decision.outcome);
        expect(words).toContain(walk.decision.reason ?? "");
        expect(words).toContain("Un agent a consulté votre dossier");
        await page.context().close();
      },
    );
  },
);
