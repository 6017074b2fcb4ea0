import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { demoSettings } from "../../src/cli/demo-settings.ts";
import { FRENCH_TITLES } from "../../src/cli/rehearsal/french.ts";
import { reportPage } from "../../src/cli/rehearsal/report-page.tsx";
import { POINTS, type RehearsalReport, runRehearsal } from "../../src/cli/rehearsal/run.ts";
import { run } from "../../src/cli/run.ts";
import { createOnboarding } from "../../src/onboarding/index.ts";
import { type RunningService, startService } from "../../src/service/index.ts";
import { type Simulator, startSimulator } from "../../src/simulator/index.ts";
import { openDatabase } from "../../src/storage/index.ts";
import { startPortal } from "../support/portal.ts";
import { freePort } from "../support/server-process.ts";

const now = () => new Date("2026-11-20T10:00:00Z");
/** What the command prints is its own business here. */
const quietly = async (argv: readonly string[]) => {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    return await run(["node", "passerelle", "rehearse", ...argv]);
  } finally {
    process.exitCode = undefined;
    out.mockRestore();
    err.mockRestore();
  }
};
const outcomes = (report: RehearsalReport, outcome: string) =>
  report.points.filter((point) => point.outcome === outcome).map(({ id, detail }) => `${id}: ${detail}`);

describe("the rehearsal of the reference portal", () => {
  let simulator: Simulator;
  let service: RunningService;
  let url: string;
  let data: string;
  beforeAll(async () => {
    const port = await freePort();
    url = `http://localhost:${port}`;
    data = await mkdtemp(join(tmpdir(), "passerelle-rehearsal-"));
    const ports = { franceconnect: 0, franceconnectPlus: 0, proconnect: 0, particulier: 0 };
    simulator = await startSimulator({ serviceUrl: url, ports });
    service = await startService(await demoSettings({ simulator, port, data }));
  }, 60_000);
  afterAll(async () => {
    await service?.close();
    await simulator?.close();
  });

  it("passes every point that applies", async () => {
    const report = await runRehearsal(new URL(url), { now });
    expect(outcomes(report, "failed")).toEqual([]);
    expect(outcomes(report, "not-applicable")).toEqual(["header-hsts: plain http, on loopback"]);
    expect(report).toMatchObject({ ok: true, passed: POINTS.length - 1, at: "2026-11-20T10:00:00.000Z" });
  }, 60_000);

  it("is kept as evidence, by the command that played it", async () => {
    const database = `file:${join(data, "tracker.db")}`;
    expect(await quietly([url, "--json", "--record", "213300635", "--database", database])).toBe(0);
    const store = await openDatabase(database);
    const timeline = await createOnboarding({ store, now }).timeline("213300635");
    expect(timeline?.reached).toHaveProperty("rehearsal-passed");
    expect(timeline?.history[0]).toMatchObject({
      source: "rehearsal",
      evidence: { address: url, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    await store.close();
  }, 60_000);
});

describe("a portal that does everything wrong", () => {
  const EVERYTHING = "<html><body>Bienvenue</body></html>";

  /** Answers 200 to all, reflects what it is told, logs anybody in, and announces itself. */
  const careless = () =>
    startPortal((app, { baseUrl }) => {
      const root = express.Router();
      root.get("/auth/login", (req, res) => {
        const target = String(req.query.return_to ?? "");
        if (/evil/.test(target)) return void res.redirect("https://evil.invalid/");
        const host = req.get("x-forwarded-host");
        const plus = req.query.level !== "eidas1";
        const query = new URLSearchParams({
          client_id: "x",
          scope: "profile",
          state: "same",
          nonce: "same",
          login_hint: "x",
          redirect_uri: `${host ? `https://${host}` : baseUrl}/auth/${plus ? "plus" : "low"}/callback`,
        });
        res.setHeader("set-cookie", "login=1");
        res.redirect(`https://provider.invalid/authorize?${query}`);
      });
      root.get(
        "/.well-known/jwks.json",
        (_req, res) => void res.json({ keys: [{ kty: "EC", d: "private" }] }),
      );
      root.use((req, res) => {
        res.type("html").send(`${EVERYTHING}${String(req.query.error_description ?? "")}`);
      });
      app.use(root);
    });

  it("fails every point: none of them passes by itself", async () => {
    const portal = await careless();
    const report = await runRehearsal(new URL(portal.baseUrl), { now });
    await portal.close();
    expect(outcomes(report, "passed")).toEqual([]);
    expect(report.ok).toBe(false);
  }, 60_000);

  it("is not recorded as evidence, and the command fails", async () => {
    const portal = await careless();
    const database = `file:${join(await mkdtemp(join(tmpdir(), "passerelle-rehearsal-")), "tracker.db")}`;
    const argv = [portal.baseUrl, "--json", "--record", "213300635"];
    const code = await quietly([...argv, "--database", database]);
    await portal.close();
    expect(code).toBe(1);
  }, 60_000);

  it("that does not answer fails too, in words", async () => {
    const report = await runRehearsal(new URL(`http://127.0.0.1:${await freePort()}`), { now });
    expect(report).toMatchObject({ ok: false, passed: 0 });
    expect(report.points[0]?.detail).toContain("ECONNREFUSED");
  });
});

describe("passerelle rehearse", () => {
  it.each([
    ["an address that is not named as one's own", ["https://portal.example.org"]],
    ["plain http elsewhere", ["http://portal.example.org", "--i-operate-this-address"]],
    ["an address with a path", ["http://localhost:3000/path"]],
    ["no address", []],
  ])("refuses %s, and asks nobody", async (_name, args) => {
    expect(await quietly(args)).toBe(2);
  });

  it("names every point in French in its report, and no other", () => {
    expect(Object.keys(FRENCH_TITLES).sort()).toEqual(POINTS.map(({ id }) => id).sort());
  });

  it("writes a report that is a page of its own, with every point escaped", () => {
    const point = { id: "x", title: "<script>alert(1)</script>", rule: "rule" };
    const html = reportPage({
      address: "http://localhost:3000",
      at: "2026-11-20T10:00:00.000Z",
      passed: 0,
      failed: 1,
      notApplicable: 0,
      ok: false,
      points: [{ ...point, outcome: "failed", detail: "<b>" }],
    });
    expect(html).toMatch(/^<!doctype html><html lang="fr">/);
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script");
  });
});
