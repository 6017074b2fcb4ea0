import express, { type Express } from "express";
import request from "supertest";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openSessions, type Sessions, SessionsUnavailable } from "../../src/service/sessions.ts";
import { type RedisServer, redisAvailable, startRedis } from "../support/redis.ts";

declare module "express-session" {
  interface SessionData {
    views?: number;
  }
}

const secrets = ["a secret of the tests that is long enough"];
const opened: Sessions[] = [];

async function application(
  settings: { baseUrl?: string; redisUrl?: string; secrets?: string[] } = {},
): Promise<Express> {
  const { baseUrl = "http://localhost:3000", redisUrl, secrets: sessionSecrets = secrets } = settings;
  const sessions = await openSessions(
    { baseUrl, sessionSecrets, ...(redisUrl && { redisUrl }) },
    () => undefined,
  );
  opened.push(sessions);
  for (let tries = 0; redisUrl && tries < 50; tries += 1) {
    if (
      await Promise.resolve(sessions.ping()).then(
        () => true,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const count: express.RequestHandler = (req, res) => {
    req.session.views = (req.session.views ?? 0) + 1;
    res.json({ views: req.session.views });
  };
  const told: express.ErrorRequestHandler = (error, _req, res, _next) => {
    res.status(error instanceof SessionsUnavailable ? error.status : 500).json({ error: error.code });
  };
  return express().use("/agent", sessions.agent, count).use(sessions.citizen, count).use(told);
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((sessions) => sessions.close()));
});

const cookiesOf = (response: request.Response): string[] =>
  [response.headers["set-cookie"] ?? []].flat() as string[];

describe("a session", () => {
  it("lives in a cookie that scripts and other sites' forms do not get", async () => {
    const [cookie] = cookiesOf(await request(await application()).get("/"));
    expect(cookie).toMatch(/^passerelle=.*; Path=\/;.*HttpOnly; SameSite=Lax$/);
  });

  it("has a cookie that only our own host can set, over https", async () => {
    const app = await application({ baseUrl: "https://demarches.exemple.fr" });
    const [cookie] = cookiesOf(await request(app).get("/").set("X-Forwarded-Proto", "https"));
    expect(cookie).toMatch(/^__Host-passerelle=.*; Path=\/;.*HttpOnly; Secure; SameSite=Lax$/);
  });

  it("of an agent is another one, for every desk of the host", async () => {
    const [cookie] = cookiesOf(await request(await application()).get("/agent"));
    expect(cookie).toMatch(/^passerelle-agent=.*; Path=\/;.*HttpOnly; SameSite=Lax$/);
  });

  it("of a citizen does not open an agent's", async () => {
    const app = await application();
    const [citizen = ""] = cookiesOf(await request(app).get("/"));
    const forged = citizen.split(";")[0]?.replace("passerelle=", "passerelle-agent=") ?? "";
    const response = await request(app).get("/agent").set("Cookie", forged);
    expect(response.body).toEqual({ views: 1 });
  });
});

describe.skipIf(!redisAvailable())("sessions on Redis", () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it("are shared by two processes", async () => {
    const [one, two] = await Promise.all([
      application({ redisUrl: redis.url }),
      application({ redisUrl: redis.url }),
    ]);
    const cookies = cookiesOf(await request(one).get("/"));
    expect((await request(two).get("/").set("Cookie", cookies)).body).toEqual({ views: 2 });
  });

  it("survive a new secret as long as the old one is listed", async () => {
    const before = await application({ redisUrl: redis.url });
    const cookies = cookiesOf(await request(before).get("/"));
    const after = await application({
      redisUrl: redis.url,
      secrets: ["a newer secret that is long enough too", ...secrets],
    });
    expect((await request(after).get("/").set("Cookie", cookies)).body).toEqual({ views: 2 });
  });

  it("answer 503, not 500, while Redis is away, and come back with it", async () => {
    const app = await application({ redisUrl: redis.url });
    const cookies = cookiesOf(await request(app).get("/"));
    await redis.crash();
    const away = await request(app).get("/").set("Cookie", cookies);
    expect([away.status, away.body]).toEqual([503, { error: "sessions_unavailable" }]);
    await redis.restart();
    let status = 503;
    for (let tries = 0; status !== 200 && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ({ status } = await request(app).get("/"));
    }
    expect(status).toBe(200);
  });
});
