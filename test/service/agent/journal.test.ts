import { describe, expect, it } from "vitest";
import { agentStage } from "../../support/agent-desk.ts";

describe("the journal of accesses", () => {
  const stage = agentStage();

  it("shows an instructing agent what they did themselves, with the purpose", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    await desk.login("agent_mfa", `/agent/dossiers/${id}`);
    const { visitor } = await desk.login("agent", `/agent/dossiers/${id}`);
    const page = await visitor.get(`${desk.url}/agent/journal`);
    const lines = page.$("tbody tr").toArray();
    expect(lines.map((line) => page.$(line).find("[data-label=Qui]").text())).toEqual(["vous", "vous"]);
    expect(page.text).toContain("Instruire la demande");
    expect(page.text).toContain("Contrôler les accès");
  });

  it("shows an administrator what everybody did", async () => {
    const desk = await stage.open({ roleOf: () => "administrateur" });
    const { id } = await desk.send();
    await desk.login("agent_mfa", `/agent/dossiers/${id}`);
    const { visitor, page } = await desk.login("agent");
    expect(page.text).toContain("(administrateur)");
    const journal = await visitor.get(`${desk.url}/agent/journal`);
    expect(journal.$("tbody tr").length).toBeGreaterThanOrEqual(4);
    expect(journal.text).toContain("L’usager");
    expect(journal.text).not.toContain("Dufau");
    expect(journal.text).not.toContain("DUBOIS");
  });

  it("is itself traced", async () => {
    const desk = await stage.open();
    const { visitor } = await desk.login();
    await visitor.get(`${desk.url}/agent/journal`);
    const [entry] = await desk.dossiers.journal.page({ collectivite: desk.collectivite.id });
    expect(entry).toMatchObject({ action: "listed", purpose: "Contrôler les accès" });
  });

  it("proves at a press that nobody has touched it", async () => {
    const desk = await stage.open();
    await desk.send();
    const { visitor } = await desk.login();
    const page = await visitor.click(
      await visitor.get(`${desk.url}/agent/journal`),
      "Vérifier que le journal est intact",
    );
    expect(page.text).toContain("Le journal est intact");
    expect(page.text).toMatch(/Empreinte de la ligne \d+/);
  });

  it("names the line where it was touched, and whom to tell", async () => {
    const desk = await stage.open({
      dossiers: (dossiers) => ({
        ...dossiers,
        journal: {
          ...dossiers.journal,
          verify: () => Promise.resolve({ intact: false, sequence: 7, problem: "altered" }),
        },
      }),
    });
    const { visitor } = await desk.login();
    const page = await visitor.get(`${desk.url}/agent/journal?verifier=oui`);
    expect(page.text).toContain("Le journal n’est pas intact");
    expect(page.text).toContain("À la ligne 7, une ligne a été modifiée");
  });

  it("goes back in time page by page", async () => {
    const desk = await stage.open();
    const { visitor } = await desk.login();
    for (let index = 0; index < 60; index += 1) {
      await desk.dossiers.journal.record({
        collectivite: desk.collectivite.id,
        actor: { kind: "system" },
        action: "expired",
      });
      if (index < 55) await visitor.get(`${desk.url}/agent`);
    }
    const page = await visitor.get(`${desk.url}/agent/journal`);
    expect(page.$("tbody tr")).toHaveLength(50);
    const older = await visitor.click(page, "Accès plus anciens");
    expect(older.$("tbody tr").length).toBeGreaterThan(0);
    expect(older.text).toContain("Revenir aux plus récents");
  });

  it.each(["x", "-1", "1.5", "99999999999999999999", ""])(
    "takes « avant=%s » for the first page",
    async (before) => {
      const desk = await stage.open();
      const { visitor } = await desk.login();
      expect((await visitor.get(`${desk.url}/agent/journal?avant=${before}`)).status).toBe(200);
    },
  );
});
