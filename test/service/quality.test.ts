import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { INDICATORS } from "../../src/dossiers/index.ts";
import { PROCEDURES } from "../../src/procedures/index.ts";
import { rowsOf } from "../../src/service/quality/dataset.ts";
import { agentStage } from "../support/agent-desk.ts";
import { Visitor } from "../support/visitor.ts";

describe("the public page of quality", () => {
  const stage = agentStage();

  it("says each indicator of each procedure, and since when it counts, that it still moves", async () => {
    const desk = await stage.open();
    const page = await new Visitor().get(`${desk.url}/qualite`);
    expect(page.status).toBe(200);
    expect(page.$("table.indicators").length).toBe(PROCEDURES.length);
    expect(page.$("table.indicators").first().find("tbody tr").length).toBe(INDICATORS.length);
    expect(page.text).toMatch(/Trimestre en cours : ces chiffres sont provisoires.* Comptés depuis le \d+/);
    expect(page.text).toContain("Non mesuré");
    expect(page.headers.getSetCookie()).toEqual([]);
  });

  it("does not exist for a quarter that does not", async () => {
    const desk = await stage.open();
    for (const path of [
      "?trimestre=1999-Q1",
      "?trimestre=",
      "?trimestre=a&trimestre=b",
      "/donnees/rien.csv",
      "/x",
    ])
      expect([path, (await new Visitor().get(`${desk.url}/qualite${path}`)).status]).toEqual([path, 404]);
  });

  it("gives the same as CSV and as JSON, in the columns of its schema", async () => {
    const desk = await stage.open();
    const file = async (kind: string) =>
      (await fetch(`${desk.url}/qualite/donnees/indicateurs.${kind}`)).text();
    const { fields } = JSON.parse(await file("schema.json")) as { fields: { name: string }[] };
    const names = fields.map(({ name }) => name);
    const csv = parse(await file("csv"), { columns: true, bom: true }) as Record<string, string>[];
    const { rows } = JSON.parse(await file("json")) as { rows: Record<string, unknown>[] };
    expect(csv).toHaveLength(PROCEDURES.length * INDICATORS.length);
    expect(Object.keys(csv[0] ?? {})).toEqual(names);
    expect(
      csv.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ""))),
    ).toEqual(
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
      ),
    );
  });
});

describe("what is published", () => {
  it("is no figure that rests on too few opinions: neither the mark, nor how many they are", () => {
    const indicators = [
      { slug: "satisfaction", value: "10 sur 10", figure: 10, base: 3, goalReached: true, published: false },
      { slug: "usage", value: "80 %", figure: 80, base: 10, published: true },
    ];
    const common = {
      quarter: "2026-Q4",
      method: "1",
      procedure: "x",
      title: "X",
      version: "1",
      countedSince: "",
    };
    const [hidden, told] = rowsOf([{ ...common, indicators }]);
    expect(hidden).toMatchObject({ valeur: "Trop peu d’avis" });
    expect(JSON.stringify(hidden)).not.toMatch(/chiffre|base|objectif_atteint|10|:3/);
    expect(told).toMatchObject({ valeur: "80 %", chiffre: 80, base: 10 });
  });
});
