import { afterAll, beforeAll, expect, it } from "vitest";
import type { Collectivite } from "../../../src/collectivites/index.ts";
import type { Citizen } from "../../../src/federation/index.ts";
import { apiParticulier } from "../../../src/particulier/index.ts";
import { emptyState, fileFor, PROCEDURES, type Procedure } from "../../../src/procedures/index.ts";
import { readSources } from "../../../src/service/citizen/prefill.ts";
import type { House } from "../../../src/service/house.ts";
import { createLogger } from "../../../src/service/logger.ts";
import { migrate, openDatabase, type Store } from "../../../src/storage/index.ts";
import { ANGELA as OWNER, scene } from "../../support/dossiers.ts";
import {
  ANGELA,
  platformError,
  RECIPIENT,
  reply,
  type ScriptedServer,
  scriptedServer,
} from "../../support/particulier.ts";
import { ANGELA as KNOWN } from "../../support/procedure.ts";

const procedure = PROCEDURES.find(({ slug }) => slug === "aide-facultative-ccas") as Procedure;
const citizen = { ...KNOWN, sub: OWNER.sub, identity: ANGELA } as unknown as Citizen;

let api: ScriptedServer;
const stores: Store[] = [];
/** Answers that are held back; undefined once they may go. */
let held: (() => void)[] | undefined = [];
beforeAll(async () => {
  api = await scriptedServer((_request, response) => {
    const respond = () => reply(response, 404, platformError("37003"));
    if (held) held.push(respond);
    else respond();
  });
});
afterAll(async () => {
  await api.close();
  await Promise.all(stores.map((store) => store.close()));
});

/** Reads until the citizen is no longer made to wait; answers come when `answer` is called. */
async function pendingDraft() {
  held = [];
  const store = await openDatabase("file::memory:");
  stores.push(store);
  await migrate(store);
  const { dossiers, here } = await scene(store);
  const place = { collectivite: here, procedure: procedure.slug, owner: OWNER };
  const draft = await dossiers.drafts.open({ ...place, initial: emptyState(procedure, KNOWN) });
  const client = apiParticulier({ url: api.url, token: "jeton", recipient: RECIPIENT });
  const house = {
    dossiers,
    api: () => Promise.resolve(client),
    logger: createLogger("silent"),
    now: () => new Date(),
  } as unknown as House;
  const collectivite = { id: here, siret: RECIPIENT, name: "Val-de-Sorgue" } as Collectivite;
  await readSources(house, { collectivite, procedure, draft, citizen });
  const key = { collectivite: here, owners: [OWNER], id: draft.id };
  const state = async () => (await dossiers.drafts.find(key))?.state;
  const traced = async () => (await store.db.selectFrom("journal").select("sequence").execute()).length;
  return { dossiers, key, state, traced, sources: Object.keys(procedure.sources).length };
}

const answer = () => {
  const waiting = held ?? [];
  held = undefined;
  for (const respond of waiting) respond();
};

it("a source that answers after the citizen moved on is written into their draft", async () => {
  const { state, traced, sources } = await pendingDraft();
  expect(Object.values((await state())?.sources ?? {}).map((one) => one.state.state)).toEqual(
    Array.from({ length: sources }, () => "pending"),
  );
  answer();
  await expect.poll(traced, { timeout: 10_000 }).toBe(sources);
  const states = Object.values((await state())?.sources ?? {}).map((one) => one.state.state);
  expect(states).not.toContain("pending");
});

it("one that answers after they turned the form to somebody else is traced, and written nowhere", async () => {
  const { dossiers, key, state, traced, sources } = await pendingDraft();
  await dossiers.drafts.change({ ...key, change: (one) => fileFor(procedure, one, "other") });
  answer();
  await expect.poll(traced, { timeout: 10_000 }).toBe(sources);
  expect((await state())?.sources).toEqual({});
});

it("one that answers after they removed the draft brings nothing back", async () => {
  const { dossiers, key, state, traced, sources } = await pendingDraft();
  await dossiers.drafts.remove(key);
  answer();
  await expect.poll(traced, { timeout: 10_000 }).toBe(sources);
  expect(await state()).toBeUndefined();
});
