import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCollectivites } from "../../src/collectivites/index.ts";
import { createDossiers, type InboxRequest } from "../../src/dossiers/index.ts";
import { createVault, migrate, openDatabase } from "../../src/storage/index.ts";
import { manyDossiers } from "../support/many-dossiers.ts";
import { newKey } from "../support/new-key.ts";
import { postgresAvailable, startPostgres } from "../support/postgres.ts";

const SIZES = { few: 1_000, many: 100_000 } as const;
const ROUNDS = 60;
const PAGES: Readonly<Record<string, Omit<InboxRequest, "collectivite">>> = {
  "all, oldest first": {},
  "to do": { states: ["sent", "in_review"] },
  "one procedure": { procedure: "creche" },
  "by number": { number: "2024-MD-222222" },
};

type Work = () => Promise<unknown>;

/** The agent's list in a collectivité of 100,000 dossiers, against the same page in one of 1,000: it should not matter. */
export default async function inbox(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "passerelle-bench-"));
  await measure("SQLite", `file:${join(folder, "bench.db")}`);
  rmSync(folder, { recursive: true });
  if (!postgresAvailable()) return;
  const server = await startPostgres({ durable: true });
  await measure("PostgreSQL", await server.createDatabase());
  await server.stop();
}

async function measure(name: string, url: string): Promise<void> {
  const store = await openDatabase(url);
  await migrate(store);
  const vault = createVault({ key: newKey() });
  const now = () => new Date();
  const collectivites = createCollectivites({ store, vault, now });
  const dossiers = createDossiers({ store, vault, now });
  const few = (await collectivites.save({ siret: "21330063500017", name: "Few" })).id;
  const many = (await collectivites.save({ siret: "21750001600019", name: "Many" })).id;
  await manyDossiers({ store, vault, collectivite: few }, SIZES.few);
  await manyDossiers({ store, vault, collectivite: many }, SIZES.many);
  const compare = async (what: string, work: (collectivite: string) => Promise<unknown>) => {
    const [small, large] = await medians([() => work(few), () => work(many)]);
    console.log(
      `${name}, ${what}: ${large.toFixed(2)} ms at 100,000, × ${(large / small).toFixed(2)} of 1,000`,
    );
  };
  for (const [page, request] of Object.entries(PAGES)) {
    await compare(page, (collectivite) => dossiers.inbox({ collectivite, ...request }));
  }
  await compare("counts", (collectivite) => dossiers.counts({ collectivite }));
  await store.close();
}

/** Milliseconds. The two take turns, so that whatever else the machine does weighs on both. */
async function medians(works: readonly [Work, Work]): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const index of [0, 1] as const) {
      const start = performance.now();
      await works[index]();
      times[index].push(performance.now() - start);
    }
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[ROUNDS / 2] as number;
  return [median(times[0]), median(times[1])];
}
