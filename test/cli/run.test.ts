import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type Ended, passerelle } from "../support/passerelle.ts";

const ROOT = resolve(import.meta.dirname, "../..");

async function environment(): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "passerelle-cli-"));
  return {
    FRANCECONNECT_ISSUER: "http://localhost:9/api/v2",
    FRANCECONNECT_CLIENT_ID: "id",
    FRANCECONNECT_CLIENT_SECRET: "a secret nobody may read",
    COLLECTIVITE_SIRET: "21330063500017",
    COLLECTIVITE_NAME: "Val-de-Sorgue",
    SESSION_SECRET: randomBytes(32).toString("base64url"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64url"),
    DATABASE_URL: `file:${join(folder, "passerelle.db")}`,
    PORT: "0",
  };
}

describe("passerelle", () => {
  it("lists its commands", async () => {
    const { code, stdout } = await passerelle(["--help"]);
    expect(code).toBe(0);
    for (const command of ["demo", "start", "simulator", "keys", "check", "particulier", "journal"]) {
      expect(stdout).toContain(`  ${command}`);
    }
  });

  it.each([["start"], ["keys"], ["check"], ["particulier"], ["journal"]])(
    "explains %s with --help",
    async (name) => {
      expect(await passerelle([name, "--help"])).toMatchObject({ code: 0, stderr: "" });
    },
  );

  it.each([[["dance"]], [["keys", "dance"]], [["particulier"]], [["check", "--dance"]]])(
    "exits with 2 on wrong usage: %j",
    async (args) => {
      expect((await passerelle(args)).code).toBe(2);
    },
  );

  it("refuses to start half-configured, naming everything at once", async () => {
    const { code, stderr } = await passerelle(["start"], { FRANCECONNECT_ISSUER: "integration" });
    expect(code).toBe(1);
    for (const variable of [
      "FRANCECONNECT_CLIENT_ID",
      "COLLECTIVITE_SIRET",
      "SESSION_SECRET",
      "ENCRYPTION_KEY",
    ]) {
      expect(stderr).toContain(variable);
    }
    expect(stderr).not.toContain("    at ");
  });

  it("names a database file that cannot be written", async () => {
    const env = await environment();
    const { code, stderr } = await passerelle(["start"], {
      ...env,
      DATABASE_URL: "file:/proc/passerelle.db",
    });
    expect(code).toBe(1);
    expect(stderr).toContain("/proc/passerelle.db");
    expect(stderr).not.toContain("    at ");
  });

  it("names a port in use", async () => {
    const taken = createServer().listen(0);
    const { port } = taken.address() as { port: number };
    const { code, stderr } = await passerelle(["start"], { ...(await environment()), PORT: String(port) });
    taken.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`port ${port}`);
    expect(stderr).not.toContain("    at ");
  });

  it("refuses an encryption key that this database has never seen", async () => {
    const env = await environment();
    await verifyJournal(env);
    const started = await startAndStop(env);
    expect(started.code).toBe(0);
    const other = { ...env, ENCRYPTION_KEY: randomBytes(32).toString("base64url") };
    const { code, stderr } = await passerelle(["start"], other);
    expect(code).toBe(1);
    expect(stderr).toContain("ENCRYPTION_KEY");
  });

  it("checks what is configured, and says that an issuer is down", async () => {
    const { code, stdout } = await passerelle(["check", "--json"], await environment());
    expect(code).toBe(1);
    const findings = JSON.parse(stdout) as { level: string; subject: string }[];
    expect(findings).toContainEqual(
      expect.objectContaining({ level: "error", subject: expect.stringContaining("FranceConnect") }),
    );
    expect(findings).toContainEqual(expect.objectContaining({ level: "ok", subject: "database" }));
    expect(stdout).not.toContain("a secret nobody may read");
  });

  it("starts although its issuer is down, and stops when asked, with 0", async () => {
    expect((await startAndStop(await environment())).code).toBe(0);
  });
});

async function verifyJournal(env: Record<string, string>): Promise<void> {
  await startAndStop(env);
  const { code, stdout } = await passerelle(["journal", "verify", "--json"], env);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ name: "Val-de-Sorgue", intact: true }]);
}

/** Waits until the service listens, then presses Ctrl-C. */
function startAndStop(env: Record<string, string>): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ["--import", "tsx", "src/cli.ts", "start"], {
      cwd: ROOT,
      env: { PATH: process.env.PATH ?? "", ...env },
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
      if (stderr.includes("Listening")) child.kill("SIGINT");
    });
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
}
