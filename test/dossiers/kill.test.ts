import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { createVault, migrate, openDatabase, type Store } from "../../src/storage/index.ts";
import { PDF } from "../support/documents.ts";
import { scene } from "../support/dossiers.ts";
import { newKey } from "../support/new-key.ts";
import { postgresAvailable, startPostgres } from "../support/postgres.ts";
import type { Orders } from "../support/sender.ts";

const SENDER = join(import.meta.dirname, "../support/sender.ts");

interface Heard {
  /** Owner by draft. */
  readonly drafts: Map<string, string>;
  /** Number by dossier: what citizens were told. */
  readonly told: Map<string, string>;
  /** Drafts whose citizen was told that their document is kept. */
  readonly joined: Set<string>;
}

/** Runs the sender; kills it in the middle of its work after so many were told, or lets it end. */
async function run(orders: Orders, heard: Heard, killAfter?: number): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", SENDER], { stdio: ["pipe", "pipe", "inherit"] });
  const exit = once(child, "exit");
  child.stdin.end(`${JSON.stringify(orders)}\n`);
  let told = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, owner = "", id = "", number = ""] = line.split(" ");
    if (word === "draft") heard.drafts.set(id, owner);
    if (word === "joined") heard.joined.add(id);
    if (word !== "sent") continue;
    if (heard.told.has(id)) expect(number).toBe(heard.told.get(id));
    heard.told.set(id, number);
    if (++told === killAfter) child.kill("SIGKILL");
  }
  const [code] = (await exit) as [number | null];
  expect(code).toBe(killAfter === undefined ? 0 : null);
}

async function expectDocument(store: Store, dossier: string): Promise<void> {
  const rows = store.db.selectFrom("documents").select("size").where("dossier_id", "=", dossier);
  expect(await rows.execute()).toEqual([{ size: PDF.length }]);
}

async function killAndLook(url: string, crash: () => Promise<void>): Promise<void> {
  const key = newKey();
  const store = await openDatabase(url);
  await migrate(store);
  const { dossiers, here } = await scene(store, { vault: createVault({ key }) });
  const orders = { url, key, collectivite: here, again: [] };
  const heard: Heard = { drafts: new Map(), told: new Map(), joined: new Set() };
  for (const [round, killAfter] of [7, 18, 31].entries()) {
    await run({ ...orders, citizens: `round-${round}` }, heard, killAfter);
  }
  await crash();

  const inside = async () => store.db.selectFrom("dossiers").select(["id", "number"]).execute();
  const kept = new Map((await inside()).map(({ id, number }) => [id, number]));
  for (const [id, number] of heard.told) expect(kept.get(id)).toBe(number);
  for (const id of heard.joined) await expectDocument(store, id);

  // Citizens who saw no answer send again: those who had been heard get the same number, and nobody has two.
  const unsure = [...heard.drafts].filter(([id]) => !heard.told.has(id));
  await run({ ...orders, again: unsure.map(([id, owner]) => [owner, id]) }, heard);
  for (const [id, number] of kept) expect(heard.told.get(id) ?? number).toBe(number);
  const after = await inside();
  expect(after.map(({ id }) => id).sort()).toEqual([...heard.drafts.keys()].sort());
  expect(new Set(after.map(({ number }) => number)).size).toBe(after.length);
  for (const id of heard.joined) await expectDocument(store, id);
  const events = await store.db.selectFrom("dossier_events").select("dossier_id").execute();
  expect(events.map(({ dossier_id }) => dossier_id).sort()).toEqual([...heard.drafts.keys()].sort());
  expect(await dossiers.journal.verify({ collectivite: here })).toMatchObject({
    intact: true,
    rows: after.length,
  });
  await store.close();
}

describe("a process killed in the middle of sending loses nothing acknowledged, and sends nothing twice", () => {
  it("on SQLite", async () => {
    const folder = mkdtempSync(join(tmpdir(), "passerelle-kill-"));
    try {
      await killAndLook(`file:${join(folder, "passerelle.db")}`, async () => undefined);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it.skipIf(!postgresAvailable())(
    "on PostgreSQL, which crashes too",
    async () => {
      const server = await startPostgres({ durable: true });
      try {
        await killAndLook(await server.createDatabase(), async () => {
          await server.crash();
          await server.restart();
        });
      } finally {
        await server.stop();
      }
    },
    120_000,
  );
});
