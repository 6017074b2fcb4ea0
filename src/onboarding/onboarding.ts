import type { Store } from "../storage/index.ts";
import type { Campaign } from "./campaign.ts";
import { addCampaign, findCampaign, listCampaigns } from "./campaigns.ts";
import { type DigestLine, digestOf } from "./digest.ts";
import { type ImportRequest, importFile } from "./import/import-file.ts";
import { listReports } from "./import/list-reports.ts";
import { OPEN_DATA } from "./import/open-data.ts";
import { OWN_CSV } from "./import/own-csv.ts";
import type { ImportReport } from "./import/report.ts";
import { createOwnFacts } from "./own-facts.ts";
import { lookAt } from "./probes/look.ts";
import { endedQuarters } from "./quarters/ended.ts";
import { type QuarterFigures, quarterFigures } from "./quarters/freeze.ts";
import { territoriesFromCog } from "./registry/cog.ts";
import { CERTIFIED_VENDORS, listPartners, type Partner, savePartners } from "./registry/partners.ts";
import { searchTerritories } from "./registry/search.ts";
import { isRegistryEmpty, seedRegistry } from "./registry/seed.ts";
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
  quarter(quarter: string, campaign?: string): Promise<QuarterFigures>;
  /** Every quarter of the campaign that has ended, the oldest first; each is frozen by being read. */
  quarters(campaign?: string): Promise<readonly QuarterFigures[]>;
  /** What an operator should look at today, on these addresses of theirs too: names, certificates, clocks, keys. */
  digest(addresses?: readonly URL[]): Promise<readonly DigestLine[]>;
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
  now,
}: {
  readonly store: Store;
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
  const own = createOwnFacts((told) => tell(store, told, now()));
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
    tell: (told) => filled().then(() => tell(store, told, now())),
    campaigns: () => listCampaigns(store),
    addCampaign: (input) => addCampaign(store, input, now()),
    overview: async (id) => {
      const campaign = await findCampaign(store, id);
      await filled();
      return overviewOf(campaign, today());
    },
    timeline: (key) => filled().then(() => timelineOf(store, key, today())),
    quarter: async (quarter, campaign) =>
      quarterFigures(store, await findCampaign(store, campaign), quarter, now(), today()),
    quarters: async (id) => {
      const campaign = await findCampaign(store, id);
      const figures: QuarterFigures[] = [];
      for (const quarter of endedQuarters(campaign, today()))
        figures.push(await quarterFigures(store, campaign, quarter, now(), today()));
      return figures;
    },
    digest: async (addresses = []) => [
      ...(await lookAt(addresses, now)),
      ...(await digestOf(store, today())),
    ],
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
