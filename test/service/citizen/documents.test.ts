import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JPEG, PDF, PNG, pdfOf } from "../../support/documents.ts";
import { type Answers, type Page, Visitor } from "../../support/visitor.ts";
import {
  ADDED_CHILD,
  ADDRESS,
  ANSWERS,
  BY_HAND,
  begin,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

const CANTEEN = "restauration-scolaire";
const FIELD = "justificatif-qf";
const HOME: Answers = { ...ADDRESS, "quotient-familial": "700" };
const CONTINUE = "Enregistrer et continuer";
const JOIN = "Joindre sans quitter la page";

const file = (name: string, content: Uint8Array = PDF, type = "application/pdf") =>
  new File([new Uint8Array(content)], name, { type });
const joined = (page: Page): string[] =>
  page
    .$(".file-name")
    .toArray()
    .map((link) => page.$(link).text());
const errors = (page: Page): string => page.$(".error-summary").text().replace(/\s+/g, " ");

describe("a citizen whose source stayed silent", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  /** Somebody whom the CAF does not know, in front of the step that asks for a document instead. */
  const arrive = async () => {
    const { visitor, page } = await begin(portal, CANTEEN, "sans_dossier_caf");
    const clean = await visitor.get(`${portal.url}/mes-donnees`);
    if (clean.$('button[name="draft"]').length > 0) {
      await visitor.press(clean, 'button[name="draft"]');
      const again = await visitor.get(`${portal.url}/demarches/${CANTEEN}/formulaire`);
      return { visitor, step: await walk(visitor, again, ANSWERS, /etape\/foyer/) };
    }
    return { visitor, step: await walk(visitor, page, ANSWERS, /etape\/foyer/) };
  };
  const join = (visitor: Visitor, step: Page, ...files: File[]) =>
    visitor.submit(step, JOIN, HOME, { [FIELD]: files });
  const download = async (visitor: Visitor, href: string) => {
    const headers = { cookie: await visitor.jar.getCookieString(href) };
    return fetch(href, { headers, redirect: "manual" });
  };
  const hrefOf = (page: Page) => new URL(String(page.$(".file-name").attr("href")), page.url).href;

  it("joins several files, takes one out, and finds the others wherever the form is shown", async () => {
    const { visitor, step } = await arrive();
    expect(step.$("form.form").attr("enctype")).toBe("multipart/form-data");
    const two = await join(visitor, step, file("attestation.pdf"), file("page 2.png", PNG));
    expect([two.status, errors(two), joined(two)]).toEqual([200, "", ["attestation.pdf", "page 2.png"]]);
    expect(two.$('[name="quotient-familial"]').val()).toBe("700");
    const three = await join(visitor, two, file("page 3.jpg", JPEG));
    expect(joined(three)).toEqual(["attestation.pdf", "page 2.png", "page 3.jpg"]);
    const id = String(three.$(`[name="${FIELD}.remove"]`).eq(1).val());
    const removed = hrefOf(three).replace(/[^/]+$/, id);
    expect((await download(visitor, removed)).status).toBe(200);
    const next = await visitor.submit(three, CONTINUE, { [`${FIELD}.remove`]: id });
    expect(next.url).toMatch(/etape\/enfants/);
    expect((await download(visitor, removed)).status).toBe(404);
    const data = await visitor.get(`${portal.url}/mes-donnees`);
    expect(joined(data)).toEqual(["attestation.pdf", "page 3.jpg"]);
    const check = await walk(visitor, next, { ...ANSWERS, ...ADDED_CHILD }, /verification/);
    expect(joined(check)).toEqual(["attestation.pdf", "page 3.jpg"]);
    const sent = await visitor.submit(check, "Envoyer la demande");
    expect(joined(sent)).toEqual(["attestation.pdf", "page 3.jpg"]);
    const dossier = await visitor.click(sent, "Voir mon dossier");
    expect(joined(dossier)).toEqual(["attestation.pdf", "page 3.jpg"]);
    expect((await download(visitor, hrefOf(dossier))).status).toBe(200);
  });

  it("downloads a file again to be saved, never shown; nobody else does", async () => {
    const { visitor, step } = await arrive();
    const page = await join(visitor, step, file("Père Noël.pdf"));
    const href = hrefOf(page);
    const answer = await download(visitor, href);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; filename="P.*filename\*=UTF-8''P%C3%A8re/),
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "no-store",
    });
    const passerBy = await download(new Visitor(), href);
    expect([passerBy.status, passerBy.headers.get("location")]).toEqual([303, "/connexion"]);
    const { visitor: stranger } = await begin(portal, CANTEEN, "famille");
    expect((await download(stranger, href)).status).toBe(404);
    const own = (await stranger.get(`${portal.url}/mes-donnees`)).$('button[name="draft"]').val();
    const guessed = href.replace(/mes-dossiers\/[^/]+/, `mes-dossiers/${own}`);
    expect((await download(stranger, guessed)).status).toBe(404);
    expect((await download(visitor, href.replace(/[^/]+$/, "..%2f..%2fetc"))).status).toBe(404);
  });

  it("may still promise to bring it", async () => {
    const { visitor, step } = await arrive();
    const next = await visitor.submit(step, CONTINUE, { ...HOME, [`${FIELD}.later`]: "oui" });
    expect(next.url).toMatch(/etape\/enfants/);
  });

  it.each([
    ["an empty file", file("vide.pdf", new Uint8Array()), "« vide.pdf » : ce fichier est vide"],
    ["a file too large", file("gros.pdf", pdfOf(6_000_000)), "« gros.pdf » : ce fichier dépasse 5 Mo"],
    ["a web page", file("a.html", Buffer.from("<html>")), "ni un PDF"],
    ["a web page called a PDF, and sent as one", file("a.pdf", Buffer.from("<html><script>")), "ni un PDF"],
    ["an SVG sent as a photo", file("a.png", Buffer.from("<svg/>"), "image/png"), "ni un PDF"],
    ["a program sent as a photo", file("a.jpg", Buffer.from("MZ\0\0"), "image/jpeg"), "ni un PDF"],
    ["a photo called a PDF", file("a.pdf", JPEG), "ne correspond pas à la fin de son nom"],
    ["an end hidden by a direction mark", file("reçu\u202efdp.exe"), "« reçufdp.exe » : le contenu"],
    [
      "a PDF that is an archive",
      file("a.pdf", Buffer.concat([PDF, Buffer.from("PK\x05\x06")])),
      "autre chose",
    ],
    ["a name of 250 characters", file(`${"n".repeat(246)}.pdf`), "dépasse 200 caractères"],
  ])(
    "is told what is wrong with %s, beside the field, and loses no other answer",
    async (_what, bad, words) => {
      const { visitor, step } = await arrive();
      const page = await visitor.submit(step, CONTINUE, HOME, { [FIELD]: [bad, file("bon.pdf")] });
      expect(page.status).toBe(422);
      expect(errors(page)).toContain(words.replace(/\s+/g, " "));
      const [summary, beside] = [page.$(".error-summary a"), page.$(".in-error .field-error")];
      expect(page.$(`[id="${String(summary.attr("href")).slice(1)}"]`).attr("type")).toBe("file");
      expect(beside.text().replace(/\s+/g, " ")).toContain(words.replace(/\s+/g, " "));
      expect(page.$("title").text()).toMatch(/^Erreur/);
      expect(joined(page)).toEqual(["bon.pdf"]);
      expect(page.$('[name="quotient-familial"]').val()).toBe("700");
      expect(page.$('[name="adresse.city"]').val()).toBe("Val-de-Sorgue");
    },
  );

  it("keeps an honest name in the one form that every computer knows", async () => {
    const { visitor, step } = await arrive();
    const page = await join(visitor, step, file("../../e\u0301tat civil\u200f.pdf"), file("sans fin"));
    expect(joined(page)).toEqual(["état civil.pdf", "sans fin.pdf"]);
  });

  it("who joins more files than may be is told which, and keeps the first", async () => {
    const { visitor, step } = await arrive();
    const seven = Array.from({ length: 7 }, (_, index) => file(`${index}.pdf`));
    const page = await join(visitor, step, ...seven);
    expect([page.status, joined(page).length]).toEqual([422, 5]);
    expect(errors(page)).toMatch(/« 5.pdf » : joignez 5 fichiers à la fois.*« 6.pdf »/);
    const one = await visitor.submit(page, CONTINUE, {}, { [FIELD]: [file("de trop.pdf")] });
    expect(errors(one)).toContain("Joignez au plus 5 fichiers");
    const many = Array.from({ length: 200 }, (_, index) => file(`${index}.pdf`));
    expect((await join(visitor, one, ...many)).status).toBe(422);
  });

  it("without a file is asked for one, or for the promise", async () => {
    const { visitor, step } = await arrive();
    const page = await visitor.submit(step, CONTINUE, HOME);
    expect([page.status, errors(page).includes("joignez ce document, ou cochez la case")]).toEqual([
      422,
      true,
    ]);
  });

  it("cannot name somebody else's file in the form", async () => {
    const { visitor, step } = await arrive();
    const theirs =
      hrefOf(await join(visitor, step, file("secret.pdf")))
        .split("/")
        .at(-1) ?? "";
    const thief = new Visitor();
    const page = await thief.get(`${portal.url}/demarches/${CANTEEN}/sans-franceconnect`);
    const form = await walk(thief, page, BY_HAND, /etape\/foyer/);
    const answers: Answers = { ...ADDRESS, "quotient-familial": "700" };
    const hidden = form.$("form.form input[type=hidden]").toArray();
    const body = Object.fromEntries([
      ...Object.entries(answers),
      ...hidden.map((input) => [form.$(input).attr("name"), form.$(input).val()] as [string, string]),
      [FIELD, theirs],
      [`${FIELD}.id`, theirs],
      [`${FIELD}.0.id`, theirs],
    ]);
    const refused = await thief.post(form.url, body, { origin: portal.url });
    expect([refused.status, joined(refused)]).toEqual([422, []]);
  });

  it("without the token of the session is refused, and nothing is kept", async () => {
    const { visitor, step } = await arrive();
    const draft = String(step.$('[name="draft"]').val());
    const post = async (more: Record<string, string>, headers: Record<string, string>) => {
      const body = new FormData();
      body.append(FIELD, file("intrus.pdf"));
      for (const [name, value] of Object.entries({ draft, ...more })) body.append(name, value);
      const cookie = await visitor.jar.getCookieString(step.url);
      return fetch(step.url, { method: "POST", body, headers: { cookie, ...headers }, redirect: "manual" });
    };
    for (const [more, headers] of [
      [{}, { origin: portal.url }],
      [{ _csrf: "x".repeat(32) }, { origin: portal.url }],
      [{ _csrf: "x".repeat(32) }, { origin: "https://ailleurs.example" }],
    ] as const) {
      expect((await post(more, headers)).status).toBe(403);
    }
    expect(joined(await visitor.get(step.url))).toEqual([]);
  });

  it("whose session was lost finds the answers again, and is asked for the file again", async () => {
    const { visitor, step } = await arrive();
    await visitor.jar.removeAllCookies();
    const page = await join(visitor, step, file("attestation.pdf"));
    expect(page.status).toBe(401);
    expect(page.text).toMatch(
      /Votre session a expiré.*documents que vous veniez de choisir seront à joindre/,
    );
    const { page: back } = await begin(portal, CANTEEN, "sans_dossier_caf", visitor);
    const again = back.url.includes("/etape/") ? back : await visitor.get(step.url);
    expect([joined(again), again.$('[name="quotient-familial"]').val()]).toEqual([[], "700"]);
  });

  it.each([
    ["cut on the way", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nbon', 400],
    ["without an end to its name", '--x\r\nContent-Disposition: form-data; name="a', 400],
    [
      "of 400 answers",
      `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(400)}--x--`,
      413,
    ],
    [
      "with an answer of a megabyte",
      `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${"1".repeat(1e6)}\r\n--x--`,
      413,
    ],
  ])("reads a page when the form is %s", async (_what, body, status) => {
    const { visitor, step } = await arrive();
    const page = await fetch(step.url, {
      method: "POST",
      body,
      headers: {
        cookie: await visitor.jar.getCookieString(step.url),
        "content-type": "multipart/form-data; boundary=x",
        accept: "text/html",
      },
    });
    expect([page.status, (await page.text()).includes("n’a pas pu être lu")]).toEqual([status, true]);
  });

  it("sends no files where none are asked: such a form is not even read", async () => {
    const { visitor, step } = await arrive();
    const body = new FormData();
    body.append("fichier", file("x.pdf"));
    const url = step.url.replace("foyer", "enfants");
    const headers = { cookie: await visitor.jar.getCookieString(url), accept: "text/html" };
    expect((await fetch(url, { method: "POST", body, headers })).status).toBe(403);
    const check = `${portal.url}/demarches/${CANTEEN}/verification`;
    expect((await fetch(check, { method: "POST", body, headers })).status).toBe(403);
  });
});
