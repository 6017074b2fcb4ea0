import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompactEncrypt, compactDecrypt, importJWK } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  franceConnect,
  generateKeys,
  type KeyRing,
  KeysError,
  listKeys,
  loadKeys,
  rotateKeys,
} from "../../../src/federation/index.ts";
import { login, startHostilePortal } from "../../support/hostile-portal.ts";
import { CLIENT_ID, CLIENT_SECRET, startHostileProvider } from "../../support/hostile-provider.ts";
import { startPortal } from "../../support/portal.ts";

const DAY = 24 * 60 * 60 * 1000;
const PRIVATE = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

describe("the service's own keys", () => {
  let dir: string;
  let clock = Date.now();
  const now = () => new Date(clock);
  beforeEach(async () => {
    dir = join(await mkdtemp(join(tmpdir(), "passerelle-")), "keys");
    clock = Date.now();
  });
  afterEach(() => rm(join(dir, ".."), { recursive: true, force: true }));

  const states = async (): Promise<Record<string, string>> =>
    Object.fromEntries((await listKeys(dir)).map(({ kid, state }) => [kid, state]));

  it("are readable by their owner only", async () => {
    await generateKeys(dir);
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(dir)) expect((await stat(join(dir, name))).mode & 0o777).toBe(0o600);
  });

  it("are made once: a second generate leaves them alone", async () => {
    expect(await generateKeys(dir, { algs: ["ECDH-ES"] })).toHaveLength(2);
    expect(await generateKeys(dir, { algs: ["ECDH-ES"] })).toHaveLength(0);
  });

  it("are published with kid, alg and use, the current one first, and nothing private", async () => {
    await generateKeys(dir);
    const ring = await loadKeys(dir);
    const { keys } = ring.published();
    expect(keys.map(({ alg, use }) => [alg, use])).toEqual(
      expect.arrayContaining([
        ["RSA-OAEP-256", "enc"],
        ["ECDH-ES", "enc"],
      ]),
    );
    for (const key of keys) for (const member of PRIVATE) expect(key).not.toHaveProperty(member);
    const known = await states();
    expect(keys.map(({ kid }) => known[kid ?? ""])).toEqual(["current", "current", "next", "next"]);
  });

  it("rotate: next becomes current, current retires and still decrypts, a day later it is gone", async () => {
    await generateKeys(dir, { algs: ["ECDH-ES"], now });
    const ring = await loadKeys(dir, { now });
    const [first] = ring.published().keys;
    const token = await new CompactEncrypt(new TextEncoder().encode("hello"))
      .setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM", kid: first?.kid ?? "" })
      .encrypt(await importJWK(first ?? { kty: "EC" }, "ECDH-ES"));
    const decrypt = async (from: KeyRing) => {
      const found = await from.find(first?.kid ?? "");
      return found && new TextDecoder().decode((await compactDecrypt(token, found.key)).plaintext);
    };

    const rotation = await rotateKeys(dir, { now });
    expect(rotation.retired).toEqual([first?.kid]);
    clock += 20_000;
    ring.published();
    await ring.find("makes it read again");
    expect(ring.published().keys.map(({ kid }) => kid)).toEqual([...rotation.current, ...rotation.next]);
    expect(await decrypt(ring)).toBe("hello");

    clock += DAY + 60_000;
    expect((await rotateKeys(dir, { now })).removed).toEqual([first?.kid]);
    expect(await decrypt(await loadKeys(dir, { now }))).toBeUndefined();
  });

  it("are found by a running process the moment another one rotates", async () => {
    await generateKeys(dir, { algs: ["ECDH-ES"], now });
    const ring = await loadKeys(dir, { now });
    const { next } = await rotateKeys(dir, { now });
    clock += 1_500;
    expect((await ring.find(next[0] ?? ""))?.kid).toBe(next[0]);
  });

  it("stay in memory while the folder is away", async () => {
    await generateKeys(dir, { algs: ["ECDH-ES"], now });
    const ring = await loadKeys(dir, { now });
    const kid = ring.published().keys[0]?.kid ?? "";
    await rm(dir, { recursive: true });
    clock += 60_000;
    await ring.find("unknown");
    expect((await ring.find(kid))?.kid).toBe(kid);
  });

  it("warn after a year in use", async () => {
    await generateKeys(dir, { algs: ["ECDH-ES"], now });
    const ring = await loadKeys(dir, { now });
    expect(ring.warnings()).toEqual([]);
    clock += 366 * DAY;
    expect(ring.warnings()[0]).toContain("passerelle keys rotate");
  });

  it("that are none, or are broken, are named", async () => {
    await expect(loadKeys(dir)).rejects.toMatchObject({ code: "KEYS_MISSING" });
    await generateKeys(dir, { algs: ["ECDH-ES"] });
    await writeFile(join(dir, "broken.key.json"), "{");
    const failure = await loadKeys(dir).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(KeysError);
    expect(failure).toMatchObject({
      code: "KEYS_UNREADABLE",
      operatorHint: expect.stringContaining("broken.key.json"),
    });
  });

  it("are kept out of git", async () => {
    const ignored = await readFile(new URL("../../../.gitignore", import.meta.url), "utf8");
    expect(ignored.split("\n")).toEqual(expect.arrayContaining(["keys/*", "!keys/README.md"]));
  });

  it("are served with a max-age that the rotation plan allows for", async () => {
    await generateKeys(dir, { algs: ["ECDH-ES"] });
    const provider = await startHostileProvider({ acr: "eidas2" });
    const portal = await startPortal((app, { baseUrl }) => {
      const client = { issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
      app.use(franceConnect({ baseUrl, keysDir: dir, franceConnectPlus: client }));
    });
    const answer = await fetch(`${portal.baseUrl}/.well-known/jwks.json`);
    expect(answer.headers.get("content-type")).toContain("application/jwk-set+json");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
    expect(((await answer.json()) as { keys: unknown[] }).keys).toHaveLength(2);
    await portal.close();
    await provider.close();
  });

  it("that are missing keep nobody from starting, and send nobody to FranceConnect+ in vain", async () => {
    const provider = await startHostileProvider({ acr: "eidas2" });
    const portal = await startHostilePortal(provider, {
      platform: "franceconnect-plus",
      options: { keysDir: dir },
    });
    const outcome = await login(portal, provider, "eidas2");
    expect([outcome.page.status, outcome.codes]).toEqual([503, ["own_keys_missing"]]);
    expect(portal.middleware.status()[0]?.hint).toContain("passerelle keys generate");
    await generateKeys(dir, { algs: ["ECDH-ES"] });
    const { keys } = (await (await fetch(`${portal.baseUrl}/.well-known/jwks.json`)).json()) as {
      keys: unknown[];
    };
    expect(keys).toHaveLength(2);
    await portal.close();
    await provider.close();
  });
});

describe("during a rotation of our keys no login fails [F4.7]", () => {
  it("the previous, the present and the next key all open a token; another's does not", async () => {
    const folder = join(await mkdtemp(join(tmpdir(), "passerelle-")), "keys");
    await generateKeys(folder, { algs: ["ECDH-ES"] });
    const before = await loadKeys(folder);
    let target = before.published().keys[0];
    const provider = await startHostileProvider({ acr: "eidas2", encryptTo: () => target as never });
    const portal = await startHostilePortal(provider, {
      platform: "franceconnect-plus",
      options: { keysDir: folder },
    });
    await rotateKeys(folder);
    const after = await loadKeys(folder);
    for (const key of [...before.published().keys, ...after.published().keys]) {
      target = key;
      expect((await login(portal, provider, "eidas2")).codes).toEqual([]);
    }
    target = { ...after.published().keys[0], kid: "another" } as never;
    expect((await login(portal, provider, "eidas2")).codes).toEqual(["token_decryption_key_unknown"]);
    const { kid: _, ...nameless } = after.published().keys[0] ?? {};
    target = nameless as never;
    expect((await login(portal, provider, "eidas2")).codes).toEqual(["token_decryption_key_unknown"]);
    await portal.close();
    await provider.close();
    await rm(join(folder, ".."), { recursive: true });
  });
});
