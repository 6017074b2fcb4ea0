import type { Element } from "domhandler";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ENGLISH } from "../../../src/service/language/english/index.ts";
import { type Page, Visitor } from "../../support/visitor.ts";
import { ANSWERS, identify, startWholePortal, type WholePortal } from "../../support/whole-portal.ts";

let portal: WholePortal;
beforeAll(async () => {
  portal = await startWholePortal();
}, 60_000);
afterAll(() => portal.close());

const FRENCH_WORDS =
  /(?:^|[\s«’])(?:le|les|des|vous|votre|une|est|pour|dans|avec|sur|qui|nous)(?:[\s»,.]|$)/i;
/** Names are said as they are. */
const NAMES = /rue des Tilleuls|Les Platanes/gi;
const fold = (text: string) => text.replace(NAMES, "").replace(/\s+/g, " ").trim();

/** What an English page says in French without saying that it does. */
function frenchIn({ $ }: Page): readonly string[] {
  const said: string[] = [];
  const isMarked = (element: Element) => $(element).closest("[lang]").attr("lang") === "fr";
  for (const element of $("*").toArray() as Element[]) {
    if (isMarked(element)) continue;
    const own = element.children.flatMap((child) => (child.type === "text" ? [child.data] : []));
    const attributes = ["title", "aria-label", "data-label"].map((name) => $(element).attr(name) ?? "");
    said.push(...[...own, ...attributes].map(fold));
  }
  return said.filter((text) => FRENCH_WORDS.test(text) || isFrenchKey(text));
}

const isFrenchKey = (text: string) => {
  const english: string | undefined = (ENGLISH as Readonly<Record<string, string>>)[text];
  return english !== undefined && english !== text;
};

/** An English reader, on this page. */
async function reader(path = "/"): Promise<{ readonly visitor: Visitor; readonly page: Page }> {
  const visitor = new Visitor();
  const french = await visitor.get(portal.url + path);
  return { visitor, page: await visitor.click(french, "English") };
}

test("a click says the same page in English, and another says it in French again", async () => {
  const { visitor, page } = await reader("/demarches/apa?pour=autre");
  expect(page.url).toBe(`${portal.url}/demarches/apa?pour=autre`);
  expect(page.$("html").attr("lang")).toBe("en");
  expect(page.headers.get("content-language")).toBe("en");
  const link = page.$(".language");
  expect([link.attr("lang"), link.attr("hreflang"), link.attr("aria-label")]).toEqual([
    "fr",
    "fr",
    "Français : lire cette page en français",
  ]);
  const back = await visitor.click(page, "Français");
  expect(back.url).toBe(page.url);
  expect(back.$("html").attr("lang")).toBe("fr");
});

test.each([
  "/",
  "/connexion",
  "/aide",
  "/accessibilite",
  "/mentions-legales",
  "/donnees-personnelles",
  "/plan-du-site",
  "/reprendre",
  "/demarches/apa/pour-qui",
  "/demarches/apa/sans-franceconnect?pour=autre",
  "/nulle-part",
  "/auth/callback?state=x&code=y",
  ...[
    "restauration-scolaire",
    "accueil-de-loisirs",
    "accueil-en-creche",
    "transport-solidaire",
    "stationnement-resident",
    "aide-facultative-ccas",
    "bourse-communale-etudes",
    "apa",
  ].map((slug) => `/demarches/${slug}`),
])("%s has no French that is not marked as such", async (path) => {
  const { visitor } = await reader();
  const page = await visitor.get(portal.url + path);
  expect(page.$("html").attr("lang")).toBe("en");
  expect(frenchIn(page)).toEqual([]);
});

test.each(["/qualite", "/deploiement"])("%s is in French alone, and offers nothing else", async (path) => {
  const { visitor, page } = await reader();
  expect(page.$(`footer a[href="${path}"]`).attr("hreflang")).toBe("fr");
  const steering = await visitor.get(portal.url + path);
  expect(steering.$("html").attr("lang")).toBe("fr");
  expect(steering.$(".language").length).toBe(0);
});

test("a whole application is made, followed and withdrawn in English; what is kept of it is French", async () => {
  const { visitor } = await reader();
  const choice = await visitor.get(`${portal.url}/demarches/restauration-scolaire/formulaire`);
  let page = await identify(visitor, choice, "famille");
  const seen: Page[] = [page];
  const refused = await stepAt(visitor, page);
  seen.push(refused);
  page = refused;
  for (let pages = 0; pages < 12 && !page.url.includes("/confirmation/"); pages += 1) {
    page = await onward(visitor, page);
    seen.push(page);
  }
  expect(page.$("h1").text()).toBe("Your application has been sent");
  const dossier = await visitor.click(page, "See my application");
  const list = await visitor.get(`${portal.url}/mes-dossiers`);
  const withdrawal = await visitor.click(dossier, "Withdraw my application");
  const withdrawn = await visitor.submit(withdrawal, "Withdraw my application");
  seen.push(dossier, list, await visitor.get(`${portal.url}/mes-donnees`), withdrawal, withdrawn);
  expect(seen.flatMap((one) => frenchIn(one).map((text) => `${one.url}: ${text}`))).toEqual([]);
  expect((await visitor.click(withdrawn, "Français")).text).toContain("Menu classique");
});

test("a change of language in the middle of a form loses nothing that was typed", async () => {
  const visitor = new Visitor();
  const step = await visitor.get(`${portal.url}/demarches/restauration-scolaire/sans-franceconnect`);
  const button = step.$("button.language");
  const form = step.$(`form#${button.attr("form")}`);
  const typed = { prenoms: "Zoé", "date-de-naissance.day": "31", telephone: "061" };
  const body = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]));
  const page = await visitor.post(
    new URL(form.attr("action") ?? "", step.url).href,
    { ...body, ...typed, [button.attr("name") ?? ""]: button.attr("value") ?? "" },
    { origin: portal.url },
  );
  expect(page.url).toBe(step.url);
  expect(page.$("html").attr("lang")).toBe("en");
  for (const [name, value] of Object.entries(typed)) {
    expect(page.$(`[name="${name}"]`).val()).toBe(value);
  }
});

test("« Entrée » in an input goes on with the form, and does not change the language", async () => {
  const step = await new Visitor().get(`${portal.url}/demarches/restauration-scolaire/sans-franceconnect`);
  const form = step.$("button.language").attr("form");
  const first = step.$(`form#${form} button, button[form="${form}"]`).first();
  expect([first.attr("name"), first.attr("value")]).toEqual(["then", "next"]);
});

/** The first step, sent empty: its errors are said in English too. */
async function stepAt(visitor: Visitor, page: Page): Promise<Page> {
  const step = page.url.includes("/recuperation") ? await visitor.click(page, "Continue") : page;
  const empty = await visitor.press(step, 'main button[value="next"]', blank(step));
  expect(empty.status).toBe(422);
  return empty;
}

const blank = ({ $ }: Page) =>
  Object.fromEntries(
    $("main input[type=tel], main input[type=email]")
      .toArray()
      .map((element) => [$(element).attr("name") ?? "", ""]),
  );

async function onward(visitor: Visitor, page: Page): Promise<Page> {
  if (page.url.includes("/verification")) return visitor.submit(page, /^Send the application to/);
  const names = new Set(
    page
      .$("main form [name]")
      .toArray()
      .map((element) => page.$(element).attr("name")),
  );
  const child = page.$('main input[type=checkbox][name="enfants"]').first().attr("value");
  const answers = Object.entries({
    ...ANSWERS,
    "adresse-electronique": "angela@example.fr",
    ...(child && { enfants: child }),
  });
  return visitor.press(
    page,
    'main button[value="next"]',
    Object.fromEntries(answers.filter(([name]) => names.has(name))),
  );
}
