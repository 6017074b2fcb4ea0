import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENTS, PERSONAS, type Simulator, type SimulatorClient } from "../../src/simulator/index.ts";
import {
  authorizeUrl,
  clientNamed,
  encryptionKeys,
  exchange,
  logIn,
  readJwt,
  startOnFreePorts,
  userinfo,
} from "../support/simulator.ts";
import { SimulatorBrowser } from "../support/simulator-browser.ts";

const ALL_LOW = "openid profile birth identite_pivot email preferred_username idp_birthdate amr";
const ALL_HIGH =
  "openid profile birth identite_pivot email preferred_username rnipp_identite_pivot rnipp_profile";

describe("the identity", () => {
  let simulator: Simulator;
  let keys: Awaited<ReturnType<typeof encryptionKeys>>;

  beforeAll(async () => {
    keys = await encryptionKeys("RSA-OAEP-256");
    const sibling = (client_id: string, entity_id?: string): SimulatorClient => ({
      client_id,
      client_secret: "s".repeat(64),
      redirect_uris: [`http://localhost:9999/${client_id}`],
      id_token_signed_response_alg: "ES256",
      ...(entity_id === undefined ? {} : { entity_id }),
    });
    simulator = await startOnFreePorts({
      clients: {
        franceconnect: [sibling("a", "commune"), sibling("b", "commune"), sibling("c")],
        franceconnectPlus: [
          {
            ...sibling("plus", "commune"),
            id_token_encrypted_response_alg: "RSA-OAEP-256",
            id_token_encrypted_response_enc: "A256GCM",
            userinfo_encrypted_response_alg: "RSA-OAEP-256",
            userinfo_encrypted_response_enc: "A256GCM",
            jwks_uri: keys.jwksUri,
          },
        ],
      },
    });
  });
  afterAll(async () => {
    await simulator.close();
    await keys.close();
  });

  const known = (clients: readonly SimulatorClient[], id: string): SimulatorClient =>
    clients.find((row) => row.client_id === id) as SimulatorClient;

  async function low(persona: string, scope = ALL_LOW, id?: string): Promise<Record<string, unknown>> {
    const { issuer, clients } = simulator.franceconnect;
    const client = id === undefined ? clientNamed(clients, "Démarches de la commune") : known(clients, id);
    const url = authorizeUrl(issuer, client, { scope });
    const callback = await logIn(new SimulatorBrowser(), url, { provider: "fip1-low", persona });
    const { body } = await exchange(issuer, client, callback.url);
    return readJwt(await (await userinfo(issuer, body.access_token)).text()).claims;
  }

  async function high(persona: string, provider = "fip1-high"): Promise<Record<string, unknown>> {
    const { issuer, clients } = simulator.franceconnectPlus;
    const client = known(clients, "plus");
    const url = authorizeUrl(issuer, client, { scope: ALL_HIGH, acr_values: "eidas2" });
    const callback = await logIn(new SimulatorBrowser(), url, { provider, persona });
    const { body } = await exchange(issuer, client, callback.url);
    const jwe = await (await userinfo(issuer, body.access_token)).text();
    return readJwt((await keys.decrypt(jwe)).jws).claims;
  }

  it("of the sandbox's own test person is the published one", async () => {
    expect(await low("test")).toMatchObject({
      given_name: "Angela Claire Louise",
      given_name_array: ["Angela", "Claire", "Louise"],
      family_name: "DUBOIS",
      gender: "female",
      birthdate: "1962-08-24",
      birthplace: "75107",
      birthcountry: "99100",
      email: "wossewodda-3728@yopmail.com",
      idp_birthdate: "1962-08-24",
    });
  });

  it("travels with sub, aud, exp, iat and iss, and nothing for the scope amr", async () => {
    const claims = await low("avec_nom_dusage");
    expect(Object.keys(claims).sort()).toEqual(
      [
        ...["aud", "birthcountry", "birthdate", "birthplace", "email", "exp", "family_name", "gender"],
        ...["given_name", "given_name_array", "iat", "idp_birthdate", "iss", "preferred_username", "sub"],
      ].sort(),
    );
  });

  it("has no nom d'usage where none is known: the key is absent", async () => {
    expect(await low("test")).not.toHaveProperty("preferred_username");
  });

  it("gives each scope its claims and no more", async () => {
    const claims = await low("avec_nom_dusage", "openid family_name birthdate");
    expect(claims).toMatchObject({ family_name: "MERCIER", birthdate: "1969-03-17" });
    expect(claims).not.toHaveProperty("given_name");
    expect(claims).not.toHaveProperty("preferred_username");
  });

  it("gives nothing for a data scope", async () => {
    const claims = await low("famille", "openid cnaf_quotient_familial");
    expect(Object.keys(claims).sort()).toEqual(["aud", "exp", "iat", "iss", "sub"]);
  });

  it("of a birth abroad has an empty birthplace on FranceConnect, and whatever was sent on FranceConnect+", async () => {
    expect((await low("naissance_Algérie")).birthplace).toBe("");
    expect(await high("naissance_Algérie")).not.toHaveProperty("birthplace");
    expect((await high("naissance_Maroc")).birthplace).toBe("Rabat");
  });

  it("of a presumed birth is filled with 01 on FranceConnect and raw on FranceConnect+", async () => {
    const id = "étranger_présumé_né_jour_et_mois";
    expect(await low(id)).toMatchObject({ birthdate: "1992-01-01", idp_birthdate: "1992-00-00" });
    expect(await high(id)).toMatchObject({ birthdate: "1992-00-00", rnipp_birthdate: "1992-01-01" });
  });

  it("on FranceConnect+ stands beside its RNIPP double, without given_name_array of its own", async () => {
    const claims = await high("test");
    expect(claims).toMatchObject({
      given_name: "Angela Claire Louise",
      rnipp_given_name: "Angela Claire Louise",
      rnipp_given_name_array: ["Angela", "Claire", "Louise"],
      rnipp_birthcountry: "99100",
    });
    expect(claims).not.toHaveProperty("given_name_array");
  });

  it("of a European has no country of birth, no e-mail and no RNIPP double", async () => {
    const claims = await high("europeenne", "eidas-bridge");
    expect(claims).toMatchObject({ family_name: "BIANCHI", birthplace: "Bologna" });
    expect(Object.keys(claims).filter((name) => /birthcountry|email|gender|rnipp/.test(name))).toEqual([]);
  });

  it("keeps one sub for one entity, another for another entity, and another on the other platform", async () => {
    const [a, b, c, plus] = [
      await low("test", "openid", "a"),
      await low("test", "openid", "b"),
      await low("test", "openid", "c"),
      await high("test"),
    ];
    expect(a.sub).toBe(b.sub);
    expect(new Set([a.sub, c.sub, plus.sub]).size).toBe(3);
  });

  it("keeps its sub after a restart", async () => {
    const before = await low("famille");
    const again = await startOnFreePorts();
    const { issuer, clients } = again.franceconnect;
    const client = clientNamed(clients, "Démarches de la commune");
    const url = authorizeUrl(issuer, client);
    const callback = await logIn(new SimulatorBrowser(), url, { provider: "fip2-low", persona: "famille" });
    const { body } = await exchange(issuer, client, callback.url);
    await again.close();
    expect(readJwt(body.id_token).claims.sub).toBe(before.sub);
  });
});

describe("the personas", () => {
  it("are at least twenty citizens and ten agents, each with its own id, title and note", () => {
    const everyone = [...PERSONAS, ...AGENTS];
    expect(PERSONAS.length).toBeGreaterThanOrEqual(20);
    expect(AGENTS.length).toBeGreaterThanOrEqual(10);
    expect(new Set(everyone.map(({ id }) => id)).size).toBe(everyone.length);
    for (const { title, note } of everyone) expect([title, note].every((text) => text.length > 5)).toBe(true);
  });

  it("are all different people, so that no two share a sub by chance", () => {
    const identities = PERSONAS.map(({ claims }) => JSON.stringify(claims));
    const doubles = identities.filter((identity, index) => identities.indexOf(identity) !== index);
    expect(doubles).toEqual([]);
  });

  it("name only data faults that API Particulier can play", async () => {
    const { PARTICULIER_FAULTS } = await import("../../src/simulator/index.ts");
    const names = PARTICULIER_FAULTS.map(({ name }) => name);
    for (const { particulier } of PERSONAS) {
      if (particulier?.fault !== undefined) expect(names).toContain(particulier.fault);
    }
  });
});
