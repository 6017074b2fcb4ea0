import { describe, expect, it } from "vitest";
import type { FilledForm } from "../../../src/procedures/index.ts";
import { type AgentDesk, agentStage } from "../../support/agent-desk.ts";
import { type Answers, type Page, Visitor } from "../../support/visitor.ts";
import { ADDED_CHILD, ADDRESS, ANSWERS, identify, walk } from "../../support/whole-portal.ts";

const CANTEEN = "restauration-scolaire";
const EVERYTHING = { ...ANSWERS, ...ADDRESS, ...ADDED_CHILD };
const FIXED = ["nom-de-naissance", "prenoms", "date-de-naissance"] as const;

const stage = agentStage();

/** Somebody who has logged in, in the first step of the form, with what FranceConnect said of them. */
async function inForm(desk: AgentDesk, persona: string, slug = CANTEEN, visitor = new Visitor()) {
  const choice = await visitor.get(`${desk.url}/demarches/${slug}/formulaire?pour=moi`);
  const page = choice.url.startsWith(desk.url) ? choice : await identify(visitor, choice, persona);
  const step = await walk(visitor, page, {}, /etape\/vous/);
  const me = JSON.parse((await visitor.get(`${desk.url}/auth/me`)).html) as {
    readonly sub: string;
    readonly identity: { readonly familyName: string; readonly givenNames: readonly string[] };
  };
  return { visitor, step, me };
}

/** The page's own hidden fields and the token, as the page has them. */
const hidden = (page: Page): Answers =>
  Object.fromEntries(
    page
      .$("main form input[type=hidden]")
      .toArray()
      .map((input) => [String(page.$(input).attr("name")), String(page.$(input).val())]),
  );

const answerTo = (form: FilledForm | undefined, name: string) =>
  form?.fields.find((field) => field.name === name)?.value;

/** The dossier that was sent from this page on. */
async function sendFrom(desk: AgentDesk, visitor: Visitor, page: Page) {
  const sent = await walk(visitor, page, EVERYTHING);
  return desk.dossiers.forAgent({
    collectivite: desk.collectivite.id,
    id: String(sent.url.split("/").at(-1)),
  });
}

describe("a fixed field is what FranceConnect said, when the browser", () => {
  const post = (visitor: Visitor, desk: AgentDesk, page: Page, body: Answers) =>
    visitor.post(
      page.url,
      { ...hidden(page), telephone: "0612345678", "adresse-electronique": "a@exemple.fr", ...body },
      { origin: desk.url },
    );
  const attacked = async (persona: string, body: (page: Page) => Answers) => {
    const desk = await stage.open();
    const { visitor, step, me } = await inForm(desk, persona);
    const next = await post(visitor, desk, step, body(step));
    expect(next.url).toMatch(/etape\/foyer/);
    const dossier = await sendFrom(desk, visitor, next);
    for (const name of FIXED) {
      const field = dossier?.form.fields.find((one) => one.name === name);
      expect([name, field?.policy, field?.provenance.source]).toEqual([name, "fixed", "franceconnect"]);
    }
    expect(answerTo(dossier?.form, "nom-de-naissance")).toBe(me.identity.familyName);
    expect(answerTo(dossier?.form, "prenoms")).toBe(me.identity.givenNames.join(" "));
    expect(JSON.stringify(dossier)).not.toMatch(/ESCROC|1999/);
  };

  it("sends it back edited", () =>
    attacked("famille", () => ({
      "nom-de-naissance": "ESCROC",
      prenoms: "ESCROC",
      "date-de-naissance.day": "1",
      "date-de-naissance.month": "1",
      "date-de-naissance.year": "1999",
      "nom-de-naissance.contest": "ESCROC",
    })));

  it("sends it back twice", () =>
    attacked("parent_isole", () => ({
      "nom-de-naissance": ["ESCROC", "ESCROC"],
      prenoms: ["", "ESCROC"],
      "date-de-naissance.year": ["1999", "1999"],
    })));

  it("takes it away", () =>
    attacked("sans_dossier_caf", () => ({
      "nom-de-naissance": "",
      prenoms: [],
      "date-de-naissance.day": "",
      "date-de-naissance.remove": "oui",
    })));

  it("replays it from another dossier, of somebody else or of their own", async () => {
    const desk = await stage.open();
    const victim = await inForm(desk, "nom_composé");
    const attacker = await inForm(desk, "prénom_composé");
    const theirs = await inForm(desk, "prénom_composé", "accueil-de-loisirs", attacker.visitor);
    const before = await snapshots(desk, [victim.me.sub, attacker.me.sub]);
    for (const draft of [victim.step, theirs.step].map((page) => String(hidden(page).draft))) {
      for (const path of ["etape/vous", "etape/foyer", "verification", "recuperation", "pour-qui"]) {
        const body = {
          ...hidden(attacker.step),
          draft,
          telephone: "0799999999",
          "nom-de-naissance": "ESCROC",
        };
        await attacker.visitor.post(`${desk.url}/demarches/${CANTEEN}/${path}`, body, { origin: desk.url });
      }
    }
    expect(await snapshots(desk, [victim.me.sub, attacker.me.sub])).toEqual(before);
    const dossier = await sendFrom(desk, attacker.visitor, attacker.step);
    expect(answerTo(dossier?.form, "nom-de-naissance")).toBe(attacker.me.identity.familyName);
    const replayed = await attacker.visitor.post(
      `${desk.url}/demarches/${CANTEEN}/verification`,
      { ...hidden(attacker.step), draft: String(dossier?.id), "nom-de-naissance": "ESCROC" },
      { origin: desk.url },
    );
    expect(replayed.url).toMatch(/confirmation/);
    const after = await desk.dossiers.forAgent({
      collectivite: desk.collectivite.id,
      id: String(dossier?.id),
    });
    expect(after).toEqual(dossier);
  });

  it("replays it from another collectivité, even their own draft there", async () => {
    const desk = await stage.open();
    const { visitor, step, me } = await inForm(desk, "test");
    const owner = { platform: "franceconnect", sub: me.sub } as const;
    const here = await desk.dossiers.drafts.find({
      collectivite: desk.collectivite.id,
      owners: [owner],
      id: String(hidden(step).draft),
    });
    const there = await desk.dossiers.drafts.open({
      collectivite: desk.other.id,
      procedure: CANTEEN,
      owner,
      initial: {
        ...(here?.state as NonNullable<typeof here>["state"]),
        answers: { telephone: "0711111111" },
      },
    });
    for (const path of ["etape/vous", "verification", "recuperation"]) {
      const body = { ...hidden(step), draft: there.id, revision: "1", telephone: "0799999999" };
      const page = await visitor.post(`${desk.url}/demarches/${CANTEEN}/${path}`, body, { origin: desk.url });
      expect([path, page.html.includes("0711111111"), page.url.includes("confirmation")]).toEqual([
        path,
        false,
        false,
      ]);
    }
    expect(
      await desk.dossiers.drafts.find({ collectivite: desk.other.id, owners: [owner], id: there.id }),
    ).toEqual(there);
    expect((await visitor.get(step.url)).$('[name="draft"]').val()).toBe(here?.id);
  });
});

/** Everything these citizens have in this collectivité. */
async function snapshots(desk: AgentDesk, subs: readonly string[]) {
  const owners = subs.map((sub) => ({ platform: "franceconnect" as const, sub }));
  const collectivite = desk.collectivite.id;
  const drafts = await desk.dossiers.drafts.list({ collectivite, owners });
  return Promise.all(drafts.map(({ id }) => desk.dossiers.drafts.find({ collectivite, owners, id })));
}
