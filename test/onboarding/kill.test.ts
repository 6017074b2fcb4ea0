import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MILESTONES } from "../../src/onboarding/index.ts";
import { migrate, openDatabase } from "../../src/storage/index.ts";
import { onEachDatabase } from "../support/databases.ts";
import { BORDEAUX, smallOnboarding } from "./support.ts";

const IMPORTER = join(import.meta.dirname, "../support/importer.ts");
const LINES = 6_000;
const KILLED_AFTER = 5_000;

/** So many different facts about one collectivité, carried by an éditeur that nobody knew. */
async function bigFile(): Promise<string> {
  const rows = Array.from({ length: LINES }, (_, index) => {
    const day = new Date(Date.UTC(2018, 0, 1 + Math.floor(index / MILESTONES.length)));
    const milestone = MILESTONES[index % MILESTONES.length]?.slug;
    return `${BORDEAUX.siren};${milestone};${day.toISOString().slice(0, 10)};Nouvel éditeur`;
  });
  const path = join(await mkdtemp(join(tmpdir(), "passerelle-kill-import-")), "big.csv");
  await writeFile(path, ["siren;jalon;date;éditeur", ...rows].join("\n"));
  return path;
}

/** The signal that ended an import after so many lines. */
async function killedAfter(lines: number, url: string, path: string): Promise<string | null> {
  const child = spawn(process.execPath, ["--import", "tsx", IMPORTER, url, path, String(lines)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  return signal;
}

onEachDatabase((database) => {
  it("an import killed in the middle has imported nothing; the next one imports all", async () => {
    const url = await database.url();
    const store = await openDatabase(url);
    await migrate(store);
    const { onboarding } = await smallOnboarding(store);
    const path = await bigFile();
    const nothing = await onboarding.timeline(BORDEAUX.siren);
    expect(await killedAfter(KILLED_AFTER, url, path)).toBe("SIGKILL");
    expect(await onboarding.timeline(BORDEAUX.siren)).toEqual(nothing);
    expect([await onboarding.imports(), await onboarding.partners()]).toEqual([[], []]);
    expect(await onboarding.importOwnCsv({ path })).toMatchObject({ lines: LINES, added: LINES });
    const after = await onboarding.timeline(BORDEAUX.siren);
    expect([after?.history.length, after?.vendor, after?.next]).toEqual([LINES, "nouvelediteur", undefined]);
    await store.close();
  }, 60_000);
});
