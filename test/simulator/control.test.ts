import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  AGENTS,
  FAULT_ROWS,
  PERSONAS,
  type Simulator,
  type SimulatorClient,
} from "../../src/simulator/index.ts";
import { authorizeUrl, clientNamed, exchange, readJwt, startOnFreePorts } from "../support/simulator.ts";
import { SimulatorBrowser, textOf } from "../support/simulator-browser.ts";

describe("/__simulator/", () => {
  let simulator: Simulator;
  let client: SimulatorClient;
  let ports: readonly string[];

  beforeAll(async () => {
    simulator = await startOnFreePorts();
    client = clientNamed(simulator.franceconnect.clients, "Démarches de la commune");
    ports = [
      simulator.franceconnect.issuer,
      simulator.franceconnectPlus.issuer,
      simulator.proconnect.issuer,
      simulator.apiParticulier.url,
    ].map((address) => new URL(address).origin);
  });
  afterAll(() => simulator.close());
  beforeEach(() => put({ auto: null, fault: null }));

  async function put(body: object, origin = String(ports[0])): Promise<Response> {
    return fetch(`${origin}/__simulator/config`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  it("shows and changes one configuration on every port", async () => {
    for (const origin of ports) {
      expect(await (await put({ auto: "famille", fault: "id-token-acr-missing" }, origin)).json()).toEqual({
        auto: "famille",
        fault: "id-token-acr-missing",
      });
      for (const other of ports) {
        const seen = await (await fetch(`${other}/__simulator/config`)).json();
        expect(seen).toEqual({ auto: "famille", fault: "id-token-acr-missing" });
      }
      await put({ auto: null, fault: null });
    }
  });

  it("changes only what it is given", async () => {
    await put({ auto: "test" });
    expect(await (await put({ fault: "outage" })).json()).toEqual({ auto: "test", fault: "outage" });
  });

  it.each([
    [{ auto: "nobody" }, "unknown_persona"],
    [{ fault: "nothing" }, "unknown_fault"],
    [{ auto: 42 }, "invalid_config"],
    [{ speed: "fast" }, "invalid_config"],
  ])("refuses %j with %s and stays as it was", async (body, error) => {
    const response = await put(body);
    expect([response.status, ((await response.json()) as { error: string }).error]).toEqual([400, error]);
    expect(await (await fetch(`${ports[0]}/__simulator/config`)).json()).toEqual({ auto: null, fault: null });
  });

  it("refuses a body that is not JSON", async () => {
    const response = await fetch(`${ports[0]}/__simulator/config`, { method: "PUT", body: "auto=test" });
    expect(response.status).toBe(400);
  });

  it("finds a persona in whatever Unicode form it is typed", async () => {
    const answer = (await (await put({ auto: "naissance_Algérie".normalize("NFD") })).json()) as {
      auto: string;
    };
    expect(answer.auto).toBe("naissance_Algérie");
  });

  it("lists every persona, every agent and every fault", async () => {
    const ids = ((await (await fetch(`${ports[3]}/__simulator/personas`)).json()) as { id: string }[]).map(
      ({ id }) => id,
    );
    expect(ids).toEqual([...PERSONAS, ...AGENTS].map(({ id }) => id));
    const rows = (await (await fetch(`${ports[1]}/__simulator/faults`)).json()) as object[];
    expect(rows).toEqual(JSON.parse(JSON.stringify(FAULT_ROWS)));
  });

  it("lets auto answer at once, as the persona at FranceConnect and as the commune's agent at ProConnect", async () => {
    await put({ auto: "famille" });
    const citizen = await new SimulatorBrowser().visit(authorizeUrl(simulator.franceconnect.issuer, client));
    expect(new URL(citizen.url).searchParams.has("code")).toBe(true);
    const agents = clientNamed(simulator.proconnect.clients, "Espace des agents");
    const agent = await new SimulatorBrowser().visit(
      authorizeUrl(simulator.proconnect.issuer, agents, { scope: "openid siret", acr_values: undefined }),
    );
    expect(new URL(agent.url).searchParams.has("code")).toBe(true);
  });

  it("lets auto find an identity provider that is strong enough on FranceConnect+", async () => {
    await put({ auto: "test" });
    const plus = clientNamed(simulator.franceconnectPlus.clients, "Démarches de la commune");
    const visit = await new SimulatorBrowser().visit(
      authorizeUrl(simulator.franceconnectPlus.issuer, plus, { acr_values: "eidas3" }),
    );
    expect(new URL(visit.url).searchParams.has("code")).toBe(true);
  });

  it("stops auto on the persona's own error page, and a European at FranceConnect on Y100001", async () => {
    for (const [auto, code] of [
      ["E010008", "Y010008"],
      ["europeenne", "Y100001"],
    ] as const) {
      await put({ auto });
      const page = await new SimulatorBrowser().visit(authorizeUrl(simulator.franceconnect.issuer, client));
      expect(textOf(page, "error-code")).toBe(code);
    }
  });

  it("rotates the keys: new tokens under a new kid, the old key still published", async () => {
    await put({ auto: "test" });
    const { issuer } = simulator.franceconnect;
    const kid = async (): Promise<unknown> => {
      const { url } = await new SimulatorBrowser().visit(authorizeUrl(issuer, client));
      return readJwt((await exchange(issuer, client, url)).body.id_token).header.kid;
    };
    const before = await kid();
    expect((await fetch(`${ports[2]}/__simulator/rotate`, { method: "POST" })).status).toBe(204);
    const after = await kid();
    expect(after).not.toBe(before);
    const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: { kid: string }[] };
    expect(keys.map((key) => key.kid)).toEqual(expect.arrayContaining([before, after]));
  });

  it("lets a login survive a rotation that happens between its two steps", async () => {
    await put({ auto: "test" });
    const { issuer } = simulator.franceconnect;
    const { url } = await new SimulatorBrowser().visit(authorizeUrl(issuer, client));
    await fetch(`${ports[0]}/__simulator/rotate`, { method: "POST" });
    expect((await exchange(issuer, client, url)).status).toBe(200);
  });

  it("answers 404 for anything else", async () => {
    expect((await fetch(`${ports[0]}/__simulator/nothing`)).status).toBe(404);
  });
});
