import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROCEDURES } from "../../../src/procedures/index.ts";
import { jdmaAddress, jdmaImages } from "../../../src/service/citizen/jdma.ts";
import { readOpinion } from "../../../src/service/citizen/read-opinion.ts";
import type { Page, Visitor } from "../../support/visitor.ts";
import { Visitor as Browser } from "../../support/visitor.ts";
import {
  BY_HAND,
  forgetSession,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

const slug = "restauration-scolaire";

describe("« Je donne mon avis »", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    const asked = PROCEDURES.filter((procedure) => procedure.slug === slug);
    const button = { product: 3977, button: 4400 };
    const procedures = [...asked, ...asked.map((one) => ({ ...one, slug: "cantine", satisfaction: button }))];
    portal = await startWholePortal((settings) => settings, { procedures });
  });
  afterAll(() => portal.close());

  const send = async (procedure = slug): Promise<{ visitor: Visitor; page: Page }> => {
    const visitor = new Browser();
    const first = await visitor.get(`${portal.url}/demarches/${procedure}/sans-franceconnect`);
    return { visitor, page: await walk(visitor, first, BY_HAND) };
  };

  it("is asked at the end of the confirmation page and on the dossier, once", async () => {
    const { visitor, page } = await send();
    const form = await visitor.click(page, "Je donne mon avis");
    expect(form.status).toBe(200);
    const refused = await visitor.submit(form, "Envoyer mon avis", { clarte: "4", texte: "Très bien." });
    expect([refused.status, refused.$(".error-summary a").attr("href")]).toEqual([422, "#satisfaction-bad"]);
    expect(refused.$("#clarte-4").attr("checked")).toBeDefined();
    expect(refused.$("#texte").text()).toBe("Très bien.");
    const thanks = await visitor.submit(refused, "Envoyer mon avis", { satisfaction: "good" });
    expect(thanks.text).toContain("Merci pour votre avis");
    const again = await visitor.submit(refused, "Envoyer mon avis", { satisfaction: "bad" });
    expect([again.status, again.text]).toEqual([410, expect.stringContaining("déjà enregistré")]);
    const dossier = await visitor.click(page, "Voir mon dossier");
    expect(dossier.text).not.toContain("Je donne mon avis");
  });

  it("tells its page neither the dossier nor its number", async () => {
    const { visitor, page } = await send();
    const form = await visitor.click(page, "Je donne mon avis");
    const id = page.url.split("/").at(-1) ?? "";
    expect(form.html + form.url).not.toContain(id);
    expect(form.html).not.toContain(page.$(".ticket-number").text());
  });

  it("survives a lost session: what was ticked is shown again, and can be sent", async () => {
    const { visitor, page } = await send();
    const form = await visitor.click(page, "Je donne mon avis");
    await forgetSession(visitor);
    const shown = await visitor.submit(form, "Envoyer mon avis", { satisfaction: "medium" });
    expect([shown.status, shown.$("#satisfaction-medium").attr("checked")]).toEqual([403, "checked"]);
    const thanks = await visitor.submit(shown, "Envoyer mon avis");
    expect(thanks.text).toContain("Merci pour votre avis");
  });

  it("is refused to a form of another site", async () => {
    const { visitor, page } = await send();
    const form = await visitor.click(page, "Je donne mon avis");
    const ticket = String(form.$('[name="ticket"]').val());
    const address = form.url.split("?")[0] as string;
    const forged = await visitor.post(
      address,
      { ticket, satisfaction: "bad" },
      { origin: "https://mechant.example" },
    );
    expect(forged.status).toBe(403);
    expect(forged.text).not.toContain("Merci");
    expect((await visitor.get(form.url)).status).toBe(200);
  });

  it("has nothing to ask without a ticket, or with an invented one", async () => {
    for (const query of ["", "?ticket=", `?ticket=${"x".repeat(43)}`, "?ticket=a&ticket=b"]) {
      const page = await new Browser().get(`${portal.url}/demarches/${slug}/avis${query}`);
      expect([query, page.status]).toEqual([query, 410]);
    }
  });

  it("is the State's own button where its ids are declared, and its image is allowed there alone", async () => {
    const { visitor, page } = await send("cantine");
    const button = page.$(".jdma");
    expect(button.attr("href")).toBe("https://jedonnemonavis.numerique.gouv.fr/Demarches/3977?button=4400");
    expect([button.attr("target"), button.attr("rel"), button.attr("title")]).toEqual([
      "_blank",
      "noopener noreferrer",
      "Je donne mon avis - nouvelle fenêtre",
    ]);
    expect(button.find("img").attr("alt")).toBe("Je donne mon avis");
    const policy = ({ headers }: Page) => String(headers.get("content-security-policy"));
    expect(policy(page)).toContain("img-src 'self' https://jedonnemonavis.numerique.gouv.fr");
    const others = [await visitor.get(portal.url), (await send()).page];
    for (const other of others) expect(policy(other)).not.toContain("jedonnemonavis");
    expect((await visitor.get(`${portal.url}/demarches/cantine/avis?ticket=x`)).status).toBe(410);
  });
});

describe("the button's address", () => {
  it("names the form where the product has several", () => {
    expect(jdmaAddress({ product: 1, button: 2, form: 3 })).toBe(
      "https://jedonnemonavis.numerique.gouv.fr/Demarches/avis/3?button=2",
    );
  });

  it("lets no other page show its image", () => {
    const images = jdmaImages([
      { slug: "cantine", satisfaction: { product: 1, button: 2 } },
      { slug: "apa" },
    ]);
    expect(images("/demarches/cantine/confirmation/1")).toHaveLength(1);
    for (const path of [
      "/",
      "/demarches/cantine",
      "/demarches/apa/confirmation/1",
      "/x/demarches/cantine/confirmation/1",
    ])
      expect([path, images(path)]).toEqual([path, []]);
  });
});

describe("reading an opinion", () => {
  it.each([
    undefined,
    null,
    7,
    "x",
    [],
    { satisfaction: ["bad", "good"] },
    { satisfaction: "bad; drop", clarte: "9" },
  ])("asks for the first answer again whatever comes (%j)", (body) => {
    const { opinion, errors } = readOpinion(body);
    expect([opinion, errors.map(({ anchor }) => anchor)]).toEqual([undefined, ["satisfaction-bad"]]);
  });

  it("keeps nothing of help that was not sought, and cleans what was written", () => {
    const body = { satisfaction: "bad", joint: "oui", qualite: "5", clarte: "6", texte: "  a\u202Eb\u0000 " };
    expect(readOpinion(body).opinion).toEqual({ satisfaction: "bad", help: [], text: "ab" });
  });

  it("refuses a text that is too long, and shows the rest again", () => {
    const { opinion, errors, typed } = readOpinion({ satisfaction: "good", texte: "é".repeat(1_001) });
    expect([opinion, errors.map(({ anchor }) => anchor)]).toEqual([undefined, ["texte"]]);
    expect(typed.satisfaction).toBe("good");
  });
});
