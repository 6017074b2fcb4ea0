import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { parseClients, type SimulatorClient, startSimulator } from "../../src/simulator/index.ts";
import { authorizeUrl, clientNamed, exchange, startOnFreePorts } from "../support/simulator.ts";
import { SimulatorBrowser } from "../support/simulator-browser.ts";

const VALID: SimulatorClient = {
  client_id: "a",
  client_secret: "s".repeat(64),
  redirect_uris: ["http://localhost:9999/callback"],
};

describe("startSimulator", () => {
  it("gives the object whose JSON is the first line of passerelle simulator --json", async () => {
    const simulator = await startOnFreePorts();
    const printed = JSON.parse(JSON.stringify(simulator));
    await simulator.close();
    expect(Object.keys(printed)).toEqual([
      "franceconnect",
      "franceconnectPlus",
      "proconnect",
      "apiParticulier",
    ]);
    for (const platform of [printed.franceconnect, printed.franceconnectPlus, printed.proconnect]) {
      expect(platform.issuer).toMatch(/^http:\/\/localhost:\d+\/api\/v2$/);
      expect(platform.clients[0]).toMatchObject({
        client_id: expect.stringMatching(/^[0-9a-f]{64}$/),
        client_secret: expect.stringMatching(/^[0-9a-f]{64}$/),
        redirect_uris: [expect.stringContaining("http://localhost:3000/")],
        id_token_signed_response_alg: expect.any(String),
      });
    }
    expect(printed.franceconnectPlus.clients[0].jwks_uri).toBe("http://localhost:3000/.well-known/jwks.json");
    expect(printed.apiParticulier.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(printed.apiParticulier.tokens.length).toBeGreaterThan(1);
    for (const { token, scopes } of printed.apiParticulier.tokens) {
      expect([typeof token, Array.isArray(scopes)]).toEqual(["string", true]);
    }
  });

  it("keeps the built-in clients' credentials from one start to the next, and moves their service", async () => {
    const first = await startOnFreePorts();
    const second = await startOnFreePorts({ serviceUrl: "http://localhost:8123" });
    await Promise.all([first.close(), second.close()]);
    expect(second.franceconnect.clients[0]?.client_secret).toBe(
      first.franceconnect.clients[0]?.client_secret,
    );
    expect(second.franceconnect.clients[0]?.redirect_uris).toEqual([
      "http://localhost:8123/auth/franceconnect/callback",
    ]);
  });

  it("names a port that is in use, and gives back those it had taken", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    for (const name of ["franceconnect", "particulier"] as const) {
      const ports = { franceconnect: 0, franceconnectPlus: 0, proconnect: 0, particulier: 0, [name]: port };
      await expect(startSimulator({ ports })).rejects.toMatchObject({
        code: "SIMULATOR_PORT_IN_USE",
        message: `port ${port} is in use`,
      });
    }
    taken.close();
  });

  it("names a port that is none, a folder of cases that is none, and a persona nobody knows", async () => {
    await expect(startSimulator({ ports: { franceconnect: Number.NaN } })).rejects.toMatchObject({
      code: "SIMULATOR_PORT_INVALID",
    });
    await expect(startOnFreePorts({ casesDir: "/nowhere" })).rejects.toMatchObject({
      code: "SIMULATOR_CASES_UNREADABLE",
    });
    await expect(startOnFreePorts({ auto: "nobody" })).rejects.toMatchObject({
      code: "SIMULATOR_PERSONA_UNKNOWN",
    });
  });

  it.each([
    [
      "an algorithm that is not offered",
      { ...VALID, id_token_signed_response_alg: "ES512" },
      "id_token_signed",
    ],
    ["a redirect URI with a fragment", { ...VALID, redirect_uris: ["http://localhost/#x"] }, "fragments"],
    [
      "redirect URIs on two hosts without sector_identifier_uri",
      { ...VALID, redirect_uris: ["http://localhost:1/a", "http://localhost:2/a"] },
      "sector_identifier_uri",
    ],
  ])("names a client with %s", async (_name, client, hint) => {
    await expect(startOnFreePorts({ clients: { franceconnect: [client] } })).rejects.toMatchObject({
      code: "SIMULATOR_CLIENT_INVALID",
      message: "client a of FranceConnect is not valid",
      operatorHint: expect.stringContaining(hint),
    });
  });

  it("names a client that is given twice", async () => {
    await expect(startOnFreePorts({ clients: { proconnect: [VALID, VALID] } })).rejects.toMatchObject({
      code: "SIMULATOR_CLIENT_INVALID",
      message: "client a of ProConnect is given twice",
    });
  });

  it("defaults a client without an algorithm to HS256, as the library behind FranceConnect does", async () => {
    const simulator = await startOnFreePorts({ clients: { franceconnect: [VALID] }, auto: "test" });
    const { issuer } = simulator.franceconnect;
    const { url } = await new SimulatorBrowser().visit(authorizeUrl(issuer, VALID));
    const { body } = await exchange(issuer, VALID, url);
    await simulator.close();
    expect(JSON.parse(atob(String(body.id_token).split(".")[0] ?? ""))).toEqual({ alg: "HS256" });
  });

  it("serves hundreds of clients, one per collectivité, without slowing down their logins", async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ ...VALID, client_id: `commune-${index}` }));
    const simulator = await startOnFreePorts({ clients: { franceconnect: many }, auto: "test" });
    const { issuer, clients } = simulator.franceconnect;
    const last = clients.at(-1) as SimulatorClient;
    const { url } = await new SimulatorBrowser().visit(authorizeUrl(issuer, last));
    const { status } = await exchange(issuer, last, url);
    await simulator.close();
    expect(status).toBe(200);
  });

  it("lets API Particulier speak for a citizen who came by FranceConnect, within the minute", async () => {
    const simulator = await startOnFreePorts({ auto: "famille" });
    const { issuer, clients } = simulator.franceconnect;
    const client = clientNamed(clients, "Démarches de la commune");
    const scope = "openid identite_pivot cnaf_quotient_familial cnaf_allocataires cnaf_enfants cnaf_adresse";
    const { url } = await new SimulatorBrowser().visit(authorizeUrl(issuer, client, { scope }));
    const { body } = await exchange(issuer, client, url);
    const response = await fetch(
      `${simulator.apiParticulier.url}/v3/dss/quotient_familial/france_connect?recipient=21330063500017`,
      { headers: { authorization: `Bearer ${String(body.access_token)}` } },
    );
    const answer = (await response.json()) as { data: { allocataires: { nom_naissance: string }[] } };
    await simulator.close();
    expect(response.status).toBe(200);
    expect(answer.data.allocataires[0]?.nom_naissance).toBe("FOURNEL");
  });
});

describe("the file of clients", () => {
  it("is read as it is written, unknown metadata included", () => {
    const file = { franceconnect: [{ ...VALID, contacts: ["a@b.fr"] }], dataProviders: [] };
    expect(parseClients(JSON.stringify(file))).toEqual(file);
  });

  it("names every problem at once", () => {
    const file = { franceconnect: [{ client_id: "", client_secret: "short", redirect_uris: [] }], other: [] };
    expect(() => parseClients(JSON.stringify(file))).toThrow(
      expect.objectContaining({
        code: "SIMULATOR_CLIENT_INVALID",
        operatorHint: expect.stringMatching(/client_id[\s\S]*client_secret|client_secret[\s\S]*client_id/),
      }),
    );
  });

  it("says so when it is not JSON", () => {
    expect(() => parseClients("franceconnect:")).toThrow(
      expect.objectContaining({ code: "SIMULATOR_CLIENTS_UNREADABLE" }),
    );
  });
});
