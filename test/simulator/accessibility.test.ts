import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator } from "../../src/simulator/index.ts";
import {
  accessibilityProblems,
  chromiumAvailable,
  startChromium,
  WIDTHS,
  windowOf,
} from "../support/chromium.ts";
import { authorizeUrl, clientNamed, startOnFreePorts } from "../support/simulator.ts";

describe.runIf(chromiumAvailable()).each(WIDTHS)("the simulated pages at %i pixels", (width) => {
  let browser: Browser;
  let page: Page;
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startOnFreePorts();
    browser = await startChromium();
    page = await browser.newPage(windowOf(width));
  });
  afterAll(async () => {
    await browser?.close();
    await simulator?.close();
  });

  const agentUrl = (): string => {
    const { issuer, clients } = simulator.proconnect;
    const client = clientNamed(clients, "Espace des agents");
    return authorizeUrl(issuer, client, { scope: "openid siret", acr_values: undefined });
  };

  it("of FranceConnect have no accessibility problem: choice, personas, information, consent, error", async () => {
    const { issuer, clients } = simulator.franceconnect;
    const url = authorizeUrl(issuer, clientNamed(clients, "Service privé avec consentement"), {
      scope: "openid identite_pivot email cnaf_quotient_familial cnaf_enfants",
    });
    await page.goto(url);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByTestId("idp-fip1-low").click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByTestId("persona-nom_50+_caractères").click();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.getByLabel(/J’accepte/).isVisible()).toBe(true);
    await page.goto(url);
    await page.getByTestId("idp-fip2-low").click();
    await page.getByTestId("persona-E010008").click();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it("of FranceConnect+ have none either, with the choice of a level", async () => {
    const { issuer, clients } = simulator.franceconnectPlus;
    await page.goto(
      authorizeUrl(issuer, clientNamed(clients, "Démarches de la commune"), { acr_values: "eidas3" }),
    );
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByTestId("idp-fip1-high").click();
    expect(await page.getByLabel(/Niveau/).inputValue()).toBe("eidas3");
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it("of ProConnect have none: agents, the free form, organisations", async () => {
    await page.goto(agentUrl());
    await page.getByText("Décrire un autre agent").click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByTestId("agent-agent_plusieurs_organisations").click();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it("can be walked with the keyboard alone", async () => {
    await page.goto(agentUrl());
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe(
      "agent-agent",
    );
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline).toBe("solid");
  });
});
