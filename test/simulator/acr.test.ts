import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator, SimulatorClient } from "../../src/simulator/index.ts";
import {
  authorizeUrl,
  clientNamed,
  encryptionKeys,
  exchange,
  logIn,
  readJwt,
  startOnFreePorts,
} from "../support/simulator.ts";
import { SimulatorBrowser, textOf } from "../support/simulator-browser.ts";

/** FranceConnect's executable specification `connexion-acr-fcp-low` and `-high`, row by row. */
describe("acr_values", () => {
  let simulator: Simulator;
  let keys: Awaited<ReturnType<typeof encryptionKeys>>;
  let low: SimulatorClient;
  let high: SimulatorClient;

  beforeAll(async () => {
    keys = await encryptionKeys("ECDH-ES");
    simulator = await startOnFreePorts({
      clients: {
        franceconnectPlus: [
          {
            client_id: "plus",
            client_secret: "s".repeat(64),
            redirect_uris: ["http://localhost:9999/plus"],
            id_token_encrypted_response_alg: "ECDH-ES",
            id_token_encrypted_response_enc: "A256GCM",
            jwks_uri: keys.jwksUri,
          },
        ],
      },
    });
    low = clientNamed(simulator.franceconnect.clients, "Démarches de la commune");
    high = simulator.franceconnectPlus.clients.find((row) => row.client_id === "plus") as SimulatorClient;
  });
  afterAll(async () => {
    await simulator.close();
    await keys.close();
  });

  it.each(["eidas1", "unknown", "eidas1 eidas2 eidas3", "unknown eidas1"])(
    "FranceConnect answers eidas1 to %s, even by an eidas2 identity provider",
    async (acr_values) => {
      const { issuer } = simulator.franceconnect;
      for (const provider of ["fip1-low", "fip2-low"]) {
        const callback = await logIn(new SimulatorBrowser(), authorizeUrl(issuer, low, { acr_values }), {
          provider,
        });
        const { body } = await exchange(issuer, low, callback.url);
        expect(readJwt(body.id_token).claims.acr).toBe("eidas1");
      }
    },
  );

  it.each([
    ["eidas2", "eidas2"],
    ["eidas3", "eidas3"],
    ["eidas2 eidas3", "eidas2"],
    ["unknown eidas3", "eidas3"],
  ])("FranceConnect sends invalid_acr back for %s", async (acr_values, got) => {
    const { url } = await new SimulatorBrowser().visit(
      authorizeUrl(simulator.franceconnect.issuer, low, { acr_values }),
    );
    const answer = new URL(url).searchParams;
    expect(answer.get("error")).toBe("invalid_acr");
    expect(answer.get("error_description")).toBe(
      `acr_value is not valid, should be equal one of these values, expected eidas1, got ${got}`,
    );
  });

  async function plusAcr(acr_values: string, provider: string): Promise<unknown> {
    const { issuer } = simulator.franceconnectPlus;
    const callback = await logIn(new SimulatorBrowser(), authorizeUrl(issuer, high, { acr_values }), {
      provider,
    });
    const { body } = await exchange(issuer, high, callback.url);
    return readJwt((await keys.decrypt(body.id_token)).jws).claims.acr;
  }

  it.each(["eidas2", "eidas2 eidas3", "eidas3 eidas2", "eidas2 unknown"])(
    "FranceConnect+ serves %s at eidas2, and gives eidas3 where the identity provider is that strong",
    async (acr_values) => {
      expect(await plusAcr(acr_values, "fip3-high")).toBe("eidas2");
      expect(await plusAcr(acr_values, "fip5-high")).toBe("eidas3");
    },
  );

  it.each(["eidas3", "unknown"])("FranceConnect+ serves %s at eidas3", async (acr_values) => {
    expect(await plusAcr(acr_values, "fip5-high")).toBe("eidas3");
  });

  it.each(["eidas1", "eidas1 eidas2", "eidas3 eidas1"])(
    "FranceConnect+ sends invalid_acr back for %s, since it takes the lowest",
    async (acr_values) => {
      const { url } = await new SimulatorBrowser().visit(
        authorizeUrl(simulator.franceconnectPlus.issuer, high, { acr_values }),
      );
      expect(new URL(url).searchParams.get("error_description")).toContain(
        "expected eidas2,eidas3, got eidas1",
      );
    },
  );

  it("FranceConnect+ stops on Y100001 when the identity provider answers too low", async () => {
    const browser = new SimulatorBrowser();
    const url = authorizeUrl(simulator.franceconnectPlus.issuer, high, { acr_values: "eidas3" });
    const personas = await browser.click(await browser.visit(url), "idp-fip1-high");
    const page = await browser.submit(personas, "personas", { persona: "test", acr: "eidas2" });
    expect([page.status, textOf(page, "error-code")]).toEqual([400, "Y100001"]);
    const back = new URL((await browser.click(page, "back-to-service")).url).searchParams;
    expect(back.get("error")).toBe("access_denied");
    expect(back.get("error_description")).toContain("technical error");
  });

  it("stops on Y100018 when the identity provider answers a level it was not given", async () => {
    const browser = new SimulatorBrowser();
    const personas = await browser.click(
      await browser.visit(authorizeUrl(simulator.franceconnect.issuer, low)),
      "idp-fip1-low",
    );
    const page = await browser.submit(personas, "personas", { persona: "test", acr: "eidas3" });
    expect(textOf(page, "error-code")).toBe("Y100018");
  });
});
