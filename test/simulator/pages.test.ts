import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PERSONAS, type Simulator, type SimulatorClient } from "../../src/simulator/index.ts";
import { authorizeUrl, clientNamed, logIn, startOnFreePorts } from "../support/simulator.ts";
import { SimulatorBrowser, textOf, type Visit } from "../support/simulator-browser.ts";

describe("FranceConnect's pages", () => {
  let simulator: Simulator;
  let client: SimulatorClient;
  let issuer: string;
  let ahead = 0;

  beforeAll(async () => {
    simulator = await startOnFreePorts({ now: () => new Date(Date.now() + ahead * 1000) });
    issuer = simulator.franceconnect.issuer;
    client = clientNamed(simulator.franceconnect.clients, "Démarches de la commune");
  });
  afterAll(() => simulator.close());

  async function personas(browser: SimulatorBrowser, url = authorizeUrl(issuer, client)): Promise<Visit> {
    return browser.click(await browser.visit(url), "idp-fip1-low");
  }

  it("say on every page that nothing is real", async () => {
    const browser = new SimulatorBrowser();
    const choice = await browser.visit(authorizeUrl(issuer, client));
    const list = await browser.click(choice, "idp-fip1-low");
    const information = await browser.submit(list, "personas", { persona: "test" });
    for (const page of [choice, list, information, await browser.visit(`${issuer}/nowhere`)]) {
      expect(page.body).toContain("<strong>Simulateur</strong> — aucune donnée réelle");
      expect(page.body).not.toMatch(/marianne|dsfr|<style|\son\w+=/i);
      expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    }
  });

  it("serve their stylesheet as a file", async () => {
    const response = await fetch(new URL("/__simulator/assets/simulator.css", issuer));
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
  });

  it("list several identity providers, each with its level", async () => {
    const { body } = await new SimulatorBrowser().visit(authorizeUrl(issuer, client));
    expect(body.match(/data-testid="idp-/g)?.length).toBeGreaterThanOrEqual(3);
    for (const level of ["eidas1", "eidas2", "eidas3"]) expect(body).toContain(level);
  });

  it("say of each persona what is special", async () => {
    const { body } = await personas(new SimulatorBrowser());
    for (const persona of PERSONAS.filter(({ platforms }) => platforms === undefined)) {
      expect(body).toContain(`data-testid="persona-${persona.id}"`);
    }
  });

  it("list the data before they are given", async () => {
    const browser = new SimulatorBrowser();
    const list = await personas(
      browser,
      authorizeUrl(issuer, client, { scope: "openid identite_pivot cnaf_enfants" }),
    );
    const { body } = await browser.submit(list, "personas", { persona: "test" });
    for (const label of [
      "Nom de naissance",
      "Date de naissance",
      "CAF et MSA",
      "Continuer sur Démarches de la commune",
    ]) {
      expect(body).toContain(label);
    }
  });

  it("say that nothing is given for openid alone", async () => {
    const browser = new SimulatorBrowser();
    const list = await personas(browser, authorizeUrl(issuer, client, { scope: "openid" }));
    expect((await browser.submit(list, "personas", { persona: "test" })).body).toContain(
      'data-testid="anonymous"',
    );
  });

  it("ask a private service's citizen for consent, and insist", async () => {
    const browser = new SimulatorBrowser();
    const shop = clientNamed(simulator.franceconnect.clients, "Service privé avec consentement");
    const information = await browser.submit(
      await personas(browser, authorizeUrl(issuer, shop)),
      "personas",
      {
        persona: "test",
      },
    );
    const refused = await browser.submit(information, "information");
    expect(refused.body).toContain('id="consent"');
    const accepted = await browser.submit(information, "information", { consent: "yes" });
    expect(new URL(accepted.url).searchParams.has("code")).toBe(true);
  });

  it("send access_denied back when the citizen goes back from the choice page", async () => {
    const browser = new SimulatorBrowser();
    const { url } = await browser.click(await browser.visit(authorizeUrl(issuer, client)), "back-to-service");
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      error: "access_denied",
      error_description: "User auth aborted",
      state: "s".repeat(64),
      iss: issuer,
    });
  });

  it("keep a cancel at the identity provider to themselves: the choice page again", async () => {
    const browser = new SimulatorBrowser();
    const page = await browser.click(await personas(browser), "cancel");
    expect(page.body).toContain('data-testid="identity-providers"');
  });

  it.each(PERSONAS.filter(({ error }) => error !== undefined).map(({ id, error }) => [id, error]))(
    "stop %s on %s",
    async (id, error) => {
      const browser = new SimulatorBrowser();
      const page = await browser.submit(await personas(browser), "personas", { persona: String(id) });
      expect(textOf(page, "error-code")).toBe(error);
      expect(textOf(page, "error-id")).toMatch(/^[0-9a-f-]{36}$/);
      const { url } = await browser.click(page, "back-to-service");
      expect(new URL(url).searchParams.get("error")).toMatch(
        /^(access_denied|server_error|temporarily_unavailable)$/,
      );
    },
  );

  it("refuse a form without the session's token", async () => {
    const browser = new SimulatorBrowser();
    const page = await browser.submit(await personas(browser), "personas", { persona: "test", _csrf: "x" });
    expect([page.status, textOf(page, "error-code")]).toEqual([403, "Y470001"]);
  });

  it("show Y190001 to a browser that did not start the login", async () => {
    const page = await personas(new SimulatorBrowser());
    const other = await new SimulatorBrowser().visit(page.url);
    expect([other.status, textOf(other, "error-code")]).toEqual([401, "Y190001"]);
  });

  it("show Y190001 when the window stayed open for half an hour", async () => {
    const browser = new SimulatorBrowser();
    const page = await personas(browser);
    ahead = 1801;
    const late = await browser.submit(page, "personas", { persona: "test" });
    ahead = 0;
    expect(textOf(late, "error-code")).toBe("Y190001");
  });
});

describe("single sign-on", () => {
  let simulator: Simulator;
  let client: SimulatorClient;
  let ahead = 0;

  beforeAll(async () => {
    simulator = await startOnFreePorts({ now: () => new Date(Date.now() + ahead * 1000) });
    client = clientNamed(simulator.franceconnect.clients, "Démarches de la commune");
  });
  afterAll(() => simulator.close());

  it("takes the next service straight to « Continuer sur », even with prompt=login", async () => {
    const { issuer, clients } = simulator.franceconnect;
    const browser = new SimulatorBrowser();
    await logIn(browser, authorizeUrl(issuer, client), { provider: "fip1-low", persona: "famille" });
    const next = await browser.visit(
      authorizeUrl(issuer, clientNamed(clients, "Service en RS256"), { prompt: "login" }),
    );
    expect(next.body).toContain('data-testid="continue"');
  });

  it("slides on FranceConnect and ends after half an hour without a visit", async () => {
    const { issuer } = simulator.franceconnect;
    const browser = new SimulatorBrowser();
    await logIn(browser, authorizeUrl(issuer, client), { provider: "fip1-low" });
    ahead = 1700;
    expect((await browser.visit(authorizeUrl(issuer, client))).body).toContain('data-testid="continue"');
    ahead = 3400;
    expect((await browser.visit(authorizeUrl(issuer, client))).body).toContain('data-testid="continue"');
    ahead = 3400 + 1801;
    expect((await browser.visit(authorizeUrl(issuer, client))).body).toContain(
      'data-testid="identity-providers"',
    );
    ahead = 0;
  });

  it("serves eidas2 but never eidas3 on FranceConnect+, and lasts ten minutes from the first visit", async () => {
    const { issuer, clients } = simulator.franceconnectPlus;
    const plus = clientNamed(clients, "Démarches de la commune");
    const browser = new SimulatorBrowser();
    const url = (acr_values: string): string => authorizeUrl(issuer, plus, { acr_values });
    await logIn(browser, url("eidas3"), { provider: "fip5-high" });
    expect((await browser.visit(url("eidas2"))).body).toContain('data-testid="continue"');
    expect((await browser.visit(url("eidas3"))).body).toContain('data-testid="identity-providers"');
    ahead = 601;
    expect((await browser.visit(url("eidas2"))).body).toContain('data-testid="identity-providers"');
    ahead = 0;
  });
});
