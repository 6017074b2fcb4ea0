import { afterAll, beforeAll, expect, it } from "vitest";
import { franceConnect } from "../../src/federation/index.ts";
import type { Simulator } from "../../src/simulator/index.ts";
import { type Portal, startPortal } from "../support/portal.ts";
import { startOnFreePorts } from "../support/simulator.ts";
import { WebBrowser } from "../support/web-browser.ts";

const CLIENT = { client_id: "rotation", client_secret: "s".repeat(64) };

let simulator: Simulator;
let portal: Portal;
beforeAll(async () => {
  portal = await startPortal(async (app, { baseUrl, logger }) => {
    const redirect_uris = [`${baseUrl}/auth/franceconnect/callback`];
    simulator = await startOnFreePorts({
      auto: "test",
      clients: { franceconnect: [{ ...CLIENT, redirect_uris, id_token_signed_response_alg: "ES256" }] },
    });
    const { client_id: clientId, client_secret: clientSecret } = CLIENT;
    const { issuer } = simulator.franceconnect;
    app.use(franceConnect({ baseUrl, logger, franceConnect: { issuer, clientId, clientSecret } }));
  });
});
afterAll(async () => {
  await portal.close();
  await simulator.close();
});

it("a login right after the simulated State changed its keys never fails, several times in a row", async () => {
  for (let round = 0; round < 4; round += 1) {
    const browsers = Array.from({ length: 20 }, () => new WebBrowser());
    const pages = await Promise.all(
      browsers.map((browser) =>
        browser.open(`${portal.baseUrl}/auth/login?level=eidas1`, {
          stop: ({ href }) => href === `${portal.baseUrl}/`,
        }),
      ),
    );
    expect(pages.map(({ status }) => status)).toEqual(browsers.map(() => 303));
    await fetch(new URL("/__simulator/rotate", simulator.franceconnect.issuer), { method: "POST" });
  }
}, 60_000);
