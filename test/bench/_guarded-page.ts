import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Express, type RequestHandler } from "express";
import session from "express-session";
import { franceConnect, requireLevel } from "../../src/federation/index.ts";

/** One session and one page, behind three ways in, each an application of its own: no route stands before another. */
const citizen = {
  platform: "franceconnect",
  level: "eidas1",
  sub: "a",
  amr: [],
  authenticatedAt: new Date().toISOString(),
  identity: { givenNames: ["Angela"], familyName: "DUBOIS", birthdate: "1962-08-24" },
} as const;
const account = { platform: citizen.platform, sub: citizen.sub };

const store = new session.MemoryStore();
const page: RequestHandler = (_req, res) => void res.send("<!doctype html><title>Cantine</title>");
const idle: RequestHandler = (_req, _res, next) => next();

async function serve(mount: (app: Express, baseUrl: string) => void): Promise<string> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  const secret = "a session secret for the benchmark";
  app.use(session({ secret, store, resave: false, saveUninitialized: false }));
  mount(app, baseUrl);
  return `${baseUrl}/page`;
}

const urls = {
  session: await serve((app) => {
    app.get("/page", page);
  }),
  idle: await serve((app) => {
    app.use(idle);
    app.get("/page", idle, page);
  }),
  guarded: await serve((app, baseUrl) => {
    const client = {
      issuer: "http://127.0.0.1:1",
      clientId: "bench",
      clientSecret: "bench",
      metadata: "known-paths",
    } as const;
    app.use(franceConnect({ baseUrl, franceConnect: client }));
    app.get("/page", requireLevel("eidas1"), page);
  }),
};
const entrance = await serve((app) => {
  app.get("/page", (req, res) => {
    req.session.federation = {
      citizen,
      accounts: [account],
      hints: [{ ...account, idToken: "e".repeat(600) }],
    };
    res.send("in");
  });
});
const entered = await fetch(entrance);
process.send?.({ urls, cookie: entered.headers.getSetCookie()[0]?.split(";")[0] });

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
