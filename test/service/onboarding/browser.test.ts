import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallRegistry } from "../../onboarding/support.ts";
import {
  accessibilityProblems,
  chromiumAvailable,
  startChromium,
  WIDTHS,
  windowOf,
} from "../../support/chromium.ts";
import { openRollout, type Rollout } from "../../support/rollout.ts";

/** Two collectivités a week have gone into production: a curve with something to show. */
async function busyRollout(): Promise<Rollout> {
  const rollout = await openRollout("2022-06-01T10:00:00Z");
  await smallRegistry(rollout.store);
  const { onboarding, store } = rollout;
  const numbers = Array.from({ length: 250 }, (_, index) => index);
  for (let from = 0; from < 250; from += 50) {
    await store.db
      .insertInto("onboarding_territories")
      .values(
        numbers.slice(from, from + 50).map((index) => ({
          code: `commune:T${index}`,
          kind: "commune",
          name: `Commune ${index}`,
          stratum: "commune-moins-3500",
          departement: "33",
          siren: null,
          region: null,
          population: 900,
          vendor: null,
          opsn: null,
          stage: null,
          stage_at: null,
        })),
      )
      .execute();
  }
  await onboarding.savePartners([
    { slug: "entrouvert", kind: "vendor", name: "Entr’ouvert", certified: true },
    { slug: "numerique-33", kind: "opsn", name: "Numérique 33", certified: false },
  ]);
  const day = (index: number, first: string) =>
    new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10);
  for (const index of numbers) {
    const tell = (milestone: string, at: string, evidence = {}) =>
      onboarding.tell({ territory: `commune:T${index}`, milestone, at, source: "agent", evidence });
    await tell("vendor", day(index % 90, "2021-09-01"), { vendor: "entrouvert", opsn: "numerique-33" });
    if (index % 4 !== 0) await tell("habilitation-franceconnect", day(index % 70, "2021-12-20"));
    if (index % 3 !== 0) await tell("production", day(index % 60, "2022-03-15"));
  }
  await onboarding.tell({ territory: "213300635", milestone: "contact", at: "2022-05-02", source: "agent" });
  return rollout;
}

describe.skipIf(!chromiumAvailable())("the pages of the roll-out in Chromium", () => {
  let browser: Browser;
  let empty: Rollout;
  let busy: Rollout;
  beforeAll(async () => {
    [browser, empty, busy] = await Promise.all([
      startChromium(),
      openRollout("2026-11-20T10:00:00Z"),
      busyRollout(),
    ]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await Promise.all([empty?.close(), busy?.close()]);
  });

  it.each(WIDTHS)(
    "have no accessibility violation, empty, filled and at a loss, at %i px",
    async (width) => {
      const context = await browser.newContext(windowOf(width));
      const page = await context.newPage();
      const PAGES = [
        [empty, "", "empty"],
        [busy, "", "busy"],
        [busy, "/collectivites?q=bord", "found"],
        [busy, "/collectivites?q=nowhere", "nobody"],
        [busy, "/collectivites/commune:T1", "way"],
        [busy, "/collectivites/213300635", "begun"],
        [busy, "/donnees", "data"],
        [busy, "/nothing", "not-found"],
      ] as const;
      for (const [rollout, path, name] of PAGES) {
        await page.goto(`${rollout.url}/deploiement${path}`);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        if (process.env.SCREENSHOTS)
          await page.screenshot({
            path: `${process.env.SCREENSHOTS}/rollout-${name}-${width}.png`,
            fullPage: true,
          });
        expect([name, await accessibilityProblems(page)]).toEqual([name, []]);
      }
      await context.close();
    },
    60_000,
  );

  it("print black on white, with the figures of the curve open", async () => {
    const context = await browser.newContext(windowOf(800));
    const page = await context.newPage();
    await page.goto(`${busy.url}/deploiement`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("figure.curve table").isVisible()).toBe(true);
    expect(await page.locator(".pace").evaluate((node) => getComputedStyle(node).color)).toBe("rgb(0, 0, 0)");
    await context.close();
  });
});
