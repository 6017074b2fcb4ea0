import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Visitor } from "../../support/visitor.ts";
import {
  ADDED_CHILD,
  ADDRESS,
  ANSWERS,
  begin,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

describe("a source asked again, from the citizen's side", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  it("is among those who consulted their dossier, with the agent's words, and their own values stand", async () => {
    const { visitor, page } = await begin(portal, "restauration-scolaire");
    const sent = await walk(visitor, page, { ...ANSWERS, ...ADDRESS, ...ADDED_CHILD });
    const id = sent.url.split("/").at(-1) ?? "";
    const before = await visitor.get(`${portal.url}/mes-dossiers/${id}`);
    const agent = new Visitor();
    const choice = await agent.click(await agent.get(`${portal.url}/agent/dossiers/${id}`), "ProConnect");
    const mirror = await agent.press(choice, 'button[value="agent"]', { agent: "agent" });
    const form = await agent.click(mirror, "Interroger de nouveau");
    const after = await agent.submit(form, /^Interroger la CAF/, {
      raison: "situation",
      precision: "Vous nous avez signalé une naissance.",
    });
    expect(after.$("#actualisation").text()).toContain("Rien n’a changé depuis l’envoi");
    const theirs = await visitor.get(`${portal.url}/mes-dossiers/${id}`);
    expect(theirs.$("#consulte").parent().text()).toContain("a actualisé une donnée");
    expect(theirs.text).toContain("Vous nous avez signalé une naissance.");
    expect(theirs.$("#envoye").parent().text()).toBe(before.$("#envoye").parent().text());
  });
});
