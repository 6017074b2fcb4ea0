import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { stringify } from "csv-stringify/sync";
import { command, type Shared, withOnboarding } from "./onboarding-command.ts";
import { digest } from "./onboarding-digest.ts";
import { importFile, imports } from "./onboarding-imports.ts";
import { operator, operators } from "./onboarding-operators.ts";
import { tell } from "./onboarding-tell.ts";
import { print } from "./print.ts";

/** `passerelle onboarding …`: the tracker from the command line. */
export function onboardingCommand(): Command {
  return new Command("onboarding")
    .description("follow the roll-out: registry, imports, milestones, figures")
    .addCommand(seed())
    .addCommand(importFile())
    .addCommand(imports())
    .addCommand(tell())
    .addCommand(report())
    .addCommand(campaign())
    .addCommand(operators())
    .addCommand(operator())
    .addCommand(digest());
}

const seed = () =>
  command("seed", "fill the registry from the official geographic code, or bring it up to date").action(
    (options: Shared) =>
      withOnboarding(options, async (onboarding) => {
        const result = await onboarding.seed();
        print(options.json ? JSON.stringify(result) : `${result.territories} collectivités in the registry`);
      }),
  );

const report = () =>
  command("report", "the figures of a quarter, frozen once it has ended, or where the campaign stands today")
    .option("--quarter <quarter>", "2021-Q4")
    .option("--campaign <id>", "which campaign; the latest unless told")
    .option("--csv", "print as CSV")
    .action((options: Shared & { quarter?: string; campaign?: string; csv?: true }) =>
      withOnboarding(options, async (onboarding) => {
        const figures = options.quarter
          ? await onboarding.quarter(options.quarter, options.campaign)
          : (await onboarding.overview(options.campaign)).pace;
        if (options.json) return print(JSON.stringify(figures));
        const rows = flatten(figures);
        if (options.csv)
          return print(
            stringify(rows, { header: true, columns: ["figure", "value"], escape_formulas: true }).trimEnd(),
          );
        for (const [figure, value] of rows) print(`${figure}: ${value}`);
      }),
    );

function flatten(value: object, prefix = ""): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] =>
    typeof inner === "object" && inner !== null
      ? flatten(inner, `${prefix}${key}.`)
      : [[`${prefix}${key}`, String(inner)]],
  );
}

const campaign = () =>
  new Command("campaign")
    .description("the campaigns to steer by")
    .addCommand(
      command("list", "the campaigns there are").action((options: Shared) =>
        withOnboarding(options, async (onboarding) => {
          const all = await onboarding.campaigns();
          if (options.json) return print(JSON.stringify(all));
          for (const { id, name, baseline, target, deadline } of all)
            print(`${id}: ${name} (${baseline} → ${target}, ${deadline})`);
        }),
      ),
    )
    .addCommand(
      command(
        "add",
        "add a campaign from a JSON file: id, name, definition, source, milestone, start, baseline, target, deadline",
      )
        .argument("<file>")
        .action((path: string, options: Shared) =>
          withOnboarding(options, async (onboarding) => {
            const added = await onboarding.addCampaign(JSON.parse(await readFile(path, "utf8")));
            print(options.json ? JSON.stringify(added) : `Added ${added.id}.`);
          }),
        ),
    );
