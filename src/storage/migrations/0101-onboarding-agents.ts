import type { Kysely, Migration } from "kysely";

/** Which agent recorded a step by hand, sealed. */
export const onboardingAgents: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable("onboarding_events").addColumn("agent", "text").execute();
  },
};
