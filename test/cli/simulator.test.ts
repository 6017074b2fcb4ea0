import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passerelle } from "../support/passerelle.ts";

const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
const tsx = fileURLToPath(new URL("../../node_modules/tsx/dist/cli.mjs", import.meta.url));

const FREE_PORTS = {
  SIMULATOR_FRANCECONNECT_PORT: "0",
  SIMULATOR_FRANCECONNECT_PLUS_PORT: "0",
  SIMULATOR_PROCONNECT_PORT: "0",
  SIMULATOR_PARTICULIER_PORT: "0",
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "passerelle-simulator-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string): string {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, content);
  return path;
}

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, ...FREE_PORTS, ...environment };
  return spawn(process.execPath, [tsx, cli, "simulator", ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs the command to its end. */
const simulator = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  passerelle(["simulator", ...args], { ...FREE_PORTS, ...environment });

describe("passerelle simulator", () => {
  it("prints one line of JSON, answers, and stops with 0 on SIGTERM", async () => {
    const client = {
      client_id: "cantine",
      client_secret: "s".repeat(64),
      redirect_uris: ["http://localhost:8080/callback"],
    };
    const child = start(
      ["--json", "--auto", "test", "--clients", file(JSON.stringify({ franceconnect: [client] }))],
      {
        PORT: "3456",
      },
    );
    const lines = createInterface({ input: child.stdout });
    const [line] = await once(lines, "line");
    const printed = JSON.parse(String(line));
    expect(Object.keys(printed)).toEqual([
      "franceconnect",
      "franceconnectPlus",
      "proconnect",
      "apiParticulier",
    ]);
    expect(printed.franceconnect.clients.at(-1)).toEqual(client);
    expect(printed.franceconnect.clients[0].redirect_uris).toEqual([
      "http://localhost:3456/auth/franceconnect/callback",
    ]);
    const config = await fetch(`${printed.apiParticulier.url}/__simulator/config`);
    expect(await config.json()).toEqual({ auto: "test", fault: null });
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
  }, 60_000);

  it("lists faults and personas, also as JSON", async () => {
    const faults = JSON.parse((await simulator(["--list-faults", "--json"])).stdout);
    expect(faults.length).toBeGreaterThanOrEqual(100);
    const personas = await simulator(["--list-personas"]);
    expect(personas.stdout).toMatch(/^famille +Camille/);
    expect(personas.code).toBe(0);
  }, 60_000);

  it("names a persona nobody knows, with exit 2", async () => {
    const { code, stderr } = await simulator(["--auto", "nobody"]);
    expect(code).toBe(2);
    expect(stderr).toContain("no persona is called nobody");
  }, 60_000);

  it.each([
    ["that is missing", () => join(folder, "absent.json"), "cannot be read"],
    ["that is not JSON", () => file("cantine"), "is not JSON"],
    ["with a client without secret", () => file('{"proconnect":[{"client_id":"a"}]}'), "client_secret"],
  ])(
    "names a file of clients %s, with exit 1",
    async (_name, path, problem) => {
      const given = path();
      const { code, stderr } = await simulator(["--clients", given]);
      expect(code).toBe(1);
      expect(stderr).toContain(given);
      expect(stderr).toContain(problem);
      expect(stderr).not.toContain("    at ");
    },
    60_000,
  );

  it("names a port that is in use, with exit 1", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const port = String((taken.address() as AddressInfo).port);
    const { code, stderr } = await simulator([], { SIMULATOR_PROCONNECT_PORT: port });
    taken.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`port ${port} is in use`);
  }, 60_000);
});
