import type { Logger } from "../../federation/index.ts";
import type { House } from "../house.ts";
import type { Settings } from "../settings.ts";

/** What the pages of the roll-out need of the house. */
export type OnboardingHouse = Pick<House, "collectivites" | "assets" | "onboarding"> & {
  readonly logger: Logger;
  readonly settings: Pick<Settings, "sandbox" | "datapassWebhookSecret">;
};
