import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Visitor } from "../../support/visitor.ts";
import { startWholePortal, type WholePortal } from "../../support/whole-portal.ts";

const STACK = /\bat .*:\d+:\d+|node_modules|Error:|\.tsx?\b/;

describe("what cannot be served", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());
  const http = () => request(portal.url);

  it.each([
    "/rien",
    "/demarches/rien",
    "/demarches/rien/formulaire",
    "/demarches/apa/etape",
    "/mes-dossiers/x/y",
  ])("%s is a page that is not found, with a way on", async (path) => {
    const page = await new Visitor().get(portal.url + path);
    expect(page.status).toBe(404);
    expect(page.text).toContain("Page introuvable");
    expect(page.$("main a[href='/']").length).toBe(1);
  });

  it.each([
    ["post", "/", "GET, HEAD"],
    ["delete", "/demarches/apa", "GET, HEAD"],
    ["put", "/demarches/apa/etape/vous", "GET, HEAD, POST"],
    ["patch", "/mes-donnees", "GET, HEAD, POST"],
  ] as const)("%s %s is answered with what is allowed", async (method, path, allowed) => {
    const answer = await http()[method](path).set("accept", "text/html");
    expect([answer.status, answer.headers.allow]).toEqual([405, allowed]);
    expect(answer.text).toContain("Cette page ne se demande pas ainsi");
  });

  it("a body that is too large is refused in words", async () => {
    const answer = await http()
      .post("/demarches/apa/etape/vous")
      .set({ accept: "text/html", origin: portal.url })
      .type("form")
      .send(`aide=${"x".repeat(200_000)}`);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain("Votre envoi est trop volumineux");
    expect(answer.text).not.toMatch(STACK);
  });

  it("so is a form with thousands of answers", async () => {
    const answer = await http()
      .post("/demarches/apa/etape/vous")
      .set({ accept: "text/html", origin: portal.url })
      .type("form")
      .send(Array.from({ length: 2_000 }, (_, index) => `a${index}=1`).join("&"));
    expect(answer.status).toBe(413);
  });

  it.each([
    ["a broken address", "/demarches/%E0%A4%A", 400],
    ["a traversal", "/assets/..%2f..%2fpackage.json", 404],
    ["a prototype", "/demarches/__proto__", 404],
    ["a constructor", "/demarches/constructor/formulaire", 404],
    ["a procedure's unknown step", "/demarches/apa/etape/__proto__", 200],
  ])("%s shows no stack trace", async (_, path, status) => {
    const answer = await http().get(path).set("accept", "text/html").redirects(5);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(STACK);
  });

  it("an unreadable body is refused in words", async () => {
    const answer = await http()
      .post("/demarches/apa/etape/vous")
      .set({ accept: "text/html", "content-type": "application/x-www-form-urlencoded; charset=klingon" })
      .send("a=1");
    expect(answer.status).toBe(415);
    expect(answer.text).toContain("Votre envoi n’a pas pu être lu");
  });

  it("a JSON client gets a code, not a page", async () => {
    const missing = await http().get("/rien").set("accept", "application/json");
    expect([missing.status, missing.body]).toEqual([404, { error: "not_found" }]);
    const method = await http().delete("/").set("accept", "application/json");
    expect([method.status, method.body]).toEqual([405, { error: "method_not_allowed" }]);
    const refused = await http().post("/mes-donnees").set("accept", "application/json").send("draft=1");
    expect([refused.status, refused.body]).toEqual([403, { error: "csrf_refused" }]);
  });
});

describe("a session store that does not answer", () => {
  it("is said without its reasons", async () => {
    const portal = await startWholePortal((settings) => ({ ...settings, redisUrl: "redis://127.0.0.1:1" }));
    try {
      const page = await new Visitor().get(`${portal.url}/demarches/apa/sans-franceconnect?pour=moi`);
      expect(page.status).toBe(503);
      expect(page.$("main a[href='/']").length).toBe(1);
      expect(page.html).not.toMatch(STACK);
      expect(page.html).not.toMatch(/redis/i);
      expect((await fetch(`${portal.url}/health/live`)).status).toBe(200);
    } finally {
      await portal.close();
    }
  });
});
