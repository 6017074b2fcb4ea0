import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROCEDURES } from "../../../src/procedures/index.ts";
import { type Page, Visitor } from "../../support/visitor.ts";
import {
  ADDED_CHILD,
  ADDRESS,
  ANSWERS,
  begin,
  forgetSession,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

const STATIC = [
  "/",
  "/connexion",
  "/aide",
  "/accessibilite",
  "/mentions-legales",
  "/donnees-personnelles",
  "/plan-du-site",
  ...PROCEDURES.map(({ slug }) => `/demarches/${slug}`),
];
const EVERYTHING = { ...ANSWERS, ...ADDRESS, ...ADDED_CHILD };

const validator = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "long-title": "off" } });
const problemsIn = async ({ url, html }: Page): Promise<readonly string[]> => {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${url} ${ruleId} (${line}:${column}): ${message}`),
  );
};

describe("the citizen's pages", () => {
  let portal: WholePortal;
  const pages: Page[] = [];
  beforeAll(async () => {
    portal = await startWholePortal();
    const passer = new Visitor();
    for (const path of [...STATIC, "/rien"]) pages.push(await passer.get(portal.url + path));
    const byHand = await passer.get(`${portal.url}/demarches/restauration-scolaire/sans-franceconnect`);
    pages.push(byHand, await passer.submit(byHand, "Enregistrer et continuer"));

    const { visitor, page } = await begin(portal, "restauration-scolaire");
    pages.push(page);
    let step = page;
    for (const until of [/etape\/vous/, /etape\/foyer/, /etape\/enfants/, /etape\/repas/]) {
      step = await walk(visitor, step, EVERYTHING, until);
      pages.push(step);
    }
    pages.push(await visitor.submit(step, "Vérifier"));
    const check = await walk(visitor, step, EVERYTHING, /verification/);
    const sent = await visitor.submit(check, "Envoyer la demande");
    pages.push(check, sent, await visitor.click(sent, "Voir mon dossier"), await visitor.get(check.url));
    pages.push(await visitor.get(`${portal.url}/mes-dossiers`));
    const car = await visitor.get(`${portal.url}/demarches/stationnement-resident/formulaire`);
    pages.push(car, await visitor.get(`${portal.url}/mes-donnees`));
    const lost = await walk(visitor, car, EVERYTHING, /etape\/plaque/);
    await forgetSession(visitor);
    pages.push(await visitor.submit(lost, "Enregistrer et continuer"));
  });
  afterAll(() => portal.close());

  it("are valid HTML, whatever their state", async () => {
    const problems = await Promise.all(pages.map(problemsIn));
    expect(problems.flat()).toEqual([]);
  });

  it("have one title of their own, one h1, the commune's name, French, and no script or style of their own", () => {
    for (const { url, html, $ } of pages) {
      expect([url, $("h1").length, $("html").attr("lang")]).toEqual([url, 1, "fr"]);
      expect($("title").text()).toMatch(/^.+ — Val-de-Sorgue$/);
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/i);
      expect([url, $("a[href='']").length]).toEqual([url, 0]);
    }
    const errors = pages.filter(({ status }) => status === 422);
    expect(errors.length).toBe(2);
    for (const { $ } of errors) {
      expect($("title").text()).toMatch(/^Erreur\s: /);
      for (const link of $(".error-summary a").toArray()) {
        const id = String($(link).attr("href")).slice(1);
        expect([id, $(`[id="${id}"]`).length]).toEqual([id, 1]);
      }
    }
  });

  it("are spaced as French is: nothing breaks before « : ; ? ! » or inside guillemets", () => {
    for (const { url, $ } of pages) {
      const words = $("body").clone();
      words.find("textarea, option").remove();
      expect([url, / [:;!?»]|« /.exec(words.text().replaceAll("\n", ""))?.[0]]).toEqual([url, undefined]);
    }
  });

  it("lead nowhere but to pages that exist", async () => {
    const visitor = new Visitor();
    const links = new Set(
      pages
        .filter(({ url }) => STATIC.includes(new URL(url).pathname))
        .flatMap(({ $ }) =>
          $("a[href^='/']")
            .toArray()
            .map((link) => String($(link).attr("href")).split("#")[0]),
        ),
    );
    for (const path of links) {
      if (path?.startsWith("/auth/")) continue;
      expect([path, (await visitor.get(portal.url + path)).status]).toEqual([path, 200]);
    }
  });

  it("carry a strict policy, are kept by no cache, tell other sites nothing", () => {
    for (const { url, headers } of pages) {
      const policy = String(headers.get("content-security-policy"));
      expect([url, policy.includes("unsafe"), headers.get("x-powered-by")]).toEqual([url, false, null]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("script-src");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("say which level, what is read from whom and why, and what remains to be typed", async () => {
    const visitor = new Visitor();
    const home = await visitor.get(portal.url);
    for (const { title } of PROCEDURES) expect(home.text).toContain(title.replaceAll("'", "’"));
    const page = await visitor.click(home, "Restauration scolaire");
    expect(page.text).toContain("FranceConnect, ou sans");
    expect(page.text).toContain("La CAF ou la MSA");
    expect(page.text).toContain("L114-8");
    expect(page.text).toContain("Ce qu’il vous restera à saisir");
    expect(page.text).toContain("Le tarif");
  });

  it("show one citizen's session nothing of anybody's before a login", async () => {
    const visitor = new Visitor();
    for (const path of ["/mes-dossiers", "/mes-donnees"]) {
      const page = await visitor.get(portal.url + path);
      expect(page.url).toMatch(/connexion$/);
      expect(page.headers.getSetCookie()).toEqual([]);
    }
  });
});
