import { describe, expect, it } from "vitest";
import { PROCEDURES } from "../../../src/procedures/index.ts";
import { agentStage } from "../../support/agent-desk.ts";

describe("the papers of the procedures", () => {
  const stage = agentStage();

  it("are listed for an agent, with what each procedure was declared with", async () => {
    const desk = await stage.open();
    const { visitor } = await desk.login();
    const inbox = await visitor.get(`${desk.url}/agent`);
    const page = await visitor.click(inbox, "Démarches et registre");
    expect(page.$("tbody tr")).toHaveLength(PROCEDURES.length);
    expect(page.text).toMatch(/Restauration scolaire version 2026-11-22/);
    expect(page.text).toMatch(/délibération n°.2026-041 du 18\/06\/2026/);
  });

  it.each([
    ["brouillon-datapass", /^# Brouillon DataPass.*Restauration scolaire/, "cnaf_quotient_familial"],
    ["fiche-de-registre", /^# Fiche de registre.*Restauration scolaire/, "Mesures de sécurité"],
  ])("are files to attach, with the name of the collectivité: %s", async (name, title, part) => {
    const desk = await stage.open();
    const { visitor } = await desk.login();
    const path = `${desk.url}/agent/demarches/restauration-scolaire/documents/${name}`;
    const file = await visitor.get(path);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-disposition")).toBe(
      `attachment; filename=${name}-restauration-scolaire.md`,
    );
    expect(file.html).toMatch(title);
    expect(file.html).toContain(part);
    expect(file.html).toContain(desk.collectivite.name);
  });

  it.each(["cantine/documents/fiche-de-registre", "apa/documents/rien", "apa/documents/toString"])(
    "are not found elsewhere: %s",
    async (path) => {
      const desk = await stage.open();
      const { visitor } = await desk.login();
      const page = await visitor.get(`${desk.url}/agent/demarches/${path}`);
      expect(page.status).toBe(404);
      expect(page.text).toContain("Aucun document ici");
    },
  );

  it("are shown to nobody who is not logged in", async () => {
    const desk = await stage.open();
    const { visitor } = await desk.login();
    visitor.jar.removeAllCookiesSync();
    const page = await visitor.get(
      `${desk.url}/agent/demarches/restauration-scolaire/documents/fiche-de-registre`,
    );
    expect(page.html).not.toContain("Fiche de registre");
  });
});
