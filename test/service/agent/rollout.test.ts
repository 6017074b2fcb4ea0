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

  describe("for those who steer", () => {
    const STEERING = `${PATH}/pilotage`;
    /** Two are late: one carried by an éditeur, one by nobody. */
    async function campaign(options: DeskOptions) {
      const desk = await stage.open(options);
      const { onboarding } = desk;
      await onboarding.savePartners([{ slug: "aiga", kind: "vendor", name: "Aiga", certified: true }]);
      const told = (territory: string, milestone: string, at: string, evidence = {}) =>
        onboarding.tell({ territory, milestone, at, source: "agent", evidence });
      await told("213105554", "vendor", "2021-01-04", { vendor: "aiga" });
      await told("213300635", "habilitation-api-particulier", "2020-01-04");
      return desk;
    }

    it("names what holds back, who waits, for how long and whose turn it is, and what is about to break", async () => {
      const desk = await campaign(asAdministrator);
      const { page } = await desk.login("agent", STEERING);
      expect(page.status).toBe(200);
      expect(page.text).toContain(
        "L’échéance du 31 décembre 2022 est passée sans que l’objectif soit atteint.",
      );
      expect(page.text).toContain("Ce qui retient le plus : « ");
      expect(page.$("figure.chart svg[role='img']").length).toBe(2);
      const rows = page.$("caption:contains('Qui attend')").closest("table").find("tbody tr").toArray();
      const cells = rows.map((row) => page.$(row).text().replace(/\s+/g, " "));
      expect(cells[0]).toMatch(/^Bordeaux33—Appariement c’est à API Particulier d’agir.*2020/);
      expect(cells[1]).toMatch(/^Toulouse31AigaDélibération c’est à la collectivité d’agir/);
      const alerts = page.$("caption:contains('la lettre')").closest("table").text();
      expect(alerts).toContain("Aiga1—");
      expect(alerts).toMatch(/Sans opérateur1Bordeaux\s: le jeton API Particulier a expiré/);
    });

    it("can be narrowed to a stage, an operator or a département; what cannot be read is left out", async () => {
      const desk = await campaign(asAdministrator);
      const { visitor } = await desk.login("agent", STEERING);
      const names = async (query: string) => {
        const { $ } = await visitor.get(`${desk.url}${STEERING}?${query}`);
        return $("caption:contains('Qui attend') ~ tbody th a")
          .toArray()
          .map((link) => $(link).text());
      };
      expect(await names("etape=pairing")).toEqual(["Bordeaux"]);
      expect(await names("operateur=aiga")).toEqual(["Toulouse"]);
      expect(await names("departement=31")).toEqual(["Toulouse"]);
      expect(await names("etape=rien&operateur[]=x&departement=")).toEqual(["Bordeaux", "Toulouse"]);
      expect(await names("operateur=personne")).toEqual([]);
    });

    it("stays closed to an agent who instructs", async () => {
      const desk = await campaign({});
      const { visitor, page } = await desk.login("agent", PATH);
      expect(page.$(`a[href="${STEERING}"]`).length).toBe(0);
      const refused = await visitor.get(desk.url + STEERING);
      expect(refused.status).toBe(403);
      expect(refused.text).toContain("Elle s’ouvre aux administrateurs");
      expect(refused.text).not.toContain("Toulouse");
    });
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
