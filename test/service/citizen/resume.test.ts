import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newResumeCode, ownerOfCode, readResumeCode } from "../../../src/service/citizen/resume-code.ts";
import { type Page, Visitor } from "../../support/visitor.ts";
import {
  BY_HAND,
  begin,
  forgetSession,
  identify,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

const CANTEEN = "/demarches/restauration-scolaire";
const CODE = /[2-9C-Y]{4}(-[2-9C-Y]{4}){5}/;

describe("a resume code", () => {
  it("is long, drawn anew each time, and read however it is typed", () => {
    const codes = new Set(Array.from({ length: 200 }, () => newResumeCode()));
    expect(codes.size).toBe(200);
    for (const code of codes) {
      expect(code).toMatch(new RegExp(`^${CODE.source}$`));
      expect(readResumeCode(` ${code.toLowerCase().replaceAll("-", " – ")} `)).toBe(code);
    }
  });

  it.each([undefined, null, 7, ["x"], "", "7F3K", `${"A".repeat(24)}`, "7F3K9C2M".repeat(200)])(
    "is not %j",
    (typed) => {
      expect(readResumeCode(typed)).toBeUndefined();
    },
  );

  it("is kept as its hash alone", () => {
    const code = newResumeCode();
    expect(JSON.stringify(ownerOfCode(code))).not.toContain(code.slice(0, 4));
    expect(ownerOfCode(code)).toEqual(ownerOfCode(code));
  });
});

describe("a demand filled without FranceConnect", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  const begunByHand = async (visitor = new Visitor(), path = CANTEEN) => {
    const page = await visitor.get(`${portal.url}${path}/sans-franceconnect`);
    const code = await codeOn(await visitor.click(page, "Voir mon code de reprise"));
    return { visitor, page, code };
  };
  const codeOn = async (page: Page): Promise<string> =>
    String(CODE.exec(page.$(".ticket-number").text())?.[0]);
  const enter = async (visitor: Visitor, code: string): Promise<Page> =>
    visitor.submit(await visitor.get(`${portal.url}/reprendre`), "Ouvrir ma demande", { code });

  it("comes back on another device, after the session and a restart, with everything that was typed", async () => {
    const { visitor, page } = await begunByHand();
    const home = await walk(visitor, page, BY_HAND, /etape\/foyer/);
    const put = await visitor.submit(home, "Enregistrer et finir plus tard", {
      "adresse.street": "3 rue du Moulin",
    });
    expect(put.text).toMatch(/enregistrée.*réponses? reste(nt)? à compléter/);
    const code = await codeOn(put);
    await portal.restart();
    const other = new Visitor();
    const back = await enter(other, code.toLowerCase().replaceAll("-", ""));
    expect(back.url).toMatch(/etape\/foyer/);
    expect(back.$('[name="adresse.street"]').val()).toBe("3 rue du Moulin");
    expect((await other.get(`${portal.url}${CANTEEN}/etape/vous`)).$('[name="prenoms"]').val()).toBe("Zoé");
    const sent = await walk(other, back, BY_HAND);
    expect(sent.text).toContain(code);
  });

  it("is followed after it was sent with the same code: dossier, and what an agent asks to correct", async () => {
    const { visitor, page, code } = await begunByHand();
    const sent = await walk(visitor, page, BY_HAND);
    const later = new Visitor();
    const dossier = await enter(later, code);
    expect(dossier.url).toBe(`${portal.url}/mes-dossiers/${sent.url.split("/").at(-1)}`);
    expect(dossier.text).toContain("Zoé");
    expect((await later.get(`${dossier.url}/correction`)).status).toBe(200);
  });

  it("opens no other demand of the same browser with its code", async () => {
    const { visitor, code } = await begunByHand();
    const other = await visitor.get(`${portal.url}/demarches/apa/sans-franceconnect?pour=moi`);
    await visitor.submit(other, "Enregistrer et continuer", { telephone: "0744444444" });
    const finder = new Visitor();
    await enter(finder, code);
    expect((await finder.get(`${portal.url}/mes-dossiers`)).$("#brouillons ~ ul li").length).toBe(1);
    expect((await finder.get(`${portal.url}/demarches/apa/etape/vous`)).html).not.toContain("0744444444");
  });

  it("is not opened by a code that is wrong, and nothing says how wrong", async () => {
    const visitor = new Visitor();
    const pages = [
      await enter(visitor, newResumeCode()),
      await enter(visitor, "bonjour"),
      await enter(visitor, ""),
    ];
    for (const page of pages) {
      expect(page.status).toBe(422);
      expect(page.$('.error-summary a[href="#code"]').text()).toContain("n’ouvre aucune demande");
    }
  });

  it("gives whoever planted a session in this browser nothing to see", async () => {
    const { visitor, page, code } = await begunByHand();
    await walk(visitor, page, BY_HAND, /etape\/foyer/);
    const attacker = new Visitor();
    await attacker.get(`${portal.url}/reprendre`);
    const victim = new Visitor();
    for (const cookie of await attacker.jar.getCookies(portal.url))
      await victim.jar.setCookie(cookie, portal.url);
    expect((await enter(victim, code)).url).toMatch(/etape\/foyer/);
    const seen = await attacker.get(`${portal.url}${CANTEEN}/etape/vous`);
    expect(seen.html).not.toContain("zoe.martin");
  });

  it("cannot be opened by a form of another site", async () => {
    const { code } = await begunByHand();
    const visitor = new Visitor();
    await visitor.get(`${portal.url}/reprendre`);
    const page = await visitor.post(`${portal.url}/reprendre`, { code }, { origin: "https://evil.example" });
    expect(page.status).toBe(403);
  });

  it("no longer answers to its code once it is the account's that took it over", async () => {
    const { visitor, page, code } = await begunByHand();
    const step = await walk(visitor, page, BY_HAND, /etape\/foyer/);
    await identify(
      visitor,
      await visitor.submit(step, "Récupérer mes données avec FranceConnect"),
      "famille",
    );
    expect((await enter(new Visitor(), code)).status).toBe(422);
  });

  it("is not lost with the session: the page that says so leads to the code", async () => {
    const { visitor, page, code } = await begunByHand();
    await forgetSession(visitor);
    const lost = await visitor.submit(page, "Enregistrer et continuer", { prenoms: "Zoé" });
    expect(lost.status).toBe(401);
    const form = await visitor.click(lost, "Reprendre avec un code");
    const back = await visitor.submit(form, "Ouvrir ma demande", { code });
    expect(back.url).toMatch(/etape\/vous/);
    expect(back.$('[name="prenoms"]').val()).toBe("Zoé");
  });

  it("shows no code to somebody who has logged in: their account opens it", async () => {
    const { visitor, page } = await begin(portal, "restauration-scolaire", "test");
    const step = await walk(visitor, page, {}, /etape\/vous/);
    expect(step.text).not.toContain("code de reprise");
    expect((await visitor.get(`${portal.url}${CANTEEN}/code-de-reprise`)).url).toMatch(/etape/);
  });
});

describe("codes that are tried from one address", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal((settings) => ({ ...settings, trustProxy: ["loopback"] }));
  });
  afterAll(() => portal.close());

  it("are few", async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      const headers = { origin: portal.url, "x-forwarded-for": "203.0.113.9" };
      const page = await new Visitor().post(`${portal.url}/reprendre`, { code: newResumeCode() }, headers);
      statuses.push(page.status);
    }
    expect(statuses.slice(0, 10)).not.toContain(429);
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});
