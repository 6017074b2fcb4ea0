import { randomUUID } from "node:crypto";
import type { Store, Vault } from "../storage/index.ts";
import { OnboardingError } from "./error.ts";
import { appendEvents } from "./events/append.ts";
import type { EventSource } from "./events/event.ts";
import { parseDay } from "./import/parse-day.ts";
import { isMilestone, MILESTONES, type MilestoneSlug, SIDE_MILESTONES } from "./milestone.ts";
import { sealAgent } from "./recorded-by.ts";
import { dayOf } from "./statistics/calendar.ts";

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
  /** Display name of the agent who records it by hand: kept sealed. */
  readonly agent?: string;
}

export interface TellTools {
  readonly store: Store;
  /** Absent where there is no key: no agent can then be named. */
  readonly vault?: Vault;
  readonly now: () => Date;
}

/**
 * Appends one fact. The gateway's own facts are told once; an agent may tell the same thing again, with better evidence.
 *
 * @returns false where this very fact was known already
 * @throws OnboardingError naming what is wrong with it
 */
export async function tell({ store, vault, now: clock }: TellTools, told: Told): Promise<boolean> {
  const now = clock();
  const territory = await codeOf(store, told.territory);
  const milestone = milestoneOf(told.milestone);
  const at = told.at === undefined ? dayOf(now) : parseDay(told.at);
  if (!at || at > dayOf(now)) {
    throw new OnboardingError("date_invalid", `« ${told.at} » is not a day that has come: write 2022-03-01`);
  }
  if (told.corrects !== undefined) await mustExist(store, territory, told.corrects);
  const reference =
    told.source === "gateway" ? `gateway:${territory}:${milestone}` : `${told.source}:${randomUUID()}`;
  if (told.agent !== undefined && !vault)
    throw new OnboardingError(
      "vault_missing",
      "an agent’s name is only kept sealed: give the ENCRYPTION_KEY of the portal",
    );
  const event = {
    territory,
    milestone,
    action: told.action ?? "reached",
    at,
    source: told.source,
    reference,
    evidence: told.evidence ?? {},
    ...(told.corrects !== undefined && { corrects: told.corrects }),
    ...(vault && told.agent !== undefined && { agent: await sealAgent(vault, reference, told.agent) }),
  };
  return (await appendEvents(store, [event], now)) === 1;
}

async function codeOf(store: Store, key: string): Promise<string> {
  const row = await store.db
    .selectFrom("onboarding_territories")
    .select("code")
    .where((where) => where.or([where("siren", "=", key), where("code", "=", key)]))
    .executeTakeFirst();
  if (row) return row.code;
  throw new OnboardingError("territory_unknown", `« ${key} » is in no registry: give a SIREN or a code`);
}

function milestoneOf(slug: string): MilestoneSlug {
  if (isMilestone(slug)) return slug;
  const slugs = [...MILESTONES, ...SIDE_MILESTONES].map((one) => one.slug).join(", ");
  throw new OnboardingError("milestone_unknown", `« ${slug} » is no milestone; there are: ${slugs}`);
}

async function mustExist(store: Store, territory: string, reference: string): Promise<void> {
  const row = await store.db
    .selectFrom("onboarding_events")
    .select("sequence")
    .where("territory", "=", territory)
    .where("reference", "=", reference)
    .executeTakeFirst();
  if (row) return;
  throw new OnboardingError(
    "reference_unknown",
    `no event « ${reference} » in the history of ${territory}: copy a reference from there`,
  );
}
