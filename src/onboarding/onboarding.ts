import type { Collectivites } from "../collectivites/index.ts";
import type { Store, Vault } from "../storage/index.ts";
import type { Campaign } from "./campaign.ts";
import { addCampaign, findCampaign, listCampaigns } from "./campaigns.ts";
import { type Digest, digestFor, digestsOf, withAddresses } from "./digest.ts";
import { type ImportRequest, importFile } from "./import/import-file.ts";
import { listReports } from "./import/list-reports.ts";
import { OPEN_DATA } from "./import/open-data.ts";
import { OWN_CSV } from "./import/own-csv.ts";
import type { ImportReport } from "./import/report.ts";
import { createOwnFacts } from "./own-facts.ts";
import { lookAt, lookAtServed } from "./probes/look.ts";
import type { DeclaredAddress } from "./probes/probes.ts";
import { endedQuarters } from "./quarters/ended.ts";
import { type QuarterFigures, quarterFigures } from "./quarters/freeze.ts";
import { forgetAgents, recordedBy } from "./recorded-by.ts";
import { territoriesFromCog } from "./registry/cog.ts";
import { CERTIFIED_VENDORS, listPartners, type Partner, savePartners } from "./registry/partners.ts";
import { searchTerritories } from "./registry/search.ts";
import { isRegistryEmpty, seedRegistry } from "./registry/seed.ts";
import { type OwnService, servedBy } from "./served.ts";
import { type AgeingFilter, type AgeingRow, ageing } from "./statistics/ageing.ts";
import { createOverviews } from "./statistics/cached.ts";
import { dayOf } from "./statistics/calendar.ts";
import type { Overview } from "./statistics/overview.ts";
import { type Told, tell } from "./tell.ts";
import type { Territory } from "./territory.ts";
import { type Timeline, timelineOf } from "./timeline.ts";
import { receiveWebhook, type WebhookCall, type WebhookOutcome } from "./webhook/receive.ts";

/** How far is each collectivité, and when do we reach the target? */
export interface Onboarding {
  /** Fills the registry from the official geographic code, or brings it up to date. */
  seed(): Promise<{ readonly territories: number }>;
  /** Adds vendors and shared operators, or updates those with the same slug. */
  savePartners(partners: readonly Partner[]): Promise<void>;
  partners(): Promise<readonly Partner[]>;
  /** Collectivités whose name begins so, or with this SIREN: at most twenty. */
  search(words: string): Promise<readonly Territory[]>;
  /** The collectivité with this SIREN has had its first login here. Cheap to call at every login. */
  recordFirstLogin(siren: string): Promise<boolean>;
  /** The same for the first dossier that carried what the State knew. */
  recordFirstPrefilledDossier(siren: string): Promise<boolean>;
  importOpenData(request: Omit<ImportRequest, "now">): Promise<ImportReport>;
  importOwnCsv(request: Omit<ImportRequest, "now">): Promise<ImportReport>;
  receiveWebhook(call: Omit<WebhookCall, "now">): Promise<WebhookOutcome>;
  /** @returns false where this very fact was known already */
  tell(told: Told): Promise<boolean>;
  /** What the last imports did, the latest first. */
  imports(): Promise<readonly ImportReport[]>;
  campaigns(): Promise<readonly Campaign[]>;
  addCampaign(input: unknown): Promise<Campaign>;
  overview(campaign?: string): Promise<Overview>;
  timeline(key: string): Promise<Timeline | undefined>;
  /** Who waits for longer than usual, the longest wait first. */
  ageing(filter?: AgeingFilter): Promise<readonly AgeingRow[]>;
  /** Which agent recorded what by hand, by the reference of the event: for the agents' side only. */
  recordedBy(code: string): Promise<ReadonlyMap<string, string>>;
  quarter(quarter: string, campaign?: string): Promise<QuarterFigures>;
  /** Every quarter of the campaign that has ended, the oldest first; each is frozen by being read. */
  quarters(campaign?: string): Promise<readonly QuarterFigures[]>;
  /** Takes off the names of agents that have been kept for 36 months. @returns how many */
  expire(): Promise<{ readonly agentNames: number }>;
  /**
   * What to look at today: one digest per éditeur or shared operator, what nobody carries last; or that of one operator
   * alone. Addresses (names, certificates, clocks, redirect URIs, keys) stand first in that one, else in the last.
   */
  digest(request?: DigestRequest): Promise<readonly Digest[]>;
}

export interface DigestRequest {
  /** Slug of an éditeur or shared operator. */
  readonly operator?: string;
  readonly addresses?: readonly DeclaredAddress[];
  /** Looks at the portals of the collectivités that this gateway serves, too. */
  readonly look?: boolean;
}

/**
 * Opens the tracker on a migrated store.
 *
 * @example
 * import { migrate, openDatabase } from "../storage/index.ts";
 * import { createOnboarding } from "./index.ts";
 * const store = await openDatabase("file::memory:");
 * await migrate(store);
 * const onboarding = createOnboarding({ store, now: () => new Date() });
 * await onboarding.seed();
 * const { pace } = await onboarding.overview();
 */
export function createOnboarding({
  store,
  vault,
  collectivites,
  service,
  now,
}: {
  readonly store: Store;
  /** Seals the names of the agents who record steps by hand; without it none is taken. */
  readonly vault?: Vault;
  /** Those that this gateway serves: their addresses and the ends of their tokens. */
  readonly collectivites?: Pick<Collectivites, "list" | "credentials">;
  readonly service?: OwnService;
  readonly now: () => Date;
}): Onboarding {
  const today = () => dayOf(now());
  const overviewOf = createOverviews(store);
  const seed = async () => {
    const territories = territoriesFromCog();
    await seedRegistry(store, territories);
    await savePartners(store, CERTIFIED_VENDORS);
    return { territories: territories.length };
  };
  /** Whoever looks or tells first finds a registry. The gateway's own facts do not wait for it: a login is never held up. */
  const filled = once(async () => {
    if (await isRegistryEmpty(store)) await seed();
  });
  const tools = { store, now, ...(vault && { vault }) };
  const own = createOwnFacts((told) => tell(tools, told));
  return {
    seed,
    savePartners: (partners) => savePartners(store, partners),
    partners: () => listPartners(store),
    search: (words) => filled().then(() => searchTerritories(store, words)),
    recordFirstLogin: (siren) => own(siren, "first-login"),
    recordFirstPrefilledDossier: (siren) => own(siren, "first-prefilled"),
    imports: () => listReports(store),
    importOpenData: (request) =>
      filled().then(() => importFile(store, OPEN_DATA, { ...request, now: now() })),
    importOwnCsv: (request) => filled().then(() => importFile(store, OWN_CSV, { ...request, now: now() })),
    receiveWebhook: (call) => filled().then(() => receiveWebhook(store, { ...call, now: now() })),
    tell: (told) => filled().then(() => tell(tools, told)),
    campaigns: () => listCampaigns(store),
    addCampaign: (input) => addCampaign(store, input, now()),
    overview: async (id) => {
      const campaign = await findCampaign(store, id);
      await filled();
      return overviewOf(campaign, today());
    },
    timeline: (key) => filled().then(() => timelineOf(store, key, today())),
    ageing: (filter) => filled().then(() => ageing(store, today(), filter)),
    recordedBy: async (code) => (vault ? recordedBy(store, vault, code) : new Map()),
    quarter: async (quarter, campaign) =>
      quarterFigures(store, await findCampaign(store, campaign), quarter, now(), today()),
    quarters: async (id) => {
      const campaign = await findCampaign(store, id);
      const figures: QuarterFigures[] = [];
      for (const quarter of endedQuarters(campaign, today()))
        figures.push(await quarterFigures(store, campaign, quarter, now(), today()));
      return figures;
    },
    expire: async () => ({ agentNames: await forgetAgents(store, now()) }),
    digest: async ({ operator, addresses = [], look = false } = {}) => {
      const served = collectivites ? await servedBy(collectivites, service) : [];
      const told = new Set(addresses.map(({ url }) => url.origin));
      const unseen = look ? served.filter(({ origin }) => origin && !told.has(origin.origin)) : [];
      const sources = { served, addresses: await lookAtServed(store, unseen, now) };
      const digests =
        operator === undefined
          ? await digestsOf(store, today(), sources)
          : [await digestFor(store, today(), operator, sources)];
      return withAddresses(digests, await lookAt(addresses, now), operator);
    },
  };
}

/** Runs once; whoever comes meanwhile waits for the same run, and a failure is tried again by the next. */
function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}
