import { randomUUID } from "node:crypto";
import type { Store } from "../storage/index.ts";
import type { Campaign } from "./campaign.ts";
import { addCampaign, findCampaign, listCampaigns } from "./campaigns.ts";
import { type DigestLine, digestOf } from "./digest.ts";
import { OnboardingError } from "./error.ts";
import { appendEvents } from "./events/append.ts";
import type { EventSource } from "./events/event.ts";
import { type ImportRequest, importFile } from "./import/import-file.ts";
import { OPEN_DATA } from "./import/open-data.ts";
import { OWN_CSV } from "./import/own-csv.ts";
import { parseDay } from "./import/parse-day.ts";
import type { ImportReport } from "./import/report.ts";
import { isMilestone, MILESTONES, SIDE_MILESTONES } from "./milestone.ts";
import { type QuarterFigures, quarterFigures } from "./quarters/freeze.ts";
import { territoriesFromCog } from "./registry/cog.ts";
import { CERTIFIED_VENDORS, type Partner, savePartners } from "./registry/partners.ts";
import { seedRegistry } from "./registry/seed.ts";
import { overviewOf } from "./statistics/cached.ts";
import { dayOf } from "./statistics/calendar.ts";
import type { Overview } from "./statistics/overview.ts";
import { type Timeline, timelineOf } from "./timeline.ts";
import { receiveWebhook, type WebhookCall, type WebhookOutcome } from "./webhook/receive.ts";

/** A fact that an agent, a rehearsal or the gateway itself tells. */
export interface Told {
  /** SIREN, or the registry's code. */
  readonly territory: string;
  readonly milestone: string;
  /** The day it happened; today by default. */
  readonly at?: string;
  readonly source: Extract<EventSource, "agent" | "gateway" | "rehearsal">;
  readonly action?: "reached" | "withdrawn";
  /** Reference of the event that this one replaces. */
  readonly corrects?: string;
  readonly evidence?: Readonly<Record<string, string | number | boolean>>;
}

/** How far is each collectivité, and when do we reach the target? */
export interface Onboarding {
  /** Fills the registry from the official geographic code, or brings it up to date. */
  seed(): Promise<{ readonly territories: number }>;
  partners(partners: readonly Partner[]): Promise<void>;
  importOpenData(request: Omit<ImportRequest, "now">): Promise<ImportReport>;
  importOwnCsv(request: Omit<ImportRequest, "now">): Promise<ImportReport>;
  receiveWebhook(call: Omit<WebhookCall, "now">): Promise<WebhookOutcome>;
  /** @returns false where this very fact was known already */
  tell(told: Told): Promise<boolean>;
  campaigns(): Promise<readonly Campaign[]>;
  addCampaign(input: unknown): Promise<Campaign>;
  overview(campaign?: string): Promise<Overview>;
  timeline(key: string): Promise<Timeline | undefined>;
  quarter(quarter: string, campaign?: string): Promise<QuarterFigures>;
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
  return {
    seed: async () => {
      const territories = territoriesFromCog();
      await seedRegistry(store, territories);
      await savePartners(store, CERTIFIED_VENDORS);
      return { territories: territories.length };
    },
    partners: (partners) => savePartners(store, partners),
    importOpenData: (request) => importFile(store, OPEN_DATA, { ...request, now: now() }),
    importOwnCsv: (request) => importFile(store, OWN_CSV, { ...request, now: now() }),
    receiveWebhook: (call) => receiveWebhook(store, { ...call, now: now() }),
    tell: (told) => tell(store, told, now()),
    campaigns: () => listCampaigns(store),
    addCampaign: (input) => addCampaign(store, input, now()),
    overview: async (campaign) => overviewOf(store, await findCampaign(store, campaign), today()),
    timeline: (key) => timelineOf(store, key, today()),
    quarter: async (quarter, campaign) =>
      quarterFigures(store, await findCampaign(store, campaign), quarter, now(), today()),
    digest: () => digestOf(store, today()),
  };
}

async function tell(store: Store, told: Told, now: Date): Promise<boolean> {
  const known = await timelineOf(store, told.territory, dayOf(now));
  if (!known) {
    throw new OnboardingError(
      "territory_unknown",
      `« ${told.territory} » is in no registry: give a SIREN or a code`,
    );
  }
  if (!isMilestone(told.milestone)) {
    const slugs = [...MILESTONES, ...SIDE_MILESTONES].map(({ slug }) => slug).join(", ");
    throw new OnboardingError(
      "milestone_unknown",
      `« ${told.milestone} » is no milestone; there are: ${slugs}`,
    );
  }
  const at = told.at === undefined ? dayOf(now) : parseDay(told.at);
  if (!at || at > dayOf(now)) {
    throw new OnboardingError("date_invalid", `« ${told.at} » is not a day that has come: write 2022-03-01`);
  }
  const { code } = known.territory;
  const once =
    told.source === "gateway" ? `gateway:${code}:${told.milestone}` : `${told.source}:${randomUUID()}`;
  const added = await appendEvents(
    store,
    [
      {
        territory: code,
        milestone: told.milestone,
        action: told.action ?? "reached",
        at,
        source: told.source,
        reference: once,
        evidence: told.evidence ?? {},
        ...(told.corrects && { corrects: told.corrects }),
      },
    ],
    now,
  );
  return added === 1;
}
