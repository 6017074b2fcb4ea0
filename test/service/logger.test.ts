import { PassThrough } from "node:stream";
import express from "express";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { createLogger, requestLog } from "../../src/service/logger.ts";

function capture() {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return { logger: createLogger("debug", stream), text: () => Buffer.concat(chunks).toString("utf8") };
}

describe("the log", () => {
  it("redacts identity, tokens and secrets wherever they stand", () => {
    const { logger, text } = capture();
    logger.info({ identity: { familyName: "DUBOIS" } }, "one");
    logger.info({ login: { accessToken: "at-123", citizen: { sub: "abc" } } }, "two");
    logger.warn({ request: { headers: { authorization: "Bearer xyz", cookie: "sid=1" } } }, "three");
    for (const secret of ["DUBOIS", "at-123", "abc", "xyz", "sid=1"]) expect(text()).not.toContain(secret);
    expect(text()).toContain("[redacted]");
  });

  it("keeps the state of a provider, which is how the operator sees an outage", () => {
    const { logger, text } = capture();
    logger.warn({ provider: "FranceConnect", state: "down" }, "provider");
    expect(text()).toContain('"state":"down"');
  });

  it("keeps the code of an error, which is how the operator finds it", () => {
    const { logger, text } = capture();
    logger.error({ code: "STATE_MISMATCH" }, "login refused");
    expect(text()).toContain("STATE_MISMATCH");
  });
});

describe("the request log", () => {
  it("has the path without its query, which carries codes and states", async () => {
    const { logger, text } = capture();
    const app = express()
      .use(requestLog(logger))
      .get("/auth/franceconnect/callback", (_request, response) => {
        response.sendStatus(204);
      });
    const response = await request(app).get("/auth/franceconnect/callback?code=SECRETCODE&state=SECRETSTATE");
    expect(text()).toContain('"path":"/auth/franceconnect/callback"');
    expect(text()).not.toMatch(/SECRET|127\.0\.0\.1|cookie/);
    expect(response.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(text()).toContain(response.headers["x-request-id"] as string);
  });

  it("writes a server error as an error, and says nothing of health checks", async () => {
    const { logger, text } = capture();
    const app = express()
      .use(requestLog(logger))
      .get("/health/live", (_request, response) => {
        response.sendStatus(200);
      })
      .get("/broken", (_request, response) => {
        response.sendStatus(503);
      });
    await request(app).get("/health/live");
    expect(text()).toBe("");
    await request(app).get("/broken");
    expect(text()).toContain('"level":50');
  });
});
