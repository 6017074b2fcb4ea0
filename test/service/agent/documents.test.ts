import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PDF, PNG } from "../../support/documents.ts";
import { type Page, Visitor } from "../../support/visitor.ts";
import {
  ADDED_CHILD,
  ADDRESS,
  ANSWERS,
  begin,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

const CANTEEN = "restauration-scolaire";
const FIELD = "justificatif-qf";
const HOME = { ...ADDRESS, "quotient-familial": "700" };

const file = (name: string, content: Uint8Array = PDF) => new File([new Uint8Array(content)], name);
const joined = (page: Page, inside = "main"): string[] =>
  page
    .$(`${inside} .file-name`)
    .toArray()
    .map((link) => page.$(link).text());
const hrefOf = (page: Page) => new URL(String(page.$(".file-name").attr("href")), page.url).href;
const download = async (visitor: Visitor, href: string) => {
  const headers = { cookie: await visitor.jar.getCookieString(href), accept: "text/html" };
  return fetch(href, { headers, redirect: "manual" });
};

describe("a document that was sent", () => {
  let portal: WholePortal;
  let agent: Visitor;
  beforeAll(async () => {
    portal = await startWholePortal();
    agent = await login("agent");
  });
  afterAll(() => portal.close());

  const login = async (persona: string): Promise<Visitor> => {
    const visitor = new Visitor();
    const choice = await visitor.click(await visitor.get(`${portal.url}/agent`), "ProConnect");
    const name = choice.$(`button[value="${persona}"]`).text().trim();
    await visitor.submit(choice, name.slice(0, 20), { agent: persona });
    return visitor;
  };
  const send = async () => {
    const { visitor, page } = await begin(portal, CANTEEN, "sans_dossier_caf");
    const step = await walk(visitor, page, { ...ANSWERS, ...HOME }, /etape\/foyer/);
    const next = await visitor.submit(step, "Enregistrer et continuer", HOME, {
      [FIELD]: [file("attestation.pdf")],
    });
    const sent = await walk(visitor, next, { ...ANSWERS, ...ADDED_CHILD });
    const id = String(sent.url.split("/").at(-1));
    return {
      visitor,
      id,
      own: `${portal.url}/mes-dossiers/${id}`,
      desk: `${portal.url}/agent/dossiers/${id}`,
    };
  };
  const ask = async (desk: string, ...champs: string[]): Promise<void> => {
    const page = await agent.get(`${desk}/decision/correction`);
    await agent.submit(page, "Envoyer la demande", { champs, motif: "Le document est illisible." });
  };

  it("stands in the mirror, is downloaded never shown, and each download is in the journal", async () => {
    const { visitor, own, desk } = await send();
    const mirror = await agent.get(desk);
    expect(joined(mirror, ".mirror")).toEqual(["attestation.pdf"]);
    expect(mirror.$(".to-check .file-name").length).toBe(1);
    const answer = await download(agent, hrefOf(mirror));
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": "attachment; filename=attestation.pdf",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "no-store",
    });
    await download(agent, hrefOf(mirror));
    const after = await agent.get(desk);
    expect(after.text.match(/Téléchargement/g)).toHaveLength(2);
    expect((await agent.get(`${portal.url}/agent/journal`)).text).toContain("Téléchargement");
    const seen = (await visitor.get(own)).text.match(/Un agent a téléchargé un document/g);
    expect(seen).toHaveLength(2);
  });

  it("is found by no other organisation's agent, no stranger, under no guessed id and in no other dossier", async () => {
    const [one, other] = [await send(), await send()];
    const href = hrefOf(await agent.get(one.desk));
    const document = href.split("/").at(-1);
    for (const guessed of [
      `${other.desk}/documents/${document}`,
      `${one.desk}/documents/00000000-0000-4000-8000-000000000000`,
      `${one.desk}/documents/x`,
      `${portal.url}/agent/dossiers/x/documents/${document}`,
    ]) {
      expect((await download(agent, guessed)).status, guessed).toBe(404);
    }
    const passerBy = await download(new Visitor(), href);
    expect(passerBy.headers.get("content-type")).not.toContain("pdf");
    const citizen = await download(one.visitor, href);
    expect(citizen.headers.get("content-type")).not.toContain("pdf");
    const elsewhere = await download(await login("agent_autre_commune"), href);
    expect(elsewhere.headers.get("content-type")).not.toContain("pdf");
    expect([401, 403]).toContain(elsewhere.status);
  });

  it("is asked again: the new one waits through an error, is sent, and the agent sees both sides", async () => {
    const { visitor, own, desk } = await send();
    const first = hrefOf(await agent.get(desk));
    await ask(desk, FIELD, "telephone");
    const form = await visitor.get(`${own}/correction`);
    expect([form.$("form.form").attr("enctype"), joined(form)]).toEqual([
      "multipart/form-data",
      ["attestation.pdf"],
    ]);
    const old = String(form.$(`[name="${FIELD}.remove"]`).val());
    const refused = await visitor.submit(
      form,
      "Envoyer ma correction",
      { telephone: "12", [`${FIELD}.remove`]: old },
      { [FIELD]: [file("lisible.png", PNG), file("page.html", Buffer.from("<html>"))] },
    );
    expect(refused.status).toBe(422);
    expect(refused.$(".error-summary li").length).toBe(2);
    expect(joined(refused)).toEqual(["attestation.pdf", "lisible.png"]);
    expect(refused.$(`[name="${FIELD}.remove"]`).first().attr("checked")).toBeDefined();
    const later = await visitor.get(`${own}/correction`);
    expect(joined(later)).toEqual(["attestation.pdf", "lisible.png"]);
    const sent = await visitor.submit(refused, "Envoyer ma correction", { telephone: "0612345678" });
    expect([sent.url, joined(sent)]).toEqual([own, ["lisible.png"]]);
    const both = await agent.get(desk);
    expect([joined(both, ".mirror"), joined(both, ".timeline")]).toEqual([
      ["lisible.png"],
      ["attestation.pdf"],
    ]);
    expect((await download(agent, first)).status).toBe(200);
  });

  it("is not added to a dossier that waits for nothing, nor to a field that was not asked", async () => {
    const { visitor, own, desk } = await send();
    await ask(desk, "telephone");
    const form = await visitor.get(`${own}/correction`);
    const body = new FormData();
    for (const name of ["_csrf", "revision"]) body.append(name, String(form.$(`[name="${name}"]`).val()));
    body.append("telephone", "0612345678");
    body.append(FIELD, file("intrus.pdf"));
    const headers = { cookie: await visitor.jar.getCookieString(own), origin: portal.url };
    const post = () => fetch(`${own}/correction`, { method: "POST", body, headers, redirect: "manual" });
    expect((await post()).status).toBe(303);
    expect(joined(await visitor.get(own))).toEqual(["attestation.pdf"]);
    expect([303, 409]).toContain((await post()).status);
    expect(joined(await visitor.get(own))).toEqual(["attestation.pdf"]);
  });
});
