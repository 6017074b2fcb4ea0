import request from "supertest";
import { describe, expect, it } from "vitest";
import { agentStage, OTHER_SIRET, SIRET } from "../../support/agent-desk.ts";
import { Visitor } from "../../support/visitor.ts";

describe("the agents' door", () => {
  const stage = agentStage();

  it("shows a login page with the prescribed button, and nothing else", async () => {
    const desk = await stage.open();
    await desk.send();
    const page = await new Visitor().get(`${desk.url}/agent`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("S’identifier avec ProConnect");
    expect(page.text).toContain("Qu’est-ce que ProConnect ?");
    expect(page.text).toContain(SIRET);
    expect(page.text).not.toContain("DUBOIS");
    expect(page.headers.get("cache-control")).toBe("no-store");
  });

  it("opens no session for somebody who only looks at it", async () => {
    const desk = await stage.open();
    const page = await new Visitor().get(`${desk.url}/agent`);
    expect(page.headers.getSetCookie()).toEqual([]);
  });

  it("says so where ProConnect is not configured", async () => {
    const desk = await stage.open({ withoutProConnect: true });
    const page = await new Visitor().get(`${desk.url}/agent`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("n’est pas encore ouverte");
  });

  it("lets in an agent whose SIRET is the collectivité's, and says who they are", async () => {
    const desk = await stage.open();
    const { page } = await desk.login("agent");
    expect(page.status).toBe(200);
    expect(page.url).toBe(`${desk.url}/agent`);
    expect(page.text).toContain("Hélène Castaing (instructeur)");
  });

  it("keeps its session to itself: a citizen's page neither reads nor opens it", async () => {
    const desk = await stage.open();
    const { visitor } = await desk.login("agent");
    const [cookie] = (await visitor.jar.getCookies(desk.url)).filter(({ key }) => key === "passerelle-agent");
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "lax" });
    const home = await visitor.get(desk.url);
    expect(home.text).not.toContain("Castaing");
    expect(home.headers.getSetCookie()).toEqual([]);
    expect((await visitor.get(`${desk.url}/mes-dossiers`)).url).toBe(`${desk.url}/connexion`);
  });

  it("refuses another commune's agent with the reason and somebody to ask", async () => {
    const desk = await stage.open();
    const { visitor, page } = await desk.login("agent_autre_commune");
    expect(page.status).toBe(403);
    expect(page.text).toContain(OTHER_SIRET);
    expect(page.text).toContain(`réservé aux agents de Val-de-Sorgue (SIRET ${SIRET})`);
    expect(page.text).toContain("Pour demander un accès");
    expect((await visitor.get(`${desk.url}/agent`)).text).toContain("S’identifier avec ProConnect");
  });

  it.each(["entreprise_privee", "agent_siret_par_defaut"])("refuses %s", async (persona) => {
    const desk = await stage.open();
    expect((await desk.login(persona)).page.status).toBe(403);
  });

  it("lets in an agent without roles or with the lowest level: the SIRET decides, not they", async () => {
    const desk = await stage.open();
    expect((await desk.login("agent_sans_role")).page.status).toBe(200);
    expect((await desk.login("agent_eidas0")).page.status).toBe(200);
  });

  it("decides by the organisation chosen this time, not by the person", async () => {
    const desk = await stage.open();
    const choose = async (siret: string) => {
      const { visitor, page } = await desk.login("agent_plusieurs_organisations");
      const label = page.$(`button[value="${siret}"] strong`).text();
      return { visitor, page: await visitor.submit(page, label, { siret }) };
    };
    expect((await choose(SIRET)).page.status).toBe(200);
    expect((await choose(OTHER_SIRET)).page.status).toBe(403);
  });

  it("does not let a session of one collectivité open another's", async () => {
    const desk = await stage.open();
    const { visitor } = await desk.login("agent");
    const cookie = await visitor.jar.getCookieString(`${desk.url}/agent`);
    const ask = (host: string) => request(desk.url).get("/agent").set({ host, cookie });
    expect((await ask("localhost")).text).toContain("Dossiers");
    const other = await ask("autre.localhost").expect(403);
    expect(other.text).toContain("réservé aux agents de Autre commune");
  });

  it("brings the agent back to the page they asked for", async () => {
    const desk = await stage.open();
    const { id, number } = await desk.send();
    const asked = `/agent/dossiers/${id}`;
    const before = await new Visitor().get(desk.url + asked);
    expect(before.status).toBe(401);
    expect(before.text).not.toContain(number);
    const { page } = await desk.login("agent", asked);
    expect(page.url).toBe(desk.url + asked);
    expect(page.text).toContain(number);
  });

  it("refuses a form from somebody who is not logged in any more, and gives back what they typed", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor } = await desk.login();
    const form = await visitor.get(`${desk.url}/agent/dossiers/${id}/decision/refus`);
    await visitor.jar.removeAllCookies();
    const page = await visitor.submit(form, "Refuser la demande", { motif: "Hors commune." });
    expect(page.status).toBe(401);
    expect(page.text).toContain("rien n’a été enregistré");
    expect(page.$("textarea").text()).toBe("Hors commune.");
    expect(page.$(".pc-button").attr("href")).toContain(
      encodeURIComponent(`/agent/dossiers/${id}/decision/refus`),
    );
  });

  it("shows nothing that another site posted", async () => {
    const desk = await stage.open();
    const page = await new Visitor().post(
      `${desk.url}/agent/dossiers/x/decision/refus`,
      { motif: "Appelez ce numéro." },
      { origin: "https://ailleurs.example" },
    );
    expect(page.status).toBe(401);
    expect(page.text).not.toContain("Appelez");
  });

  it("ends the session and ProConnect's own", async () => {
    const desk = await stage.open();
    const { visitor, page } = await desk.login("agent");
    let after = await visitor.submit(page, "Se déconnecter");
    expect(after.url).toContain("/session/end");
    /** ProConnect's own pages follow each other by forms that a browser sends by itself. */
    while (!after.url.startsWith(desk.url)) after = await visitor.submit(after, "");
    expect(after.url).toBe(`${desk.url}/agent`);
    expect(after.text).toContain("S’identifier avec ProConnect");
  });
});
