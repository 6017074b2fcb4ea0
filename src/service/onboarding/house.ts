import type { House } from "../house.ts";
import type { Settings } from "../settings.ts";

/** What the pages of the roll-out need of the house. */
export type OnboardingHouse = Pick<House, "collectivites" | "assets" | "logger" | "onboarding"> & {
  readonly settings: Pick<Settings, "sandbox" | "datapassWebhookSecret">;
};
