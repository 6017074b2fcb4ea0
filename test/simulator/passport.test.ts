import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import session from "express-session";
import { Passport } from "passport";
import OpenIDConnectStrategy from "passport-openidconnect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator } from "../../src/simulator/index.ts";
import { startOnFreePorts } from "../support/simulator.ts";
import { SimulatorBrowser, textOf, type Visit } from "../support/simulator-browser.ts";

const SECRET = "s".repeat(64);

/** Its own extension point: what it returns is sent, and a nonce in it is checked in the ID token. */
class LongNonceStrategy extends OpenIDConnectStrategy {
  override authorizationParams(): Record<string, string> {
    return { nonce: randomBytes(32).toString("hex") };
  }
}

describe("passport-openidconnect", () => {
  let simulator: Simulator;
  let peer: Server;
  let peerUrl: string;
  const app = express();

  beforeAll(async () => {
    peer = createServer(app);
    await new Promise<void>((resolve) => peer.listen(0, "127.0.0.1", resolve));
    peerUrl = `http://localhost:${(peer.address() as AddressInfo).port}`;
    const client = (...paths: string[]) => ({
      client_id: "passport",
      client_secret: SECRET,
      redirect_uris: paths.map((path) => `${peerUrl}${path}/callback`),
    });
    simulator = await startOnFreePorts({
      auto: "test",
      clients: {
        franceconnect: [
          {
            ...client("/short-nonce", "/no-nonce", "/long-nonce"),
            id_token_signed_response_alg: "ES256",
          },
        ],
        proconnect: [{ ...client("/agents"), id_token_signed_response_alg: "RS256" }],
      },
    });
    const low = { scope: "identite_pivot", acrValues: "eidas1", skipUserProfile: true };
    const { franceconnect, proconnect } = simulator;
    mount("/agents", proconnect.issuer, { scope: "email siret", nonce: "on", skipUserProfile: false });
    mount("/short-nonce", franceconnect.issuer, { ...low, nonce: "on" });
    mount("/no-nonce", franceconnect.issuer, low);
    mount("/long-nonce", franceconnect.issuer, low, LongNonceStrategy);
  });
  afterAll(async () => {
    await simulator.close();
    peer.close();
  });

  function mount(
    path: string,
    issuer: string,
    options: Partial<OpenIDConnectStrategy.StrategyOptions>,
    Strategy = OpenIDConnectStrategy,
  ): void {
    const passport = new Passport();
    passport.use(
      "peer",
      new Strategy(
        {
          issuer,
          authorizationURL: `${issuer}/authorize`,
          tokenURL: `${issuer}/token`,
          userInfoURL: `${issuer}/userinfo`,
          clientID: "passport",
          clientSecret: SECRET,
          callbackURL: `${peerUrl}${path}/callback`,
          ...options,
        },
        (
          _issuer: string,
          profile: OpenIDConnectStrategy.Profile,
          done: OpenIDConnectStrategy.VerifyCallback,
        ) => done(null, profile),
      ),
    );
    const router = express.Router();
    router.use(session({ name: "peer", secret: SECRET, resave: false, saveUninitialized: false }));
    router.get(["/", "/callback"], passport.authenticate("peer", { session: false }), (req, res) => {
      res.json(req.user);
    });
    app.use(path, router);
  }

  /** To the provider, through its pages, and back. */
  async function walk(path: string): Promise<Visit> {
    const browser = new SimulatorBrowser();
    const toProvider = await browser.visit(`${peerUrl}${path}/`);
    const fromProvider = await browser.visit(toProvider.url);
    return fromProvider.url.startsWith(peerUrl) ? browser.visit(fromProvider.url) : fromProvider;
  }

  it("logs an agent in at ProConnect, with what UserInfo says in plain JSON", async () => {
    const { body } = await walk("/agents");
    expect(JSON.parse(body)).toMatchObject({ emails: [{ value: expect.stringContaining("@") }] });
  });

  it.each([
    ["with its nonce of twenty characters", "/short-nonce"],
    ["without a nonce", "/no-nonce"],
  ])("is stopped by FranceConnect %s, as by the real one", async (_name, path) => {
    const page = await walk(path);
    expect([page.status, textOf(page, "error-code")]).toEqual([400, "Y030007"]);
    expect(textOf(page, "error-detail")).toContain("nonce");
  });

  it("logs in at FranceConnect once authorizationParams gives the nonce", async () => {
    const { body } = await walk("/long-nonce");
    expect(JSON.parse(body).id).toMatch(/^[0-9a-f]{64}v1$/);
  });
});
