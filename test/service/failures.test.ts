import { PassThrough } from "node:stream";
import express from "express";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { failures } from "../../src/service/failures.tsx";
import type { House } from "../../src/service/house.ts";
import { createLogger } from "../../src/service/logger.ts";

/** Only what an error page needs: no collectivité can be found, as when the database is away. */
function application(handler: express.RequestHandler) {
  const stream = new PassThrough();
  const lines: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => lines.push(chunk));
  const house = {
    settings: { collectivite: { siret: "21330063500017", name: "Val-de-Sorgue" } },
    collectivites: { resolve: () => Promise.reject(new Error("away")) },
    assets: { stylesheet: "/portal.css", fonts: [] },
    logger: createLogger("debug", stream),
  } as unknown as House;
  const { notFound, problem } = failures(house);
  return {
    app: express().get("/", handler).use(notFound, problem),
    log: () => Buffer.concat(lines).toString("utf8"),
  };
}

describe("whatever goes wrong", () => {
  it("is a French page, even when nothing is known of the collectivité, and never a stack trace", async () => {
    const { app } = application(() => {
      throw new TypeError("Cannot read properties of undefined (reading 'DUBOIS')");
    });
    const response = await request(app).get("/").set("Accept", "text/html").expect(500);
    expect(response.text).toContain('<html lang="fr">');
    expect(response.text).not.toMatch(/DUBOIS|at .*\.ts|TypeError/);
  });

  it("is logged with where it happened and without its message, which may quote somebody's data", async () => {
    const { app, log } = application(() => {
      JSON.parse('{"familyName": DUBOIS}');
    });
    await request(app).get("/").expect(500);
    expect(log()).toContain('"error":"SyntaxError"');
    expect(log()).toContain("failures.test.ts");
    expect(log()).not.toContain("DUBOIS");
  });

  it("after a page has begun ends the connection, so that nobody takes half a page for a whole one", async () => {
    const { app, log } = application((_req, res) => {
      res.set("Content-Length", "1000").write("<p>half");
      throw new Error("too late");
    });
    await expect(request(app).get("/")).rejects.toThrow(/aborted|hang up/);
    expect(log()).toContain('"error":"Error"');
  });
});
