import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import session from "express-session";
import { franceConnect, requireLevel } from "../../src/federation/index.ts";

/** One session, two ways to the same page: with express-session alone, and with the middleware and its guard. */
const citizen = {
  platform: "franceconnect",
  level: "eidas1",
  sub: "a",
  amr: [],
  authenticatedAt: new Date().toISOString(),
  identity: { givenNames: ["Angela"], familyName: "DUBOIS", birthdate: "1962-08-24" },
} as const;

const server = createServer();
server.listen(0, "127.0.0.1", async () => {
  const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  const app = express();
  app.use(session({ secret: "a session secret for the benchmark", resave: false, saveUninitialized: false }));
  app.get("/enter", (req, res) => {
    const account = { platform: citizen.platform, sub: citizen.sub };
    req.session.federation = {
      citizen,
      accounts: [account],
      hints: [{ ...account, idToken: "e".repeat(600) }],
    };
    res.send("in");
  });
  const page: express.RequestHandler = (_req, res) => void res.send("<!doctype html><title>Cantine</title>");
  app.get("/plain", page);
  const client = {
    issuer: "http://127.0.0.1:1",
    clientId: "bench",
    clientSecret: "bench",
    metadata: "known-paths",
  } as const;
  app.use(franceConnect({ baseUrl, franceConnect: client }));
  app.get("/guarded", requireLevel("eidas1"), page);
  server.on("request", app);
  const entered = await fetch(`${baseUrl}/enter`);
  process.send?.({ baseUrl, cookie: entered.headers.getSetCookie()[0]?.split(";")[0] });
});

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
