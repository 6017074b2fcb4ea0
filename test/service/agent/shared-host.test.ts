import { describe, expect, it } from "vitest";
import { type AgentDesk, agentStage } from "../../support/agent-desk.ts";
import type { Page, Visitor } from "../../support/visitor.ts";

const BASE = "/c/autre-commune/agent";

/** Every address that a page leads to. */
const addressesOf = ({ $ }: Page): readonly string[] =>
  $("a[href], form[action], link[href]")
    .toArray()
    .map((element) => $(element).attr("href") ?? $(element).attr("action") ?? "");

/** What of them belongs to another desk of the same host. */
const strayingFrom = (page: Page): readonly string[] =>
  addressesOf(page).filter((address) => address.startsWith("/agent") && address !== "/agent/auth/logout");

async function enter(desk: AgentDesk, path = BASE): Promise<{ visitor: Visitor; page: Page }> {
  return desk.login("agent_autre_commune", path);
}

describe("a desk among several on one host", () => {
  const stage = agentStage();

  it("opens at /c/<slug>/agent to the agents of that collectivité, in its name", async () => {
    const desk = await stage.open();
    const { page } = await enter(desk);
    expect(page.status).toBe(200);
    expect(page.url).toBe(desk.url + BASE);
    expect(page.text).toContain("Autre commune");
  });

  it("has links, forms and redirects of its own on every page", async () => {
    const desk = await stage.open();
    const { id, number } = await desk.send({ collectivite: desk.other });
    const { visitor, page: inbox } = await enter(desk);
    expect(inbox.text).toContain(number);
    const pages = [inbox];
    for (const path of [
      `/dossiers/${id}`,
      `/dossiers/${id}/decision/refus`,
      `/dossiers/${id}/decision/correction`,
      "/export",
      "/journal",
      "/journal?verifier=oui&avant=2",
      "/statistiques",
      "/deploiement",
      "/dossiers/unknown",
      "/nowhere",
      "/?vue=classes&demarche=restauration-scolaire",
      "/?numero=2026-RS-222222",
    ]) {
      pages.push(await visitor.get(desk.url + BASE + path));
    }
    for (const page of pages) expect(strayingFrom(page), page.url).toEqual([]);
    const taken = await visitor.submit(pages[1] as Page, "Prendre en charge");
    expect(taken.url).toBe(`${desk.url}${BASE}/dossiers/${id}?fait=2`);
    const late = await visitor.submit(pages[2] as Page, "Refuser la demande", { motif: "Hors commune." });
    expect(late.status).toBe(409);
    expect(strayingFrom(late)).toEqual([]);
    const found = await visitor.submit(inbox, "Chercher", { numero: number });
    expect(found.url).toContain(`${BASE}?`);
    expect(found.text).toContain(number);
  });

  it("marks where the agent stands in the menu", async () => {
    const desk = await stage.open();
    const { visitor, page } = await enter(desk);
    const current = (one: Page) => one.$("nav [aria-current=page]").first().text();
    expect(current(page)).toBe("Dossiers");
    expect(current(await visitor.get(`${desk.url}${BASE}/journal`))).toBe("Journal");
  });

  it("wears its collectivité's colours", async () => {
    const desk = await stage.open();
    const { visitor, page } = await enter(desk);
    const theme = page.$("link[rel=stylesheet]").first().attr("href") as string;
    expect(theme).toBe("/c/autre-commune/theme.css");
    expect((await visitor.get(desk.url + theme)).status).toBe(200);
    expect((await visitor.get(desk.url + String(page.$("link[rel=icon]").attr("href")))).status).toBe(200);
  });

  it("brings the agent back to the page they asked for, and to its own door after logging out", async () => {
    const desk = await stage.open();
    const { id, number } = await desk.send({ collectivite: desk.other });
    const { visitor, page } = await enter(desk, `${BASE}/dossiers/${id}`);
    expect(page.url).toBe(`${desk.url}${BASE}/dossiers/${id}`);
    expect(page.text).toContain(number);
    let after = await visitor.submit(page, "Se déconnecter");
    while (!after.url.startsWith(desk.url)) after = await visitor.submit(after, "");
    expect(after.url).toBe(desk.url + BASE);
    expect(after.text).toContain("S’identifier avec ProConnect");
  });

  it("refuses the agents of its neighbours, at the login and afterwards", async () => {
    const desk = await stage.open();
    const { id } = await desk.send({ collectivite: desk.other });
    const refused = await desk.login("agent", BASE);
    expect(refused.page.status).toBe(403);
    expect(refused.page.text).toContain("réservé aux agents de Autre commune");
    expect(strayingFrom(refused.page)).toEqual([]);
    const { visitor } = await desk.login("agent");
    const page = await visitor.get(`${desk.url}${BASE}/dossiers/${id}`);
    expect(page.status).toBe(403);
    expect(strayingFrom(page)).toEqual([]);
    expect((await visitor.get(`${desk.url}/agent/dossiers/${id}`)).status).toBe(404);
  });

  it("is not found where no collectivité has that name", async () => {
    const desk = await stage.open();
    const { visitor } = await enter(desk);
    expect((await visitor.get(`${desk.url}/c/nulle-part/agent`)).status).toBe(404);
  });
});
