import { Command } from "commander";
import { createOnboarding, type Onboarding } from "../onboarding/index.ts";
import { migrate, openDatabase } from "../storage/index.ts";

export interface Shared {
  readonly database: string;
  readonly json?: true;
}

/** A subcommand of `passerelle onboarding`, with what all of them take. */
export const command = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .option(
      "--database <url>",
      "SQLite file or postgres://…",
      process.env.DATABASE_URL ?? "file:data/passerelle.db",
    )
    .option("--json", "print data as JSON and nothing else");

/** Opens the tracker, runs, and closes whatever happens. */
export async function withOnboarding(
  options: Shared,
  run: (onboarding: Onboarding) => Promise<void>,
): Promise<void> {
  const store = await openDatabase(options.database);
  try {
    await migrate(store);
    await run(createOnboarding({ store, now: () => new Date() }));
  } finally {
    await store.close();
  }
}
