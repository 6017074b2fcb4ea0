import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { franceConnect, type Login } from "../../src/federation/index.ts";
import type { Simulator, SimulatorClient } from "../../src/simulator/index.ts";
import { clientOf, keepingLogger } from "../support/particulier.ts";
import { type Portal, startPortal } from "../support/portal.ts";
import { startOnFreePorts } from "../support/simulator.ts";
import { WebBrowser } from "../support/web-browser.ts";

const CLIENT: Omit<SimulatorClient, "redirect_uris"> = {
  client_id: "after-login",
  client_secret: "s".repeat(64),
  id_token_signed_response_alg: "ES256",
};

/** The whole way: our middleware logs in at the simulated FranceConnect, our adapter asks with the very token. */
describe("the token of a FranceConnect login", () => {
  let simulator: Simulator;
  let portal: Portal;
  let scopes: readonly string[] = [];
  let login: Login | undefined;
  let clock = 0;

  beforeAll(async () => {
    portal = await startPortal(async (app, { baseUrl, logger }) => {
      const redirect_uris = [`${baseUrl}/auth/franceconnect/callback`];
      simulator = await startOnFreePorts({
        auto: "famille",
        now: () => new Date(Date.now() + clock),
        clients: { franceconnect: [{ ...CLIENT, redirect_uris }] },
      });
      const { client_id: clientId, client_secret: clientSecret } = CLIENT;
      app.use(
        franceConnect({
          baseUrl,
          logger,
          franceConnect: { issuer: simulator.franceconnect.issuer, clientId, clientSecret },
          scopes: () => scopes,
          onLogin: async (one) => {
            login = one;
          },
        }),
      );
    });
  });
  afterAll(async () => {
    await portal.close();
    await simulator.close();
  });

  async function logIn(persona: string, asked: readonly string[]): Promise<Login> {
    scopes = asked;
    login = undefined;
    await configure({ auto: persona });
    await new WebBrowser().open(`${portal.baseUrl}/auth/login?level=eidas1`, {
      stop: (url) => url.href === `${portal.baseUrl}/`,
    });
    if (!login) throw new Error(JSON.stringify(portal.log));
    return login;
  }
  const configure = (body: object) =>
    fetch(new URL("/__simulator/config", simulator.franceconnect.issuer), {
      method: "PUT",
      body: JSON.stringify(body),
    });
  const adapter = (options: Parameters<typeof clientOf>[1] = {}) =>
    clientOf(simulator.apiParticulier.url, options);

  it("opens what its scopes name, and what they do not name is absent", async () => {
    const { accessToken, citizen } = await logIn("famille", ["cnaf_quotient_familial"]);
    const answer = await adapter().quotientFamilial({ accessToken, citizen: citizen.identity });
    if (answer.outcome !== "found") throw new Error(JSON.stringify(answer));
    expect(Object.keys(answer.data)).toEqual(["quotient_familial"]);
    expect(answer.data.quotient_familial?.valeur).toEqual(expect.any(Number));
  });

  it("with the scope of the people shows the citizen among them", async () => {
    const { accessToken, citizen } = await logIn("famille", ["cnaf_quotient_familial", "cnaf_allocataires"]);
    const answer = await adapter().quotientFamilial({ accessToken, citizen: citizen.identity });
    expect(answer).toMatchObject({ outcome: "found", identityCheck: "same" });
  });

  it("without any scope of the route is refused, with the habilitation as what to mend", async () => {
    const { accessToken } = await logIn("famille", ["cnaf_quotient_familial"]);
    const answer = await adapter().primeActivite({ accessToken });
    expect(answer).toMatchObject({ outcome: "refused", status: 403, operatorHint: expect.any(String) });
  });

  it("is dead after sixty seconds of the State's clock: refused, by name", async () => {
    const { accessToken } = await logIn("famille", ["cnaf_quotient_familial"]);
    clock += 61_000;
    expect(await adapter().quotientFamilial({ accessToken })).toMatchObject({
      outcome: "refused",
      status: 401,
      code: "51502",
    });
  });

  it("is not even sent once its own date says that it is dead", async () => {
    const { accessToken, accessTokenExpiresAt } = await logIn("famille", ["cnaf_quotient_familial"]);
    const issuedAt = new Date(accessTokenExpiresAt.getTime() - 60_000);
    const late = () => new Date(accessTokenExpiresAt.getTime() + 1_000);
    const answer = await adapter({ now: late }).quotientFamilial({ accessToken, issuedAt });
    expect(answer).toMatchObject({ outcome: "refused", code: "access_token_expired" });
    expect(answer.status).toBeUndefined();
  });

  it("is asked with again after a 409, which another citizen's call in flight causes", async () => {
    const citizens = [
      await logIn("famille", ["cnaf_quotient_familial"]),
      await logIn("parent_isole", ["cnaf_quotient_familial"]),
    ];
    const { logger, lines } = keepingLogger();
    const api = adapter({ logger });
    await configure({ fault: "conflict-once" });
    const answers = await Promise.all(
      citizens.map(({ accessToken }) => api.quotientFamilial({ accessToken })),
    );
    await configure({ fault: null });
    expect(answers.map(({ outcome }) => outcome)).toEqual(["found", "found"]);
    expect(lines.filter((line) => line.includes('"cause":409')).length).toBeGreaterThan(0);
  });
});
