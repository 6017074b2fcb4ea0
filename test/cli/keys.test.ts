import { mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generateKeys, type KeySummary, listKeys } from "../../src/federation/index.ts";
import { passerelle } from "../support/passerelle.ts";

const keys = (args: readonly string[], env?: Record<string, string>) => passerelle(["keys", ...args], env);

const emptyFolder = () => mkdtemp(join(tmpdir(), "passerelle-keys-"));
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

/** A folder with the keys of one registration. */
async function folderOfKeys(): Promise<string> {
  const dir = await emptyFolder();
  await generateKeys(dir, { algs: ["ECDH-ES"] });
  return dir;
}

describe("passerelle keys generate", () => {
  it("makes, for each registration, one key in use and the next one", async () => {
    const dir = join(await emptyFolder(), "keys");
    const { code, stdout, stderr } = await keys(["generate", "--dir", dir, "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const made = (JSON.parse(stdout) as readonly KeySummary[]).map(({ alg, state }) => `${alg} ${state}`);
    expect(made.toSorted()).toEqual([
      "ECDH-ES current",
      "ECDH-ES next",
      "RSA-OAEP-256 current",
      "RSA-OAEP-256 next",
    ]);
  });

  it("lets nobody but its owner into the files, and closes no folder that it did not make", async () => {
    const parent = await emptyFolder();
    const dir = join(parent, "keys");
    await mkdir(dir, { mode: 0o755 });
    await keys(["generate", "--dir", dir]);
    expect(await modeOf(dir)).toBe(0o755);
    await keys(["generate", "--dir", join(parent, "new")]);
    expect(await modeOf(join(parent, "new"))).toBe(0o700);
    const files = await readdir(dir);
    expect(files).toHaveLength(4);
    for (const file of files) expect(await modeOf(join(dir, file)), file).toBe(0o600);
  });

  it("prints nothing private, in words or in JSON", async () => {
    const dir = await emptyFolder();
    const printed = [
      await keys(["generate", "--dir", dir, "--json"]),
      await keys(["list", "--dir", dir]),
      await keys(["list", "--dir", dir, "--json"]),
      await keys(["rotate", "--dir", dir, "--json"]),
    ].map(({ stdout, stderr }) => stdout + stderr);
    const secrets = await Promise.all(
      (await readdir(dir)).map(async (file) => {
        const { jwk } = JSON.parse(await readFile(join(dir, file), "utf8")) as { jwk: { d: string } };
        return jwk.d;
      }),
    );
    expect(secrets.every((secret) => secret.length > 40)).toBe(true);
    for (const secret of secrets) expect(printed.join("\n")).not.toContain(secret);
  });

  it("leaves alone what is already there", async () => {
    const dir = await folderOfKeys();
    const before = await listKeys(dir);
    const { code, stdout } = await keys(["generate", "--dir", dir, "--alg", "ECDH-ES", "--json"]);
    expect({ code, made: JSON.parse(stdout) }).toEqual({ code: 0, made: [] });
    expect(await listKeys(dir)).toEqual(before);
  });

  it("makes only the keys of one registration with --alg, in the folder that KEYS_DIR names", async () => {
    const dir = await emptyFolder();
    const { code, stdout } = await keys(["generate", "--alg", "ECDH-ES", "--json"], { KEYS_DIR: dir });
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as readonly KeySummary[]).map(({ alg }) => alg)).toEqual([
      "ECDH-ES",
      "ECDH-ES",
    ]);
    expect(await readdir(dir)).toHaveLength(2);
  });
});

describe("passerelle keys rotate", () => {
  it("takes the next key into use, retires the former one and makes a new next one", async () => {
    const dir = await folderOfKeys();
    const before = await listKeys(dir);
    const kidOf = (state: string) => before.find((key) => key.state === state)?.kid;
    const { code, stdout } = await keys(["rotate", "--dir", dir, "--json"]);
    expect(code).toBe(0);
    const rotation = JSON.parse(stdout) as Record<string, readonly string[]>;
    expect(rotation).toMatchObject({ current: [kidOf("next")], retired: [kidOf("current")], removed: [] });
    const after = await listKeys(dir);
    expect(Object.fromEntries(after.map(({ state, kid }) => [state, [kid]]))).toEqual({
      current: rotation.current,
      next: rotation.next,
      retired: rotation.retired,
    });
    for (const file of await readdir(dir)) expect(await modeOf(join(dir, file)), file).toBe(0o600);
  });

  it("does not rotate on a key file that is broken, and changes nothing", async () => {
    const dir = await folderOfKeys();
    const broken = join(dir, "broken.key.json");
    await writeFile(broken, "{");
    const before = (await readdir(dir)).toSorted();
    const { code, stdout, stderr } = await keys(["rotate", "--dir", dir]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(broken);
    expect(stderr).not.toContain("    at ");
    expect((await readdir(dir)).toSorted()).toEqual(before);
  });
});

describe("passerelle keys list", () => {
  it("prints one line per key (kid, algorithm, state), or the same as JSON", async () => {
    const dir = await folderOfKeys();
    const expected = await listKeys(dir);
    const { code, stdout } = await keys(["list", "--dir", dir]);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(expected.length);
    for (const { kid, alg, state } of expected) {
      expect(lines.find((line) => line.includes(kid))).toMatch(new RegExp(`${alg}.*${state}`));
    }
    expect(JSON.parse((await keys(["list", "--dir", dir, "--json"])).stdout)).toEqual(expected);
  });

  it("says that there is nothing, with 0, where no key was ever made", async () => {
    const dir = join(await emptyFolder(), "none");
    expect(await keys(["list", "--dir", dir])).toEqual({ code: 0, stdout: "nothing to show\n", stderr: "" });
    expect((await keys(["list", "--dir", dir, "--json"])).stdout).toBe("[]\n");
  });
});

describe("passerelle keys, misused", () => {
  it.each([
    [
      "a file stands there",
      async (place: string) => {
        await writeFile(place, "");
        return place;
      },
    ],
    [
      "a link leads back to itself",
      async (place: string) => {
        await symlink(place, place);
        return place;
      },
    ],
    // No one can make a folder there, not even root.
    ["nothing can be written", async () => "/sys/passerelle-keys"],
  ])("exits with 1 and names the folder where %s", async (_what, prepare) => {
    const dir = await prepare(join(await emptyFolder(), "keys"));
    const { code, stdout, stderr } = await keys(["generate", "--dir", dir]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(dir);
    expect(stderr).not.toContain("    at ");
  });

  it.each([
    ["an algorithm that FranceConnect+ does not know", ["generate", "--alg", "none"]],
    ["a verb that does not exist", ["dance"]],
    ["an option that does not exist", ["list", "--dance"]],
    ["no verb", []],
  ])("exits with 2 on %s", async (_what, args) => {
    const { code, stdout } = await keys(args, { KEYS_DIR: await emptyFolder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});
