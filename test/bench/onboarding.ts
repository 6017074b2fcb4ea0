import { execFile } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createOnboarding, MILESTONES, type Onboarding } from "../../src/onboarding/index.ts";
import { territoriesFromCog } from "../../src/onboarding/registry/cog.ts";
import { migrate, openDatabase } from "../../src/storage/index.ts";
import { postgresAvailable, startPostgres } from "../support/postgres.ts";

const MANY = 1_000_000;
const FEW = MANY / 10;
const IMPORTED = 100_000;
const ROUNDS = 30;
const NOW = new Date("2022-09-01T10:00:00Z");

/** The tracker at 35,000 collectivités: the overview with a million events against a tenth of them, and the import rate. */
export default async function onboarding(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "passerelle-bench-"));
  await measure("SQLite", folder, async (name) => `file:${join(folder, `${name}.db`)}`);
  if (postgresAvailable()) {
    const server = await startPostgres({ durable: true });
    await measure("PostgreSQL", folder, () => server.createDatabase());
    await server.stop();
  }
  rmSync(folder, { recursive: true });
}

async function measure(name: string, folder: string, url: (name: string) => Promise<string>): Promise<void> {
  const timeOf = async (events: number) => {
    const database = await url(String(events));
    const { onboarding, close } = await open(database);
    const files = await Promise.all(
      Array.from({ length: events / IMPORTED }, (_, number) => fileOf(folder, number)),
    );
    const imports: Imported[] = [];
    for (const file of files) imports.push(await imported(database, file));
    const range = (figure: "seconds" | "work") => {
      const each = imports.map((one) => one[figure]);
      return `${Math.min(...each).toFixed(1)} to ${Math.max(...each).toFixed(1)} s`;
    };
    console.log(
      `${name}, ${events.toLocaleString("en")} events: 100,000 lines in ${range("seconds")}, ${range("work")} of processor, ${Math.round(Math.max(...imports.map(({ megabytes }) => megabytes)))} MB at most`,
    );
    const cold = performance.now();
    await onboarding.overview();
    const computed = performance.now() - cold;
    const read = await median(() => onboarding.overview());
    await close();
    console.log(
      `${name}, ${events.toLocaleString("en")} events: overview ${read.toFixed(2)} ms; computed anew after an event ${computed.toFixed(0)} ms`,
    );
    return read;
  };
  const few = await timeOf(FEW);
  const many = await timeOf(MANY);
  console.log(`${name}: a million events cost × ${(many / few).toFixed(2)} of a tenth of them (bar: 1.5)`);
}

interface Imported {
  readonly seconds: number;
  /** Seconds of processor, the database server's own left out: a busy machine does not change them. */
  readonly work: number;
  /** Resident, at most, of the whole process. */
  readonly megabytes: number;
}

/** Imports in a process of its own, as the command does. */
async function imported(url: string, path: string): Promise<Imported> {
  const script = join(import.meta.dirname, "_import.ts");
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script, url, path]);
  return JSON.parse(stdout) as Imported;
}

async function open(url: string): Promise<{ onboarding: Onboarding; close: () => Promise<void> }> {
  const store = await openDatabase(url);
  await migrate(store);
  const onboarding = createOnboarding({ store, now: () => NOW });
  await onboarding.seed();
  return { onboarding, close: () => store.close() };
}

const SIRENS = territoriesFromCog().flatMap(({ siren }) => siren ?? []);

/** The n-th file of 100,000 different facts about real collectivités. */
async function fileOf(folder: string, number: number): Promise<string> {
  const path = join(folder, `${number}.csv`);
  const file = createWriteStream(path);
  file.write("siren;jalon;date;note\n");
  for (let index = 0; index < IMPORTED; index += 1) {
    const fact = number * IMPORTED + index;
    const round = Math.floor(fact / SIRENS.length);
    const day = new Date(Date.UTC(2020, 0, 1 + ((fact * 7 + round) % 970))).toISOString().slice(0, 10);
    const milestone = MILESTONES[round % MILESTONES.length]?.slug;
    file.write(`${SIRENS[fact % SIRENS.length]};${milestone};${day};${round}\n`);
  }
  file.end();
  await once(file, "finish");
  return path;
}

/** Milliseconds. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[ROUNDS / 2] as number;
}
