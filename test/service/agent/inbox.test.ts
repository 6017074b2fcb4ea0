import { describe, expect, it } from "vitest";
import { DossierError } from "../../../src/dossiers/index.ts";
import { agentStage } from "../../support/agent-desk.ts";
import type { Page } from "../../support/visitor.ts";

const numbersOn = (page: Page): readonly string[] =>
  page
    .$("tbody .row-number")
    .toArray()
    .map((link) => page.$(link).text().trim());

describe("the agents' inbox", () => {
  const stage = agentStage();

  it("says that nothing waits when nothing waits", async () => {
    const desk = await stage.open();
    const { page } = await desk.login();
    expect(page.text).toContain("Rien n’attend");
    expect(page.text).toContain("Aucun dossier ici");
    expect(page.$("table")).toHaveLength(0);
  });

  it("lists what is to be treated, the oldest first, and says how long it has waited", async () => {
    const desk = await stage.open();
    const first = await desk.send({ applicant: "Zoé Ñuñez", daysAgo: 12 });
    const second = await desk.send({ procedure: "stationnement-resident" });
    const { page } = await desk.login();
    expect(numbersOn(page)).toEqual([first.number, second.number]);
    expect(page.text).toContain("2 dossiers à traiter, le plus ancien attend depuis 12 jours");
    expect(page.text).toContain("Zoé Ñuñez");
  });

  it("is a table that says what it holds: caption, headers with a scope, the order in words", async () => {
    const desk = await stage.open();
    await desk.send();
    const { page } = await desk.login();
    expect(page.$("table caption").text()).toContain("À traiter");
    expect(
      page
        .$("thead th")
        .toArray()
        .every((th) => page.$(th).attr("scope") === "col"),
    ).toBe(true);
    expect(page.$("tbody th").attr("scope")).toBe("row");
    expect(page.$("th[aria-sort]").attr("aria-sort")).toBe("ascending");
  });

  it("turns the order round", async () => {
    const desk = await stage.open();
    const first = await desk.send({ daysAgo: 1 });
    const second = await desk.send();
    const { visitor, page } = await desk.login();
    const turned = await visitor.click(page, "Reçu le");
    expect(numbersOn(turned)).toEqual([second.number, first.number]);
    expect(turned.$("th[aria-sort]").attr("aria-sort")).toBe("descending");
  });

  it("filters by state, with the count of each", async () => {
    const desk = await stage.open();
    const { id, number } = await desk.send();
    await desk.send();
    await desk.dossiers.decide({
      collectivite: desk.collectivite.id,
      id,
      expectedRevision: 1,
      decision: { type: "accepted" },
      agent: { sub: "a" },
    });
    const { visitor, page } = await desk.login();
    expect(page.$(".views").text().replace(/\s+/g, " ")).toContain("À traiter 1");
    const accepted = await visitor.click(page, "Acceptés");
    expect(numbersOn(accepted)).toEqual([number]);
    expect(accepted.$(".views [aria-current=page]").text()).toContain("Acceptés");
  });

  it("filters by procedure", async () => {
    const desk = await stage.open();
    await desk.send();
    const { number } = await desk.send({ procedure: "stationnement-resident" });
    const { visitor, page } = await desk.login();
    const filtered = await visitor.submit(page, "Filtrer", { demarche: "stationnement-resident" });
    expect(numbersOn(filtered)).toEqual([number]);
  });

  it("finds a number however it was typed, and whatever the dossier's state", async () => {
    const desk = await stage.open();
    const { id, number } = await desk.send();
    await desk.send();
    await desk.dossiers.decide({
      collectivite: desk.collectivite.id,
      id,
      expectedRevision: 1,
      decision: { type: "closed", reason: "En double" },
      agent: { sub: "a" },
    });
    const { visitor, page } = await desk.login();
    const found = await visitor.submit(page, "Chercher", { numero: ` ${number.toLowerCase()} ` });
    expect(numbersOn(found)).toEqual([number]);
    const nothing = await visitor.submit(found, "Chercher", { numero: "2026-RS-XXXXXX" });
    expect(nothing.text).toContain("Aucun dossier ne porte ce numéro");
  });

  it("never finds anybody by name", async () => {
    const desk = await stage.open();
    await desk.send({ applicant: "Zoé Ñuñez" });
    const { visitor, page } = await desk.login();
    expect(numbersOn(await visitor.submit(page, "Chercher", { numero: "Ñuñez" }))).toEqual([]);
  });

  it("goes from page to page and back to the beginning", async () => {
    const desk = await stage.open();
    for (let index = 0; index < 27; index += 1) await desk.send();
    const { visitor, page } = await desk.login();
    const second = await visitor.click(page, "Dossiers suivants");
    expect(numbersOn(page)).toHaveLength(25);
    expect(numbersOn(second)).toHaveLength(2);
    expect(numbersOn(page)).not.toContain(numbersOn(second)[0]);
    expect(numbersOn(await visitor.click(second, "Revenir au début"))).toEqual(numbersOn(page));
  });

  it("takes no address for an error", async () => {
    const desk = await stage.open();
    const { number } = await desk.send();
    const { visitor } = await desk.login();
    const odd = "vue=rien&demarche=%00&ordre[]=x&apres=%F0%9F&apres=2&numero=&vue=nouveaux";
    const page = await visitor.get(`${desk.url}/agent?${odd}`);
    expect(page.status).toBe(200);
    expect(numbersOn(page)).toEqual([number]);
  });

  it("shows nothing of another collectivité", async () => {
    const desk = await stage.open();
    const { number } = await desk.send({ collectivite: desk.other });
    const { visitor, page } = await desk.login();
    expect(page.text).not.toContain(number);
    expect((await visitor.submit(page, "Chercher", { numero: number })).text).toContain(
      "Aucun dossier ne porte",
    );
  });

  it("is written into the journal with its purpose before it is shown", async () => {
    const desk = await stage.open();
    await desk.send();
    await desk.login();
    const [entry] = await desk.dossiers.journal.page({ collectivite: desk.collectivite.id });
    expect(entry).toMatchObject({ action: "listed", actor: "agent", count: 1, purpose: expect.any(String) });
  });

  it("shows nobody when the journal cannot be written", async () => {
    const desk = await stage.open({
      dossiers: (dossiers) => ({
        ...dossiers,
        journal: {
          ...dossiers.journal,
          record: () => Promise.reject(new DossierError("dossier_changed", "the journal is closed")),
        },
      }),
    });
    await desk.send({ applicant: "Zoé Ñuñez" });
    const { page } = await desk.login();
    expect(page.status).toBe(409);
    expect(page.text).not.toContain("Ñuñez");
  });

  it("writes a citizen's name as text, whatever it holds", async () => {
    const desk = await stage.open();
    await desk.send({ applicant: '<img src=x onerror="alert(1)">' });
    const { page } = await desk.login();
    expect(page.$("tbody img")).toHaveLength(0);
    expect(page.$("tbody td").first().text()).toContain("<img src=x");
  });
});
