import type { Kysely, Migration } from "kysely";

/** Where an éditeur or a shared operator reads its digest: a mailbox of its own, never somebody's. */
export const onboardingMail: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable("onboarding_partners").addColumn("email", "text").execute();
  },
};
