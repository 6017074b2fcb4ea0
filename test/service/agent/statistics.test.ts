import { describe, expect, it } from "vitest";
import { agentStage } from "../../support/agent-desk.ts";

describe("the statistics", () => {
  const stage = agentStage();

  it("count by procedure and state, with the oldest that waits", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    await desk.send({ daysAgo: 9 });
    await desk.send({ procedure: "stationnement-resident" });
    await desk.send({ collectivite: desk.other });
    await desk.dossiers.decide({
      collectivite: desk.collectivite.id,
      id,
      expectedRevision: 1,
      decision: { type: "accepted" },
      agent: { sub: "a" },
    });
    const { visitor } = await desk.login();
    const page = await visitor.get(`${desk.url}/agent/statistiques`);
    const cells = (label: string) => {
      const row = page
        .$("tr")
        .toArray()
        .find((tr) => page.$(tr).find("th").first().text() === label);
      return row
        ? page
            .$(row)
            .find("td")
            .toArray()
            .map((td) => page.$(td).text())
        : [];
    };
    expect(cells("Restauration scolaire")).toEqual(["2", "1", "0", "1", "0", "0", "depuis 9 jours"]);
    expect(cells("Toutes les démarches").slice(0, 4)).toEqual(["3", "2", "0", "1"]);
    expect(page.text).toContain("3 dossiers conservés, dont 1 décidé.");
  });

  it("show nobody's data", async () => {
    const desk = await stage.open();
    const { number } = await desk.send({ applicant: "Zoé Ñuñez" });
    const { visitor } = await desk.login();
    const page = await visitor.get(`${desk.url}/agent/statistiques`);
    expect(page.text).not.toContain("Ñuñez");
    expect(page.text).not.toContain(number);
  });
});
