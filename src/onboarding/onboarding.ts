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
import { endedQuarters } from "./quarters/ended.ts";
import { type QuarterFigures, quarterFigures } from "./quarters/freeze.ts";
import { territoriesFromCog } from "./registry/cog.ts";
import { CERTIFIED_VENDORS, listPartners, type Partner, savePartners } from "./registry/partners.ts";
import { searchTerritories } from "./registry/search.ts";
import { seedRegistry } from "./registry/seed.ts";
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
  /** What an operator should look at today. */
  digest(): Promise<readonly DigestLine[]>;
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
  const own = createOwnFacts((told) => tell(store, told, now()));
  return {
    seed: async () => {
      const territories = territoriesFromCog();
      await seedRegistry(store, territories);
      await savePartners(store, CERTIFIED_VENDORS);
      return { territories: territories.length };
    },
    savePartners: (partners) => savePartners(store, partners),
    partners: () => listPartners(store),
    search: (words) => searchTerritories(store, words),
    recordFirstLogin: (siren) => own(siren, "first-login"),
    recordFirstPrefilledDossier: (siren) => own(siren, "first-prefilled"),
    imports: () => listReports(store),
    importOpenData: (request) => importFile(store, OPEN_DATA, { ...request, now: now() }),
    importOwnCsv: (request) => importFile(store, OWN_CSV, { ...request, now: now() }),
    receiveWebhook: (call) => receiveWebhook(store, { ...call, now: now() }),
    tell: (told) => tell(store, told, now()),
    campaigns: () => listCampaigns(store),
    addCampaign: (input) => addCampaign(store, input, now()),
    overview: async (campaign) => overviewOf(await findCampaign(store, campaign), today()),
    timeline: (key) => timelineOf(store, key, today()),
    quarter: async (quarter, campaign) =>
      quarterFigures(store, await findCampaign(store, campaign), quarter, now(), today()),
    quarters: async (id) => {
      const campaign = await findCampaign(store, id);
      const figures: QuarterFigures[] = [];
      for (const quarter of endedQuarters(campaign, today()))
        figures.push(await quarterFigures(store, campaign, quarter, now(), today()));
      return figures;
    },
    digest: () => digestOf(store, today()),
  };
}
