import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AgentDesk, agentStage, type DeskOptions } from "../../support/agent-desk.ts";

/** One line that is known, and one that carries markup. */
async function importFile({ onboarding }: AgentDesk): Promise<void> {
  const path = join(await mkdtemp(join(tmpdir(), "passerelle-rollout-")), "own.csv");
  await writeFile(path, "siren;jalon;date\n213300635;contact;2022-01-01\n213300635;<b>fini</b>;2022-01-01\n");
  await onboarding.importOwnCsv({ path });
}

describe("the agents' page of the roll-out", () => {
  const stage = agentStage();
  const asAdministrator: DeskOptions = { roleOf: () => "administrateur" };
  const PATH = "/agent/deploiement";

  it("lets an administrator record a step of their own collectivité, with what proves it", async () => {
    const desk = await stage.open(asAdministrator);
    const { visitor, page } = await desk.login("agent", PATH);
    const after = await visitor.submit(page, "Ajouter à l’histoire", {
      etape: "deliberation",
      jour: "03/02/2022",
      preuve: "D-2022/12",
    });
    expect(after.status).toBe(200);
    expect(after.$("table").first().text()).toContain("D-2022/12");
    expect(after.$("table").first().text()).toMatch(/constaté par \S+ \S+/);
    const corrected = await visitor.submit(after, "Ajouter à l’histoire", {
      etape: "deliberation",
      jour: "04/02/2022",
      corrige: String(after.$("#corrige option").last().attr("value")),
    });
    expect(corrected.text).toContain("Délibération (correction)");
  });

  it("says beside the field what is wrong, and keeps what was typed", async () => {
    const desk = await stage.open(asAdministrator);
    const { visitor, page } = await desk.login("agent", PATH);
    const wrong = await visitor.submit(page, "Ajouter à l’histoire", {
      etape: "production",
      jour: "bientôt",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.$("title").text()).toMatch(/^Erreur/);
    expect(wrong.$("#jour-erreur").text()).toContain("Écrivez un jour passé");
    expect(wrong.$("#jour").attr("value")).toBe("bientôt");
    expect(wrong.$("#etape option[selected]").attr("value")).toBe("production");
  });

  it("shows an administrator what the last imports did, and why a line could not be used", async () => {
    const desk = await stage.open(asAdministrator);
    const { visitor, page } = await desk.login("agent", PATH);
    expect(page.text).toContain("Aucun fichier n’a encore été importé.");
    await importFile(desk);
    const after = await visitor.get(desk.url + PATH);
    const table = after.$("caption:contains('Les derniers fichiers importés')").closest("table");
    expect(table.find("th[scope='row']").text()).toContain("Fichier du programme");
    expect(table.find("li").text()).toMatch(/Ligne 3\s:\s«\s<b>fini<\/b>\s» n’est pas un jalon connu/);
    expect(table.find("b").length).toBe(0);
  });

  it("shows the imports to no other agent", async () => {
    const desk = await stage.open();
    await importFile(desk);
    const { page } = await desk.login("agent", PATH);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/fichiers? .*importé/i);
  });

  it("shows the form to no other agent, and refuses what they post", async () => {
    const desk = await stage.open();
    const { visitor, page } = await desk.login("agent", PATH);
    expect(page.$("form.form").length).toBe(0);
    const token = String(page.$('input[name="_csrf"]').attr("value"));
    const posted = await visitor.post(desk.url + PATH, {
      _csrf: token,
      etape: "production",
      jour: "01/01/2022",
    });
    expect(posted.status).toBe(403);
    expect(posted.text).not.toContain("Production (");
    expect(posted.$("caption").text()).not.toContain("Ce qui a été constaté");
  });

  it("takes nothing without the session's token", async () => {
    const desk = await stage.open(asAdministrator);
    const { visitor } = await desk.login("agent", PATH);
    const posted = await visitor.post(desk.url + PATH, { etape: "production", jour: "01/01/2022" });
    expect(posted.status).toBe(403);
  });
});
