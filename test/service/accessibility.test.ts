import { readFileSync } from "node:fs";
import * as cheerio from "cheerio";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ACCESSIBILITY,
  type AccessibilityResults,
  conformityOf,
  readResults,
} from "../../src/service/accessibility.ts";
import { AccessibilityPage } from "../../src/service/citizen/pages/accessibility.tsx";
import type { Frame } from "../../src/service/frame.ts";
import { AUDITED_PAGES, type AuditedPage, auditedStates, auditorAt, goTo } from "../support/audited-pages.ts";
import { auditPage, axeCriteria, axeName } from "../support/axe-audit.ts";
import { chromiumAvailable, startChromium, WIDTHS, windowOf } from "../support/chromium.ts";
import { Visitor } from "../support/visitor.ts";
import { startWholePortal, type WholePortal } from "../support/whole-portal.ts";

const AGAIN = "run `npm run accessibility` again";
const fold = (text: string) => text.replace(/\s+/g, " ").trim();

/** What the statement itself says that was tested. */
const testedIn = ($: cheerio.CheerioAPI): readonly string[] =>
  $(".tested > li")
    .toArray()
    .map((item) => fold($(item).text()));

const saidOf = ({ pages }: Pick<AccessibilityResults, "pages">): readonly string[] =>
  pages.map(({ name, address, states }) => fold(`${name} ${address} : ${states.join(", ")}`));

describe("the file of results", () => {
  it("names the pages that the tests go through, in their states, and no other", () => {
    expect(ACCESSIBILITY.pages, AGAIN).toEqual(auditedStates());
  });

  it("was written by the tool installed here, at the widths tested", () => {
    expect([ACCESSIBILITY.tool, ACCESSIBILITY.widths], AGAIN).toEqual([axeName(), [...WIDTHS]]);
    expect(ACCESSIBILITY.toolCriteria, AGAIN).toEqual(axeCriteria());
    expect(axeCriteria()).toEqual(expect.arrayContaining([...ACCESSIBILITY.criteria]));
    expect(ACCESSIBILITY.criteria.length).toBeGreaterThan(10);
  });

  it("is refused where it is not what the statement needs", () => {
    const file = readFileSync("src/service/assets/accessibility.json", "utf8");
    expect(readResults(file)).toEqual(ACCESSIBILITY);
    for (const [good, bad] of [
      ['"tool"', '"outil"'],
      [ACCESSIBILITY.date, "hier"],
      ['"criteria": [', '"criteria": ["tous", '],
    ] as const)
      expect(() => readResults(file.replace(good, bad))).toThrow();
  });
});

describe("what may be claimed", () => {
  it.each([
    [undefined, "non conforme"],
    [0, "non conforme"],
    [49.9, "non conforme"],
    [50, "partiellement conforme"],
    [99.9, "partiellement conforme"],
    [100, "totalement conforme"],
  ])("after an audit of %s %%: %s", (rate, conformity) => {
    const audit = rate === undefined ? undefined : { date: "2026-11-01", by: "un cabinet", rate };
    expect(conformityOf(audit)).toBe(conformity);
  });
});

describe("the statement", () => {
  const frame: Frame = {
    collectivite: { name: "Val-de-Sorgue", contact: { email: "acces@exemple.fr" } },
    assets: { stylesheet: "/a.css", theme: "/t.css", icon: "/i.svg", fonts: [] },
    path: "/accessibilite",
    sandbox: false,
  };
  const statementOf = (results: AccessibilityResults) =>
    cheerio.load(renderToString(h(AccessibilityPage, { frame, results })));

  it("names every defect that the tool found, with its criteria and its pages", () => {
    const violations = [
      { rule: "label", help: "Chaque champ a une étiquette", criteria: ["11.1"], pages: ["Accueil", "Aide"] },
    ];
    const $ = statementOf({ ...ACCESSIBILITY, violations });
    expect(fold($(".violations").text())).toBe(
      "Chaque champ a une étiquette (critères 11.1) : Accueil, Aide",
    );
    expect(fold($("main").text())).toContain("Défauts trouvés par l’outil : 1.");
  });

  it("says what an audit found, where there was one, and nothing of the sort where there was none", () => {
    const audit = { date: "2026-10-01", by: "un cabinet", rate: 72.5 };
    const words = fold(statementOf({ ...ACCESSIBILITY, audit })("main").text());
    expect(words).toContain("est partiellement conforme");
    expect(words).toContain(
      "L’audit du 1 octobre 2026, par un cabinet, a trouvé 72,5 % des critères respectés.",
    );
    const { audit: _, ...unaudited } = ACCESSIBILITY;
    const without = fold(statementOf(unaudited)("main").text());
    expect(without).toContain("est non conforme");
    expect(without).toContain("n’a pas encore fait l’objet d’un audit");
    expect(without).not.toMatch(/(totalement|partiellement) conforme/);
  });
});

describe("the portal", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  it("publishes the statement in the mandatory format, with the file's pages and figures", async () => {
    const { $, text } = await new Visitor().get(`${portal.url}/accessibilite`);
    expect(
      $("main h2")
        .toArray()
        .map((title) => fold($(title).text())),
    ).toEqual([
      "État de conformité",
      "Résultats des tests",
      "Contenus non accessibles",
      "Établissement de cette déclaration",
      "Retour d’information et contact",
      "Voies de recours",
    ]);
    expect(testedIn($)).toEqual(saidOf(ACCESSIBILITY));
    const { pages, toolCriteria, criteria, violations, tool, browser } = ACCESSIBILITY;
    const states = pages.reduce((sum, page) => sum + page.states.length, 0);
    for (const said of [
      `${toolCriteria.length} des 106 critères`,
      `${criteria.length} d’entre eux`,
      criteria.join(", "),
      `${pages.length} pages ont été testées, dans ${states} états. Défauts trouvés par l’outil : ${violations.length}.`,
      `avec ${tool}.`,
      browser,
      "Libre réponse 71120",
      "une réponse sous une semaine",
    ])
      expect(text).toContain(said);
  });

  it("says on its home page and on the agents' what the statement says", async () => {
    const visitor = new Visitor();
    for (const path of ["/", "/agent"]) {
      const { text } = await visitor.get(portal.url + path);
      expect([path, text.match(/Accessibilité : \S+ ?conforme/)?.[0]]).toEqual([
        path,
        `Accessibilité : ${conformityOf(ACCESSIBILITY.audit)}`,
      ]);
    }
  });

  it.skipIf(!chromiumAvailable())(
    "has on its own statement no defect that the statement does not name",
    async () => {
      const browser = await startChromium();
      const auditor = await auditorAt(portal.url, "famille", () => browser.newContext(windowOf(WIDTHS[0])));
      const row = AUDITED_PAGES.find(({ address }) => address === "/accessibilite") as AuditedPage;
      const { criteria, violations } = await auditPage(await goTo(auditor, row));
      const named = ACCESSIBILITY.violations.filter(({ pages }) => pages.includes(row.name));
      expect(violations.map(({ rule }) => rule)).toEqual(named.map(({ rule }) => rule));
      expect(ACCESSIBILITY.criteria, AGAIN).toEqual(expect.arrayContaining([...criteria]));
      await browser.close();
    },
  );
});
