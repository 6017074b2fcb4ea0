import { z } from "zod";
import type { Store } from "../storage/index.ts";
import { type Campaign, SHIPPED_CAMPAIGN } from "./campaign.ts";
import { OnboardingError } from "./error.ts";
import { isMilestone, MILESTONES } from "./milestone.ts";

const day = z.iso.date("must be a day, like 2022-12-31");
const Rules = z
  .object({
    id: z.string().regex(/^[a-z0-9-]{2,60}$/, "must be 2 to 60 lower-case letters, digits and hyphens"),
    name: z.string().trim().min(1),
    definition: z.string().trim().min(1, "must say exactly what is counted, as published"),
    source: z.string().trim().min(1),
    milestone: z
      .string()
      .refine(isMilestone, `must be one of: ${MILESTONES.map(({ slug }) => slug).join(", ")}`),
    start: day,
    baseline: z.number().int().min(0),
    target: z.number().int().min(1),
    deadline: day,
  })
  .refine(({ start, deadline }) => start < deadline, {
    path: ["deadline"],
    message: "must come after the start",
  })
  .refine(({ baseline, target }) => baseline < target, {
    path: ["target"],
    message: "must be above the baseline",
  });

/** The campaign with this id; without one, the latest added, else the shipped one. */
export async function findCampaign(store: Store, id?: string): Promise<Campaign> {
  const all = await listCampaigns(store);
  const campaign = id ? all.find((one) => one.id === id) : all.at(-1);
  if (campaign) return campaign;
  throw new OnboardingError(
    "campaign_unknown",
    `no campaign « ${id} »; there are: ${all.map((one) => one.id).join(", ")}`,
  );
}

/** The shipped campaign first, then those added, the oldest first. */
export async function listCampaigns(store: Store): Promise<readonly Campaign[]> {
  const rows = await store.db
    .selectFrom("onboarding_campaigns")
    .select("definition")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return [SHIPPED_CAMPAIGN, ...rows.map(({ definition }) => JSON.parse(definition) as Campaign)];
}

/**
 * Adds a campaign. One that exists is never changed: a target that moves is another campaign.
 *
 * @throws OnboardingError `campaign_invalid` naming everything that is wrong
 */
export async function addCampaign(store: Store, input: unknown, now: Date): Promise<Campaign> {
  const parsed = Rules.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new OnboardingError("campaign_invalid", problems.join("\n"));
  }
  const campaign = parsed.data as Campaign;
  if ((await listCampaigns(store)).some(({ id }) => id === campaign.id)) {
    throw new OnboardingError("campaign_invalid", `id: « ${campaign.id} » exists already`);
  }
  await store.db
    .insertInto("onboarding_campaigns")
    .values({ id: campaign.id, definition: JSON.stringify(campaign), created_at: now.toISOString() })
    .execute();
  return campaign;
}
