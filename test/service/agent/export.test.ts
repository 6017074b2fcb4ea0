import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { agentStage } from "../../support/agent-desk.ts";

describe("the export of a list", () => {
  const stage = agentStage();

  it("asks why before a name leaves the portal", async () => {
    const desk = await stage.open();
    await desk.send({ applicant: "Zoé Ñuñez" });
    const { visitor, page } = await desk.login();
    const form = await visitor.click(page, "Exporter cette liste");
    expect(form.text).toContain("1 dossier");
    const refused = await visitor.submit(form, "Télécharger");
    expect(refused.status).toBe(422);
    expect(refused.$("title").text()).toMatch(/^Erreur\s: /);
    expect(refused.text).toContain("Choisissez pourquoi");
    expect(refused.text).not.toContain("Ñuñez");
  });

  it("sends a file that a French spreadsheet opens as it is", async () => {
    const desk = await stage.open();
    const { number } = await desk.send({ applicant: 'Zoé "Zo"; Ñuñez' });
    const { visitor, page } = await desk.login();
    const form = await visitor.click(page, "Exporter cette liste");
    const file = await visitor.submit(form, "Télécharger", { raison: "suivi" });
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toMatch(
      /attachment; filename="?dossiers-a-traiter-\d{4}-\d\d-\d\d\.csv/,
    );
    expect(file.headers.get("cache-control")).toBe("no-store");
    expect(parse(file.html, { delimiter: ";", bom: true, columns: true })).toMatchObject([
      { Numéro: number, Demandeur: 'Zoé "Zo"; Ñuñez', Démarche: "Restauration scolaire", État: "Nouveau" },
    ]);
  });

  it.each(["=1+1", "+33", "-2", "@SUM(A1)", "\tx"])(
    "lets no name run as a formula: %j",
    async (applicant) => {
      const desk = await stage.open();
      await desk.send({ applicant });
      const { visitor, page } = await desk.login();
      const form = await visitor.click(page, "Exporter cette liste");
      const file = await visitor.submit(form, "Télécharger", { raison: "suivi" });
      const [row] = parse(file.html, { delimiter: ";", bom: true, columns: true }) as Record<
        string,
        string
      >[];
      expect(row?.Demandeur).toBe(`'${applicant}`);
    },
  );

  it("holds the whole of the filtered list and nothing else", async () => {
    const desk = await stage.open();
    for (let index = 0; index < 120; index += 1) await desk.send();
    await desk.send({ procedure: "stationnement-resident" });
    await desk.send({ collectivite: desk.other });
    const { visitor } = await desk.login();
    const form = await visitor.get(`${desk.url}/agent/export?demarche=restauration-scolaire`);
    const file = await visitor.submit(form, "Télécharger", { raison: "facturation" });
    expect(parse(file.html, { delimiter: ";", bom: true, columns: true })).toHaveLength(120);
  });

  it("is written into the journal with its purpose and its size, before it is sent", async () => {
    const desk = await stage.open();
    await desk.send();
    await desk.send();
    const { visitor, page } = await desk.login();
    const form = await visitor.click(page, "Exporter cette liste");
    await visitor.submit(form, "Télécharger", { raison: "commission" });
    const [entry] = await desk.dossiers.journal.page({ collectivite: desk.collectivite.id });
    expect(entry).toMatchObject({
      action: "exported",
      count: 2,
      purpose: expect.stringContaining("commission"),
    });
  });

  it("sends nothing when the journal cannot be written", async () => {
    const desk = await stage.open({
      dossiers: (dossiers) => ({
        ...dossiers,
        journal: {
          ...dossiers.journal,
          record: (entry) =>
            entry.action === "exported"
              ? Promise.reject(new Error("disk full"))
              : dossiers.journal.record(entry),
        },
      }),
    });
    await desk.send({ applicant: "Zoé Ñuñez" });
    const { visitor, page } = await desk.login();
    const form = await visitor.click(page, "Exporter cette liste");
    const answer = await visitor.submit(form, "Télécharger", { raison: "suivi" });
    expect(answer.status).toBe(500);
    expect(answer.html).not.toContain("Ñuñez");
  });

  it("refuses a download without the session's CSRF token", async () => {
    const desk = await stage.open();
    const { visitor } = await desk.login();
    expect((await visitor.post(`${desk.url}/agent/export`, { raison: "suivi" })).status).toBe(403);
  });
});
