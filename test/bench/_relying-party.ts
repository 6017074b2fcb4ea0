import { createHash, randomBytes } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import openidConnect from "express-openid-connect";
import session from "express-session";
import { compactDecrypt, createLocalJWKSet, type JWK, jwtVerify } from "jose";
import * as oidc from "openid-client";
import { franceConnect } from "../../src/federation/index.ts";
import { testKeys } from "../support/test-keys.ts";

/** The relying parties compared, one per process: `kind issuer platform`. */
const [, , kind = "", issuer = "", platform = "low"] = process.argv;
const isHigh = platform === "high";
const SECRET = "a client secret for the benchmark, 64 characters long or longer.";
const keys = await testKeys("RSA-OAEP-256");
const [own] = keys.published().keys as [JWK & { kid: string }];
const store = new session.MemoryStore();
const sessions = () =>
  session({ secret: "a session secret for the benchmark", store, resave: false, saveUninitialized: false });

type Build = (baseUrl: string) => Promise<RequestListener>;

/** Ours: every check on. */
const ours: Build = async (baseUrl) => {
  const app = express();
  app.use(sessions());
  const client = { issuer, clientId: "bench", clientSecret: SECRET };
  app.use(
    franceConnect({ baseUrl, keys, ...(isHigh ? { franceConnectPlus: client } : { franceConnect: client }) }),
  );
  return app;
};

declare module "express-session" {
  interface SessionData {
    bench?: { readonly state: string; readonly nonce: string };
    user?: object;
  }
}

/** What a careful developer writes by hand with openid-client: it verifies no signature. */
const handWritten: Build = async (baseUrl) => {
  const execute = [oidc.allowInsecureRequests];
  const config = await oidc.discovery(
    new URL(issuer),
    "bench",
    { client_secret: SECRET, id_token_signed_response_alg: "ES256", userinfo_signed_response_alg: "ES256" },
    undefined,
    { execute },
  );
  if (isHigh) {
    const found = await keys.find(own.kid);
    if (found)
      oidc.enableDecryptingResponses(config, ["A256GCM"], { key: found.key, kid: own.kid, alg: found.alg });
  }
  const app = express();
  app.use(sessions());
  app.get("/auth/login", (req, res) => {
    const bench = { state: oidc.randomState(), nonce: oidc.randomNonce() };
    req.session.bench = bench;
    const parameters = {
      redirect_uri: `${baseUrl}/callback`,
      scope: "openid profile",
      acr_values: isHigh ? "eidas2" : "eidas1",
      ...bench,
    };
    res.redirect(303, oidc.buildAuthorizationUrl(config, parameters).href);
  });
  app.get("/callback", async (req, res) => {
    const { bench } = req.session;
    if (!bench) throw new Error("no login under way");
    const tokens = await oidc.authorizationCodeGrant(config, new URL(req.originalUrl, baseUrl), {
      expectedState: bench.state,
      expectedNonce: bench.nonce,
    });
    const user = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? "");
    await new Promise((resolve) => req.session.regenerate(resolve));
    req.session.user = { ...user, acr: tokens.claims()?.acr, idToken: tokens.id_token };
    await new Promise((resolve) => req.session.save(resolve));
    res.redirect(303, "/");
  });
  return app;
};

/** The generic middleware, with its sessions in a store as the others have them. It reads no signed UserInfo. */
const genericMiddleware: Build = async (baseUrl) => {
  const app = express();
  app.use(
    openidConnect.auth({
      baseURL: baseUrl,
      issuerBaseURL: issuer,
      clientID: "bench",
      clientSecret: SECRET,
      secret: "a session secret for the benchmark",
      authRequired: false,
      clientAuthMethod: "client_secret_post",
      idTokenSigningAlg: "ES256",
      authorizationParams: { response_type: "code", response_mode: "query", scope: "openid profile" },
      routes: { login: "/auth/login", callback: "/callback" },
      session: { store: store as never },
    }),
  );
  return app;
};

/** The floor: no framework, no session, no error handling; both tokens verified with jose, calls with fetch. */
const floor: Build = async (baseUrl) => {
  const read = async (path: string) => (await fetch(issuer + path)).json();
  const find = createLocalJWKSet((await read("/jwks")) as { keys: JWK[] });
  const decryption = await keys.find(own.kid);
  const pending = new Map<string, string>();
  const open = async (token: string, options: object) => {
    const jws =
      isHigh && decryption
        ? new TextDecoder().decode((await compactDecrypt(token, decryption.key)).plaintext)
        : token;
    return (await jwtVerify(jws, find, { issuer, audience: "bench", algorithms: ["ES256"], ...options }))
      .payload;
  };
  return async (req, res) => {
    const url = new URL(req.url ?? "/", baseUrl);
    if (url.pathname === "/auth/login") {
      const [state, nonce] = [randomBytes(32).toString("hex"), randomBytes(32).toString("hex")];
      pending.set(state, nonce);
      const query = new URLSearchParams({
        response_type: "code",
        client_id: "bench",
        redirect_uri: `${baseUrl}/callback`,
        scope: "openid profile",
        acr_values: isHigh ? "eidas2" : "eidas1",
        state,
        nonce,
      });
      res.writeHead(303, { location: `${issuer}/authorize?${query}` }).end();
      return;
    }
    const nonce = pending.get(url.searchParams.get("state") ?? "");
    pending.delete(url.searchParams.get("state") ?? "");
    const body = new URLSearchParams({
      grant_type: "authorization_code",
      client_id: "bench",
      client_secret: SECRET,
      redirect_uri: `${baseUrl}/callback`,
      code: url.searchParams.get("code") ?? "",
    });
    const tokens = (await (await fetch(`${issuer}/token`, { method: "POST", body })).json()) as Record<
      string,
      string
    >;
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    const [idToken, user] = await Promise.all([
      open(tokens.id_token ?? "", {}),
      fetch(`${issuer}/userinfo`, { headers }).then(async (answer) => open(await answer.text(), {})),
    ]);
    if (!nonce || idToken.nonce !== nonce || idToken.sub !== user.sub) throw new Error("not this login");
    res
      .writeHead(303, {
        location: "/",
        "set-cookie": `s=${createHash("sha256").update(nonce).digest("hex")}`,
      })
      .end();
  };
};

const builds: Readonly<Record<string, Build>> = { ours, handWritten, genericMiddleware, floor };

let handler: RequestListener = (_req, res) => void res.writeHead(503).end();
const server = createServer((req, res) => handler(req, res));
server.listen(0, "127.0.0.1", async () => {
  const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  handler = (await builds[kind]?.(baseUrl)) ?? handler;
  process.send?.({ baseUrl, jwk: own });
});

process.on("message", (message) => {
  if (message === "memory") globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, heap: process.memoryUsage().heapUsed });
});
