import { exportJWK, generateKeyPair } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HostilePortal, login, startHostilePortal } from "../../support/hostile-portal.ts";
import {
  compactSign,
  type HostileProvider,
  type Json,
  type Mutation,
  startHostileProvider,
} from "../../support/hostile-provider.ts";
import { testKeys } from "../../support/test-keys.ts";

/** What a provider may do: each is as much a part of the protocol as what it may not. */
const TOLERATED: readonly (readonly [name: string, mutation: Mutation])[] = [
  ["nothing unusual", {}],
  [
    "an audience in a list of one [F2 valid-aud-as-array]",
    { idToken: { claims: (c) => ({ ...c, aud: [c.aud] }) } },
  ],
  ["bEARER [F2 token-type-case-insensitivity]", { tokenBody: (body) => ({ ...body, token_type: "bEARER" }) }],
  ["no expires_in [F2]", { tokenBody: ({ expires_in: _, ...body }) => body }],
  ["no scope in the token response [F2]", { tokenBody: ({ scope: _, ...body }) => body }],
  [
    "unknown members in the token response",
    { tokenBody: (body) => ({ ...body, refresh_token: "r", x: {} }) },
  ],
  [
    "extra claims [F3 109]",
    { idToken: { claims: (c) => ({ ...c, sid: "x", updated_at: 1_700_000_000_123 }) } },
  ],
  [
    "unknown header members without crit [F3 110]",
    { idToken: { header: (h) => ({ ...h, typ: "JWT", x: 1 }) } },
  ],
  ["azp naming us", { idToken: { claims: (c) => ({ ...c, azp: c.aud }) } }],
  [
    "aggregated and distributed claims, ignored without a call [F1]",
    {
      userinfo: {
        claims: (c) => ({
          ...c,
          _claim_names: { address: "a" },
          _claim_sources: { a: { endpoint: "http://169.254.169.254/", access_token: "t" } },
        }),
      },
    },
  ],
  ["no exp and no iat in UserInfo", { userinfo: { claims: ({ exp: _, iat: __, ...claims }) => claims } }],
  ["a clock four minutes ahead [F4.26]", { clock: 4 * 60_000 }],
  ["a clock four minutes behind [F4.26]", { clock: -4 * 60_000 }],
  ["extra parameters in the callback", { callback: (parameters) => parameters.set("session_state", "x") }],
  [
    "a birth abroad with an empty birthplace",
    { userinfo: { claims: (c) => ({ ...c, birthplace: "", birthcountry: "99352" }) } },
  ],
  [
    "no gender, no e-mail, no usual name",
    { userinfo: { claims: ({ gender: _, email: __, ...c }) => ({ ...c, preferred_username: null }) } },
  ],
  ["a partly unknown birth date", { userinfo: { claims: (c) => ({ ...c, birthdate: "1992-00-00" }) } }],
];

describe(`a provider may (${TOLERATED.length} cases)`, () => {
  let provider: HostileProvider;
  let portal: HostilePortal;

  beforeAll(async () => {
    provider = await startHostileProvider({ acr: "eidas1" });
    portal = await startHostilePortal(provider, { platform: "franceconnect" });
  });
  afterAll(async () => {
    await portal.close();
    await provider.close();
  });

  it.each(TOLERATED)("send %s", async (_name, mutation) => {
    provider.mutation = mutation;
    const { hasSession, codes, leaked } = await login(portal, provider, "eidas1");
    expect(codes).toEqual([]);
    expect(hasSession).toBe(true);
    expect(leaked).toEqual([]);
  });

  it("sign without kid where one key fits [F1 kid-absent-single-jwks]", async () => {
    provider.mutation = { idToken: { header: ({ kid: _, ...header }) => header } };
    expect((await login(portal, provider, "eidas1")).hasSession).toBe(true);
  });

  it("leave `iss` out of its callbacks where it does not announce it", async () => {
    provider.mutation = {
      discovery: ({ authorization_response_iss_parameter_supported: _, ...document }) => document,
      callback: (parameters) => parameters.delete("iss"),
    };
    const other = await startHostilePortal(provider, { platform: "franceconnect" });
    expect((await login(other, provider, "eidas1")).hasSession).toBe(true);
    await other.close();
  });

  it("change its key under the same kid", async () => {
    provider.mutation = {};
    await login(portal, provider, "eidas1");
    const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
    const rotated = { ...(await exportJWK(publicKey)), kid: "es256", alg: "ES256", use: "sig" };
    const sign = (claims: Json, header: Json) => compactSign(claims, header, privateKey);
    provider.mutation = { jwks: () => ({ keys: [rotated] }), idToken: { sign }, userinfo: { sign } };
    expect((await login(portal, provider, "eidas1")).codes).toEqual([]);
    provider.mutation = {};
    expect((await login(portal, provider, "eidas1")).codes).toEqual([]);
  });
});

describe("a higher level than asked is accepted [F4.2]", () => {
  it("eidas3 for eidas2 at FranceConnect+", async () => {
    const keys = await testKeys();
    const provider = await startHostileProvider({
      acr: "eidas3",
      encryptTo: () => keys.published().keys[0] as never,
    });
    const portal = await startHostilePortal(provider, { platform: "franceconnect-plus", keys });
    expect((await login(portal, provider, "eidas2")).hasSession).toBe(true);
    await portal.close();
    await provider.close();
  });
});

describe("after a rotation of the provider's keys no login fails [F1 signing-key-rotation]", () => {
  it("not even twenty at once, right after a read, several times in a row", async () => {
    const provider = await startHostileProvider({ acr: "eidas1" });
    const portal = await startHostilePortal(provider, { platform: "franceconnect" });
    let reads = 0;
    for (const kid of ["first", "second", "third"]) {
      const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
      const published = { ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" };
      const sign = (claims: Json) => compactSign(claims, { alg: "ES256", kid }, privateKey);
      provider.mutation = {
        jwks: () => {
          reads += 1;
          return { keys: [published] };
        },
        idToken: { sign },
        userinfo: { sign },
      };
      for (let count = 0; count < 5; count += 1) {
        expect((await login(portal, provider, "eidas1")).codes).toEqual([]);
      }
    }
    expect(reads).toBe(3);
    await portal.close();
    await provider.close();
  });

  it("and nobody makes us read the keys at will [B2]", async () => {
    const provider = await startHostileProvider({ acr: "eidas1" });
    const portal = await startHostilePortal(provider, { platform: "franceconnect" });
    let reads = 0;
    let attempt = 0;
    provider.mutation = {
      jwks: (document) => {
        reads += 1;
        return document;
      },
      idToken: {
        header: (header) => {
          attempt += 1;
          return { ...header, kid: `unknown-${attempt}` };
        },
      },
    };
    for (let count = 0; count < 40; count += 1) {
      expect((await login(portal, provider, "eidas1")).codes).toEqual(["token_key_unknown"]);
    }
    expect(reads).toBeLessThanOrEqual(14);
    provider.mutation = {};
    expect((await login(portal, provider, "eidas1")).codes).toEqual([]);
    await portal.close();
    await provider.close();
  });
});
