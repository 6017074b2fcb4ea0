import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answers, type Page, Visitor } from "../../support/visitor.ts";
import {
  ANSWERS,
  BY_HAND,
  begin,
  forgetSession,
  identify,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

const CANTEEN = "restauration-scolaire";
const TYPED: Answers = {
  telephone: "0700000001",
  "nom-d-usage": "TAPÉ",
  "adresse-electronique": "x@example.org",
};

/** The form as a browser would post it, with headers of our choice. */
const raw = (visitor: Visitor, page: Page, answers: Answers, headers: Record<string, string>) => {
  const hidden = page
    .$("main form input[type=hidden]")
    .toArray()
    .map((input): [string, string] => [String(page.$(input).attr("name")), String(page.$(input).val())]);
  return visitor.post(page.url, { ...Object.fromEntries(hidden), ...answers }, headers);
};

describe("a session that has expired in the middle of a form", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  const atStep = async (persona: string) => {
    const { visitor, page } = await begin(portal, CANTEEN, persona);
    return { visitor, step: await walk(visitor, page, ANSWERS, /etape\/vous/) };
  };
  const expired = async (persona: string) => {
    const { visitor, step } = await atStep(persona);
    await forgetSession(visitor);
    const page = await visitor.submit(step, "Enregistrer et continuer", TYPED);
    return { visitor, step, page };
  };

  it("keeps what was typed, and shows it again after the next login", async () => {
    const { visitor, page } = await expired("test");
    expect(page.status).toBe(401);
    expect(page.text).toContain("Votre session a expiré");
    const choice = await visitor.click(page, "S’identifier avec FranceConnect");
    const back = await identify(visitor, choice, "test");
    expect(back.url).toMatch(/etape\/vous/);
    expect(back.text).toContain("Vos réponses ont été retrouvées");
    expect(back.$('[name="telephone"]').val()).toBe("0700000001");
    expect(back.$('[name="nom-d-usage"]').val()).toBe("TAPÉ");
  });

  it("gives what was typed to nobody else on a shared computer", async () => {
    const { visitor, page } = await expired("naissance_Maroc");
    const choice = await visitor.click(page, "S’identifier avec FranceConnect");
    const other = await identify(visitor, choice, "avec_nom_dusage");
    const step = await walk(visitor, other, ANSWERS, /etape\/vous/);
    expect(step.$('[name="telephone"]').val()).toBe("");
    expect(step.html).not.toContain("TAPÉ");
  });

  it("gives a form typed by hand back to the same browser, by hand", async () => {
    const visitor = new Visitor();
    const first = await visitor.get(`${portal.url}/demarches/${CANTEEN}/sans-franceconnect`);
    await forgetSession(visitor);
    const page = await visitor.submit(first, "Enregistrer et continuer", {
      prenoms: "Zoé",
      telephone: "0700000002",
    });
    const back = await visitor.click(page, "Continuer ma demande");
    expect(back.url).toMatch(/etape\/vous/);
    expect(back.$('[name="prenoms"]').val()).toBe("Zoé");
  });

  it("gives a form typed after a login to nobody who goes on by hand", async () => {
    const { visitor } = await expired("test_CORSE_2A");
    const page = await visitor.get(`${portal.url}/demarches/${CANTEEN}/sans-franceconnect`);
    expect(page.html).not.toContain("TAPÉ");
    expect(page.$('[name="telephone"]').val()).toBe("");
  });

  it("keeps it for another procedure's visit in between", async () => {
    const { visitor, page } = await expired("genre_indéfini");
    await visitor.get(`${portal.url}/demarches/apa/sans-franceconnect?pour=moi`);
    const choice = await visitor.click(page, "S’identifier avec FranceConnect");
    const back = await identify(visitor, choice, "genre_indéfini");
    expect(back.$('[name="telephone"]').val()).toBe("0700000001");
  });

  it("is refused when another site posts the form, and that site leaves no cookie behind", async () => {
    const { step } = await atStep("naissance_outremer");
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { origin: portal.url, "sec-fetch-site": "same-site" },
      {},
    ]) {
      const stranger = new Visitor();
      const page = await raw(stranger, step, TYPED, headers);
      expect([headers, page.status, page.headers.getSetCookie()]).toEqual([headers, 403, []]);
    }
  });

  it("shows the form again when another session has begun since: nothing saved, nothing lost", async () => {
    const { visitor, step } = await atStep("prénom_composé");
    await forgetSession(visitor);
    await begin(portal, CANTEEN, "prénom_composé", visitor);
    const page = await visitor.submit(step, "Enregistrer et continuer", TYPED);
    expect(page.status).toBe(403);
    expect(page.text).toContain("Votre session a changé");
    expect(page.$('[name="telephone"]').val()).toBe("0700000001");
    const untouched = await visitor.get(step.url);
    expect(untouched.$('[name="telephone"]').val()).toBe("");
    const next = await visitor.submit(page, "Enregistrer et continuer");
    expect(next.url).toMatch(/etape\/foyer/);
  });

  it("shows another citizen's form to nobody who has logged in since", async () => {
    const { visitor, step } = await atStep("nom_composé");
    await forgetSession(visitor);
    await begin(portal, CANTEEN, "test_CORSE_2B", visitor);
    const page = await visitor.submit(step, "Enregistrer et continuer", TYPED);
    expect(page.status).toBe(403);
    expect(page.html).not.toContain("TAPÉ");
  });

  it("asks for the right level again, and keeps what was typed, when the new session is not sure enough", async () => {
    const { visitor, page: step } = await begin(portal, "apa", "senior_apa");
    await forgetSession(visitor);
    await begin(portal, CANTEEN, "senior_apa", visitor);
    const page = await visitor.submit(step, "Enregistrer et continuer", {
      telephone: "0700000003",
    });
    expect(page.status).toBe(401);
    const choice = await visitor.click(page, "S’identifier avec FranceConnect+");
    const back = await identify(visitor, choice, "senior_apa");
    expect(back.url).toMatch(/apa\/etape\/vous/);
    expect(back.$('[name="telephone"]').val()).toBe("0700000003");
  });

  it("refuses a form without a token, with a page that leads on", async () => {
    const { visitor, step } = await atStep("moins_16_ans");
    const page = await visitor.post(
      step.url,
      { draft: String(step.$('[name="draft"]').val()), ...TYPED },
      { origin: portal.url },
    );
    expect(page.status).toBe(403);
    expect(page.text).not.toContain("TAPÉ");
    expect(page.$("main a[href]").length).toBeGreaterThan(0);
    const forged = await raw(
      visitor,
      step,
      { ...TYPED, _csrf: "0".repeat(64) },
      { origin: "https://evil.example" },
    );
    expect(forged.status).toBe(403);
    expect(forged.html).not.toContain("TAPÉ");
  });
});

describe("typed values left by strangers", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal((settings) => ({ ...settings, trustProxy: ["loopback"] }));
  });
  afterAll(() => portal.close());

  it("are few from one address", async () => {
    const first = await new Visitor().get(`${portal.url}/demarches/${CANTEEN}/sans-franceconnect`);
    const statuses: number[] = [];
    for (let index = 0; index < 22; index += 1) {
      const headers = { origin: portal.url, "x-forwarded-for": "203.0.113.7" };
      const page = await raw(new Visitor(), first, BY_HAND, headers);
      statuses.push(page.status);
    }
    expect(statuses.filter((status) => status === 401).length).toBe(20);
    expect(statuses.at(-1)).toBe(429);
    const elsewhere = await raw(new Visitor(), first, BY_HAND, {
      origin: portal.url,
      "x-forwarded-for": "203.0.113.8",
    });
    expect(elsewhere.status).toBe(401);
  });
});
