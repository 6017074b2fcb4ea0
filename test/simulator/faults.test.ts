import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../src/simulator/faults/fault.ts";
import { PROVIDER_FAULTS } from "../../src/simulator/faults/index.ts";
import { FAULT_ROWS, type Simulator, type SimulatorClient } from "../../src/simulator/index.ts";
import {
  authorizeUrl,
  clientNamed,
  encryptionKeys,
  exchange,
  readJwt,
  startOnFreePorts,
} from "../support/simulator.ts";
import { SimulatorBrowser } from "../support/simulator-browser.ts";
import { type Trace, traceLogin } from "../support/simulator-trace.ts";

const PATIENT = 15_000;
const IMPATIENT = 400;
const DATA_PROVIDER = { client_id: "fd", client_secret: "s".repeat(64) };

describe("the fault dial", () => {
  let simulator: Simulator;
  let keys: Awaited<ReturnType<typeof encryptionKeys>>;
  let clients: Readonly<Record<string, { readonly issuer: string; readonly client: SimulatorClient }>>;

  beforeAll(async () => {
    keys = await encryptionKeys("RSA-OAEP-256");
    const plus: SimulatorClient = {
      client_id: "plus",
      client_secret: "s".repeat(64),
      redirect_uris: ["http://localhost:9999/auth/franceconnect-plus/callback"],
      post_logout_redirect_uris: ["http://localhost:9999/auth/logout/callback"],
      id_token_encrypted_response_alg: "RSA-OAEP-256",
      id_token_encrypted_response_enc: "A256GCM",
      userinfo_encrypted_response_alg: "RSA-OAEP-256",
      userinfo_encrypted_response_enc: "A256GCM",
      jwks_uri: keys.jwksUri,
    };
    const jwks = (await (await fetch(keys.jwksUri)).json()) as { keys: object[] };
    simulator = await startOnFreePorts({
      auto: "avec_nom_dusage",
      clients: { franceconnectPlus: [plus], dataProviders: [{ ...DATA_PROVIDER, jwks }] },
    });
    const { franceconnect, franceconnectPlus, proconnect } = simulator;
    clients = {
      franceconnect: {
        issuer: franceconnect.issuer,
        client: clientNamed(franceconnect.clients, "Démarches de la commune"),
      },
      "franceconnect-plus": { issuer: franceconnectPlus.issuer, client: plus },
      proconnect: { issuer: proconnect.issuer, client: clientNamed(proconnect.clients, "Espace des agents") },
    };
  });
  afterAll(async () => {
    await simulator.close();
    await keys.close();
  });

  function known(platform: string) {
    const found = clients[platform];
    if (found === undefined) throw new Error(`no client for ${platform}`);
    return found;
  }

  function trace(platform: string, fault?: Fault): Promise<Trace> {
    const agents = { scope: "openid email siret roles usual_name", acr_values: undefined };
    const touched = ["jwks", "discovery", "logout"] as const;
    const silent = Object.values(fault?.answers ?? {}).some(({ transport }) => transport !== undefined);
    return traceLogin({
      ...known(platform),
      overrides: platform === "proconnect" ? agents : {},
      decrypt: keys.decrypt,
      fault: fault?.name,
      patience: silent ? IMPATIENT : PATIENT,
      ...(fault === undefined
        ? {}
        : { documents: touched.filter((name) => fault.answers?.[name] !== undefined) }),
      dataProvider:
        platform === "proconnect" || (fault !== undefined && fault.family !== "data provider")
          ? undefined
          : DATA_PROVIDER,
    });
  }

  it("has at least a hundred rows, each with a name of its own, a description and its source", () => {
    expect(PROVIDER_FAULTS.length).toBeGreaterThanOrEqual(100);
    expect(new Set(FAULT_ROWS.map(({ name }) => name)).size).toBe(FAULT_ROWS.length);
    for (const row of PROVIDER_FAULTS) {
      expect(row.description, row.name).not.toBe("");
      expect(row.anchors, row.name).toMatch(/F[1-4]|B2/);
    }
  });

  it.each(["franceconnect", "franceconnect-plus", "proconnect"])(
    "leaves two normal logins at %s the same, so that a difference means something",
    async (platform) => {
      expect(await trace(platform)).toEqual(await trace(platform));
    },
  );

  /** Only a verifier, a clock or the return from logout tells: these have their own tests below. */
  const INVISIBLE =
    /-(stranger|signature-flipped|payload-changed|slow|drip)$|^(logout-state-.*|latency|rotation-before-signing)$/;

  it.each(["franceconnect", "franceconnect-plus", "proconnect"])(
    "changes what a service of %s sees, on every row",
    async (platform) => {
      const normal = await trace(platform);
      const idle: string[] = [];
      const queue = PROVIDER_FAULTS.filter(
        (row) => row.platforms[0] === platform && !INVISIBLE.test(row.name),
      );
      const work = async (): Promise<void> => {
        for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
          const seen = await trace(platform, row);
          if (Object.entries(seen).every(([name, value]) => value === "" || value === normal[name])) {
            idle.push(row.name);
          }
        }
      };
      await Promise.all([work(), work(), work(), work()]);
      expect(idle).toEqual([]);
    },
    120_000,
  );

  async function idTokenWith(platform: string, fault: string): Promise<string> {
    const { issuer, client } = known(platform);
    const browser = new SimulatorBrowser();
    browser.setCookie(`simulator_fault=${fault}; Path=/`, issuer);
    const { url } = await browser.visit(authorizeUrl(issuer, client));
    return String((await exchange(issuer, client, url)).body.id_token);
  }

  const signatures = PROVIDER_FAULTS.filter(
    ({ family, idToken, expect: outcome }) =>
      family === "signature" && idToken !== undefined && outcome !== "either",
  );

  it.each(signatures.map(({ name, expect: outcome }) => [name, outcome]))(
    "%s: a verifier that knows the keys and the algorithm must %s",
    async (name, outcome) => {
      const { issuer } = known("franceconnect");
      const token = await idTokenWith("franceconnect", name);
      const verified = await jwtVerify(token, createRemoteJWKSet(new URL(`${issuer}/jwks`)), {
        algorithms: ["ES256"],
        issuer,
      }).catch((error: Error) => error);
      expect(verified instanceof Error ? "refuse" : "accept").toBe(outcome);
    },
  );

  const envelopes = PROVIDER_FAULTS.filter(
    ({ family, idToken }) => family === "JWE" && idToken?.envelope !== undefined,
  );

  it.each(envelopes.map(({ name }) => name))(
    "%s: a service with an allow-list cannot open it as a JWS",
    async (name) => {
      const token = await idTokenWith("franceconnect-plus", name);
      const opened = await keys.decrypt(token).then(
        ({ jws }) => jws,
        () => "",
      );
      expect(opened.split(".").length === 3 && opened.length < 10_000).toBe(false);
    },
  );

  it("opens as a JWS where the envelope is intact, so that the envelopes above mean something", async () => {
    const { jws } = await keys.decrypt(await idTokenWith("franceconnect-plus", "none-of-them"));
    expect(jws.split(".")).toHaveLength(3);
  });

  it("is played by the whole platform when it is set by /config, and by one browser when set by cookie", async () => {
    const { issuer } = known("franceconnect");
    const missing = PROVIDER_FAULTS.find(({ name }) => name === "callback-state-missing") as Fault;
    const config = (body: object) =>
      fetch(new URL("/__simulator/config", issuer), { method: "PUT", body: JSON.stringify(body) });
    await config({ fault: missing.name });
    const everybody = await trace("franceconnect");
    await config({ fault: null });
    expect(everybody.callback).not.toContain("state=");
    expect((await trace("franceconnect", missing)).callback).not.toContain("state=");
    expect((await trace("franceconnect")).callback).toContain("state=");
  });

  it("publishes the new key before it signs with it on rotation-before-signing", async () => {
    const { issuer } = known("franceconnect");
    const before = await (await fetch(`${issuer}/jwks`)).text();
    const kid = String(readJwt(await idTokenWith("franceconnect", "rotation-before-signing")).header.kid);
    expect(before).not.toContain(kid);
    expect(await (await fetch(`${issuer}/jwks`)).text()).toContain(kid);
  });

  it.each([
    ["logout-state-missing", null],
    ["logout-state-wrong", `${"s".repeat(32)}1`],
  ])("%s changes the state on the way back from logout", async (fault, state) => {
    const { issuer, client } = known("franceconnect");
    const browser = new SimulatorBrowser();
    const { url } = await browser.visit(authorizeUrl(issuer, client));
    const { body } = await exchange(issuer, client, url);
    browser.setCookie(`simulator_fault=${fault}; Path=/`, issuer);
    const query = new URLSearchParams({
      id_token_hint: String(body.id_token),
      post_logout_redirect_uri: String(client.post_logout_redirect_uris?.[0]),
      state: "s".repeat(32),
    });
    const first = await browser.visit(`${issuer}/session/end?${query}`);
    const end = await browser.submit(await browser.submit(first, "auto-post"), "auto-post");
    expect(new URL(end.url).searchParams.get("state")).toBe(state);
  });
});
