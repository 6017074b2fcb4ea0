import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallRegistry } from "../../onboarding/support.ts";
import { openRollout, type Rollout } from "../../support/rollout.ts";
import { Visitor } from "../../support/visitor.ts";

describe("the public pages of the roll-out", () => {
  let rollout: Rollout;
  const visitor = new Visitor();
  const get = (path: string) => visitor.get(`${rollout.url}/deploiement${path}`);
  beforeAll(async () => {
    rollout = await openRollout("2022-03-01T10:00:00Z");
    await smallRegistry(rollout.store);
    const { onboarding } = rollout;
    await onboarding.savePartners([{ slug: "evil", kind: "vendor", name: "=1+1", certified: false }]);
    const told = (territory: string, milestone: string, at: string, evidence = {}) =>
      onboarding.tell({ territory, milestone, at, source: "agent", evidence });
    await told("213300635", "vendor", "2021-10-20", { vendor: "evil" });
    await told("213300635", "production", "2022-01-10", { note: "vu avec Mme MARTIN" });
    await told("213105554", "contact", "2021-06-01");
  });
  afterAll(() => rollout.close());

  it("say where the campaign stands, what exactly is counted, and when the target will be met", async () => {
    const { status, text } = await get("?campagne=pre-remplissage-2022");
    expect(status).toBe(200);
    expect(text).toContain("281 collectivités, pour un objectif de 1 000 le 31 décembre 2022");
    expect(text).toContain("280 collectivités utilisent ces outils pour faire du pré-remplissage");
    expect(text).toContain("Au rythme observé, l’objectif ne sera pas atteint le 31 décembre 2022.");
    expect(text).toContain("À ce rythme, l’objectif n’est pas en vue avant dix ans.");
  });

  it("say the date at which the target will be met, and between which days eight times out of ten", async () => {
    const next = {
      id: "petite",
      name: "Petite campagne",
      definition: "Deux collectivités en production",
      source: "Essai",
      milestone: "production",
      start: "2022-01-01",
      baseline: 0,
      target: 2,
      deadline: "2022-12-31",
    };
    await rollout.onboarding.addCampaign(next);
    const { text } = await get("?campagne=petite");
    expect(text).toMatch(/1 collectivités?, pour un objectif de 2/);
    expect(text).toMatch(/sera atteint vers le .+ ; huit fois sur dix, entre le \d.+ et (le \d|au-delà)/);
    expect((await get("?campagne=pre-remplissage-2022")).text).toContain("Petite campagne");
  });

  it("draw the curve, and give its figures in a table", async () => {
    const { $ } = await get("?campagne=pre-remplissage-2022");
    const curve = $("figure[aria-labelledby='courbe-titre']");
    expect(curve.find("> svg path.actual").attr("d")).toMatch(/^M[\d.,L]+$/);
    const rows = curve.find("table tbody tr");
    expect(rows.first().text()).toContain("8 octobre 2021");
    expect(rows.last().text()).toContain("31 décembre 2022");
  });

  it("draw each chart for a desk and for a telephone, named and described, with its table", async () => {
    const { $ } = await get("?campagne=pre-remplissage-2022");
    const charts = $("figure.chart").toArray();
    expect(charts.map((chart) => $(chart).attr("aria-labelledby"))).toEqual([
      "courbe-titre",
      "entonnoir-titre",
      "delais-titre",
      "attentes-titre",
      "strates-titre",
      "editeurs-titre",
      "departements-titre",
      "echelles-titre",
    ]);
    for (const chart of charts) {
      const drawings = $(chart).children("svg").toArray();
      expect(drawings.map((drawing) => $(drawing).attr("role"))).toEqual(["img", "img"]);
      for (const drawing of drawings) {
        const named = String($(drawing).attr("aria-labelledby")).split(" ");
        expect(named.map((id) => $(`[id="${id}"]`).text().length > 10)).toEqual([true, true]);
      }
      expect($(chart).find("details table tbody tr").length).toBeGreaterThan(0);
    }
    expect(new Set($("[id]").map((_, node) => $(node).attr("id"))).size).toBe($("[id]").length);
  });

  it("draw the same figures as the tables give", async () => {
    const { $ } = await get("?campagne=pre-remplissage-2022");
    const chart = (id: string) => $(`figure[aria-labelledby='${id}-titre']`);
    const plain = (text: string) => text.replace(/\s/g, " ");
    const bars = chart("strates").find("svg.chart-wide g");
    const rows = chart("strates").find("tbody tr").toArray();
    expect(bars.length).toBe(rows.length);
    rows.forEach((row, index) => {
      const [reached, of, part] = $(row)
        .find("td")
        .toArray()
        .map((cell) => $(cell).text());
      expect(plain(bars.eq(index).text())).toBe(
        plain(`${$(row).find("th").text()}${part} (${reached} sur ${of})`),
      );
    });
    const widths = bars.toArray().map((bar) => Number($(bar).find("rect").attr("width") ?? 0));
    const shares = rows.map((row) => {
      const [reached = 0, of = 1] = $(row)
        .find("td")
        .toArray()
        .map((cell) => Number($(cell).text()));
      return reached / of;
    });
    expect(widths.indexOf(Math.max(...widths))).toBe(shares.indexOf(Math.max(...shares)));
    expect(chart("delais").find("svg.chart-wide").text()).toContain("82 jours");
    expect(chart("delais").find("table").text()).toContain("7 jours ouvrés");
  });

  it("tell the parts of a bar apart without colour: each has its pattern, and the legend shows it", async () => {
    const { $ } = await get("?campagne=pre-remplissage-2022");
    const waits = $("figure[aria-labelledby='attentes-titre']");
    const keys = waits
      .find(".chart-legend rect.box")
      .toArray()
      .map((key) => String($(key).attr("fill")));
    expect(keys.map((fill) => fill.split("-").at(-1))).toEqual(["light)", "hatched)", "dense)", "full)"]);
    for (const fill of keys) expect($(`[id="${fill.slice(5, -1)}"] rect`).length).toBeGreaterThan(0);
  });

  it("name the bottleneck and whose turn it is", async () => {
    const { text } = await get("");
    expect(text).toContain("Ce qui retient le plus : « Éditeur choisi ». 1 sur 1 y attendent");
    expect(text).toContain("C’est à la collectivité d’agir");
  });

  it("show the aims of 2021 beside today's scales", async () => {
    const { $ } = await get("");
    const rows = $("#qualite").closest("section").find("tbody tr").toArray();
    const cells = rows.map((row) => $(row).text().replace(/\s/g, " "));
    expect(cells[0]).toMatch(/71 %80 %Plus de 8 sur 10/);
    expect(cells[1]).toMatch(/12 %80 %/);
    expect(cells[2]).toContain("250 démarches");
  });

  it("carry no inline style or script, so that the strictest policy holds", async () => {
    for (const path of ["", "/donnees", "/collectivites?q=b", "/collectivites/commune:33063"]) {
      const { $ } = await get(path);
      expect([path, $("[style], style, script, [onclick]").length]).toEqual([path, 0]);
    }
  });

  it("show a collectivité's way, its next step and who has to move, but not the evidence", async () => {
    const { status, text } = await get("/collectivites/213300635");
    expect(status).toBe(200);
    expect(text).toContain("Accueillir une première connexion d’usager : c’est au portail d’agir");
    expect(text).toContain("Dernière étape franchie il y a 50 jours, plus que d’habitude (30 jours)");
    expect(text).toContain("Ne semble pas éligible à ce fonds");
    expect(text).not.toContain("MARTIN");
  });

  it("find a collectivité by its name, and go straight to the only one", async () => {
    const many = await get("/collectivites?q=bord");
    expect(many.text).toContain("Bordeaux Métropole");
    const only = await get("/collectivites?q=213%20105%20554");
    expect(only.url).toContain("/collectivites/commune:31555");
    const nobody = await get("/collectivites?q=%3Cscript%3E");
    expect(nobody.status).toBe(200);
    expect(nobody.$("script").length).toBe(0);
    expect(nobody.text).toContain("Aucune collectivité ne répond à « <script> ».");
  });

  it("answer an unknown collectivité, campaign or file with a French 404, and a POST with 405", async () => {
    for (const path of ["/collectivites/999999999", "?campagne=nothing", "/donnees/secret.csv", "/rien"]) {
      const { status, $ } = await get(path);
      expect([path, status, $("html").attr("lang")]).toEqual([path, 404, "fr"]);
    }
    const response = await fetch(`${rollout.url}/deploiement`, { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("do not break over a parameter that comes twice", async () => {
    expect((await get("/collectivites?q=a&q=b")).status).toBe(200);
    expect((await get("?campagne[x]=1")).status).toBe(200);
  });
});

describe("the open data", () => {
  let rollout: Rollout;
  const get = async (file: string) => fetch(`${rollout.url}/deploiement/donnees/${file}`);
  beforeAll(async () => {
    rollout = await openRollout("2022-07-01T10:00:00Z");
    await smallRegistry(rollout.store);
    await rollout.onboarding.savePartners([{ slug: "evil", kind: "vendor", name: "=1+1", certified: false }]);
    await rollout.onboarding.tell({
      territory: "213300635",
      milestone: "vendor",
      source: "agent",
      evidence: { vendor: "evil" },
    });
  });
  afterAll(() => rollout.close());

  it.each(["courbe", "etapes", "groupes", "trimestres"])(
    "« %s » is CSV and JSON, with exactly the columns of its schema",
    async (name) => {
      const schema = (await (await get(`${name}.schema.json`)).json()) as { fields: { name: string }[] };
      const columns = schema.fields.map((field) => field.name);
      const csv = await (await get(`${name}.csv`)).text();
      const [header, ...rows] = parse(csv, { bom: true }) as string[][];
      expect(header).toEqual(columns);
      const json = (await (await get(`${name}.json`)).json()) as { rows: object[] };
      expect(json.rows.length).toBe(rows.length);
      for (const row of json.rows) expect(columns).toEqual(expect.arrayContaining(Object.keys(row)));
    },
  );

  it("gives the closed quarters, and the same ones later", async () => {
    const before = (await (await get("trimestres.json")).json()) as { rows: { trimestre: string }[] };
    expect(before.rows.map(({ trimestre }) => trimestre)).toEqual(["2021-Q4", "2022-Q1", "2022-Q2"]);
    await rollout.onboarding.tell({
      territory: "213300635",
      milestone: "production",
      at: "2021-12-01",
      source: "agent",
    });
    const after = (await (await get("trimestres.json")).json()) as { rows: object[] };
    expect(after.rows).toEqual(before.rows);
  });

  it("carries no cell that a spreadsheet would execute", async () => {
    const cells = (parse(await (await get("groupes.csv")).text(), { bom: true }) as string[][]).flat();
    expect(cells).toContain("'=1+1");
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
  });
});
