import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from "kysely";
import { describe, expect, it } from "vitest";
import { createDossiers } from "../../src/dossiers/index.ts";
import { createVault, migrate, openDatabase } from "../../src/storage/index.ts";
import { ANGELA, ANGELA_PLUS } from "../support/dossiers.ts";
import { newKey } from "../support/new-key.ts";

const ID = "3f2f8a52-1f0e-4b57-9d55-0c5f2b8b9f10";
const at = { collectivite: ID };
const owners = [ANGELA, ANGELA_PLUS];
const after = Buffer.from(JSON.stringify(["2026-11-22T10:00:00.000Z", ID])).toString("base64url");

/** What SQLite says it would do for each query that `work` asks. */
async function plansOf(
  work: (dossiers: ReturnType<typeof createDossiers>) => Promise<unknown>,
): Promise<string[]> {
  const store = await openDatabase("file::memory:");
  await migrate(store);
  const asked: RootOperationNode[] = [];
  const listen: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const heard = { ...store, db: store.db.withPlugin(listen) };
  await work(createDossiers({ store: heard, vault: createVault({ key: newKey() }), now: () => new Date() }));
  const plans: string[] = [];
  for (const node of asked) {
    const { sql, parameters } = store.db.getExecutor().compileQuery(node, { queryId: "" });
    const { rows } = await store.db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
    );
    plans.push(...rows.map(({ detail }) => detail));
  }
  await store.close();
  return plans;
}

describe("every list is read along an index, never searched or sorted whole", () => {
  const key = { ...at, owners, id: ID };
  it.each<[string, Parameters<typeof plansOf>[0]]>([
    ["the inbox", (dossiers) => dossiers.inbox(at)],
    ["its next page", (dossiers) => dossiers.inbox({ ...at, after })],
    ["its newest", (dossiers) => dossiers.inbox({ ...at, after, order: "newest" })],
    ["some states", (dossiers) => dossiers.inbox({ ...at, after, states: ["sent", "in_review"] })],
    ["a procedure", (dossiers) => dossiers.inbox({ ...at, after, procedure: "apa" })],
    [
      "some states of a procedure",
      (dossiers) => dossiers.inbox({ ...at, after, procedure: "apa", states: ["sent"] }),
    ],
    ["a number", (dossiers) => dossiers.inbox({ ...at, number: "2026-RS-222222" })],
    ["a dossier", (dossiers) => dossiers.forAgent(key)],
    ["a citizen's draft", (dossiers) => dossiers.drafts.find(key)],
    ["who looked at a dossier", (dossiers) => dossiers.journal.accessesTo({ ...at, dossier: ID })],
    ["the journal", (dossiers) => dossiers.journal.page({ ...at, before: 10 })],
    ["an agent's accesses", (dossiers) => dossiers.journal.page({ ...at, agent: "agent-1" })],
  ])("%s", async (_, work) => {
    const plans = await plansOf(work);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).toMatch(/^SEARCH \w+ USING (COVERING )?INDEX/);
  });

  it.each<[string, Parameters<typeof plansOf>[0]]>([
    ["a citizen's dossiers", (dossiers) => dossiers.listForCitizen(key)],
    ["the counts", (dossiers) => dossiers.counts(at)],
    ["a citizen's drafts", (dossiers) => dossiers.drafts.list(key)],
  ])("%s: only their own few are sorted", async (_, work) => {
    const [search, ...sort] = await plansOf(work);
    expect(search).toMatch(/^SEARCH \w+ USING (COVERING )?INDEX/);
    for (const plan of sort) expect(plan).toMatch(/^USE TEMP B-TREE/);
  });

  it("can tell: a list without an index is noticed", async () => {
    const plans = await plansOf((dossiers) => dossiers.expire());
    expect(plans.some((plan) => plan.startsWith("SCAN"))).toBe(true);
  });
});
