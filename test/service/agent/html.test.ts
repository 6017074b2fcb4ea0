import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { agentStage } from "../../support/agent-desk.ts";
import { Visitor } from "../../support/visitor.ts";

const validator = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "long-title": "off" } });

const problemsIn = async (html: string): Promise<readonly string[]> => {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} (${line}:${column}): ${message}`),
  );
};

describe("the agents' pages", () => {
  const stage = agentStage();

  it("are valid HTML: login, list, dossier, decision, error, journal, statistics, export, nowhere", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor, page } = await desk.login();
    const dossier = `${desk.url}/agent/dossiers/${id}`;
    const refusal = await visitor.get(`${dossier}/decision/refus`);
    const pages = [
      await new Visitor().get(`${desk.url}/agent`),
      page,
      await visitor.get(`${desk.url}/agent?numero=rien`),
      await visitor.get(dossier),
      refusal,
      await visitor.submit(refusal, "Refuser la demande"),
      await visitor.get(`${dossier}/decision/correction`),
      await visitor.get(`${desk.url}/agent/journal?verifier=oui`),
      await visitor.get(`${desk.url}/agent/statistiques`),
      await visitor.get(`${desk.url}/agent/export`),
      await visitor.get(`${desk.url}/agent/rien`),
    ];
    for (const { url, html } of pages) expect([url, await problemsIn(html)]).toEqual([url, []]);
  });

  it("have no inline script, style or handler: the strictest policy holds", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor, page } = await desk.login();
    for (const { html } of [page, await visitor.get(`${desk.url}/agent/dossiers/${id}`)]) {
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/i);
    }
  });
});
