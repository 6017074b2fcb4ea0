import { describe, expect, it } from "vitest";
import type { FormState } from "../../../src/procedures/index.ts";
import { type AgentDesk, agentStage } from "../../support/agent-desk.ts";
import type { Page } from "../../support/visitor.ts";

const at = "2026-11-18T09:15:00.000Z";
const slug = "restauration-scolaire";
const corrected = (state: FormState): FormState => ({
  ...state,
  answers: {
    ...state.answers,
    adresse: { street: "14 rue des Tilleuls", postalCode: "84800", city: "Avignon" },
  },
  corrections: { adresse: { at } },
  contested: { "quotient-familial": { reason: "Mes revenus ont baissé.", at } },
});

const fold = (text: string) => text.replace(/\s+/g, " ").trim();

/** The cells of a row of the table with this caption, by the row's name. */
function cells({ $ }: Page, caption: string, row: string): readonly string[] {
  return $("table tbody tr")
    .filter((_, tr) => fold($(tr).closest("table").find("caption").text()) === caption)
    .filter((_, tr) => fold($(tr).find("th").text()) === row)
    .find("td")
    .toArray()
    .map((td) => fold($(td).text()));
}

async function opine(desk: AgentDesk, dossier: string, text: string): Promise<void> {
  const { quality } = desk.dossiers;
  const place = { collectivite: desk.collectivite.id, procedure: slug };
  const ticket = String(await quality.ticketFor({ collectivite: place.collectivite, dossier }));
  await quality.giveOpinion({ ...place, ticket, opinion: { satisfaction: "good", help: [], text } });
}

describe("the statistics of use", () => {
  const stage = agentStage();

  it("count what was filled, corrected and contested, by source, and the documents spared", async () => {
    const desk = await stage.open();
    await desk.send({ change: corrected });
    await desk.send();
    await desk.send({ collectivite: desk.other, change: corrected });
    const { visitor } = await desk.login();
    const page = await visitor.get(`${desk.url}/agent/statistiques`);
    const [sent, entered, fields, filled, corrections, contested, spared] = cells(
      page,
      "Ce que contenaient les demandes envoyées",
      "Restauration scolaire",
    );
    expect([sent, entered, spared]).toEqual(["2", "0", "2"]);
    expect(Number(fields)).toBeGreaterThan(20);
    const number = (cell: string | undefined) => Number(cell?.split(" ")[0]);
    expect([number(corrections), number(contested)]).toEqual([1, 1]);
    const caf = cells(
      page,
      "D’où viennent les informations pré-remplies, et ce que les usagers en disent",
      "CAF",
    );
    expect(number(caf[1])).toBe(1);
    expect(number(caf[0])).toBeLessThan(number(filled));
    expect(page.text).toMatch(/compté depuis le \d+/);
  });

  it("count what is abandoned, by the furthest step, in the order of the form", async () => {
    const desk = await stage.open();
    const { drafts } = desk.dossiers;
    for (const [index, completed] of [
      ["vous"],
      ["vous", "foyer"],
      [],
      ["vous"],
      ["ancienne-etape"],
    ].entries()) {
      const owner = { platform: "session", sub: `visitor-${index}` } as const;
      const initial = {
        procedure: slug,
        version: "1",
        sources: {},
        answers: {},
        corrections: {},
        contested: {},
        completed,
      };
      const place = { collectivite: desk.collectivite.id, procedure: slug, owner, initial };
      const { id } = await drafts.open(place);
      await drafts.remove({ collectivite: desk.collectivite.id, owners: [owner], id });
    }
    const { visitor } = await desk.login();
    const page = await visitor.get(`${desk.url}/agent/statistiques`);
    const caption = "Restauration scolaire : la dernière étape enregistrée";
    const table = page.$("caption:contains('la dernière étape enregistrée')").parent();
    expect(
      table
        .find("tbody th")
        .toArray()
        .map((th) => page.$(th).text()),
    ).toEqual(["Aucune étape enregistrée", "Vous", "Votre foyer", "ancienne-etape"]);
    expect(cells(page, caption, "Vous")).toEqual(["2", "0"]);
    expect(cells(page, "Ce que deviennent les formulaires commencés", "Restauration scolaire")).toEqual([
      "5",
      "0 (0 %)",
      "0",
      "5 (100 %)",
    ]);
  });

  it("count the calls to API Particulier that failed", async () => {
    const desk = await stage.open();
    for (const outcome of ["received", "not_found", "unavailable", "unavailable"]) {
      await desk.dossiers.journal.record({
        collectivite: desk.collectivite.id,
        actor: { kind: "system" },
        action: "fetched",
        procedure: slug,
        call: { route: "quotient-familial", outcome },
      });
    }
    const { visitor } = await desk.login();
    const page = await visitor.get(`${desk.url}/agent/statistiques`);
    expect(cells(page, "Réponses, par route", "quotient-familial")).toEqual([
      "4",
      "1 (25 %)",
      "1 (25 %)",
      "2 (50 %)",
    ]);
  });
});

describe("the agents' page of quality", () => {
  const stage = agentStage();

  it("shows what was written, after the reading is in the journal, to this collectivité alone", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    await opine(desk, id, "Parfait <b>vraiment</b>.");
    const { visitor } = await desk.login();
    const page = await visitor.get(`${desk.url}/agent/qualite`);
    expect(page.$(".opinion-text").text()).toBe("Parfait <b>vraiment</b>.");
    expect(page.html).not.toContain(id);
    const [last] = await desk.dossiers.journal.page({ collectivite: desk.collectivite.id, limit: 1 });
    expect(last).toMatchObject({ action: "listed", purpose: "Lire les avis des usagers", count: 1 });
  });

  it("shows agents a mark that is not published, and says so; the public page does not show it", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    await opine(desk, id, "Parfait.");
    const { visitor } = await desk.login();
    const inside = await visitor.get(`${desk.url}/agent/qualite`);
    expect(cells(inside, "Restauration scolaire", "Satisfaction des usagers")[0]).toContain(
      "10 sur 10 (Très bien), sur 1 réponse — non publié",
    );
    const outside = await visitor.get(`${desk.url}/qualite`);
    expect(cells(outside, "Restauration scolaire", "Satisfaction des usagers")[0]).toBe("Trop peu d’avis");
    expect(outside.text).not.toContain("Parfait");
  });
});
