import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { stringify } from "csv-stringify/sync";
import { createOnboarding, type ImportReport, type Onboarding } from "../onboarding/index.ts";
import { migrate, openDatabase } from "../storage/index.ts";
import { parseOrigin } from "./origin.ts";
import { print, printError } from "./print.ts";

interface Shared {
  readonly database: string;
  readonly json?: true;
}

/** `passerelle onboarding …`: the tracker from the command line. */
export function onboardingCommand(): Command {
  return new Command("onboarding")
    .description("follow the roll-out: registry, imports, milestones, figures")
    .addCommand(seed())
    .addCommand(importFile())
    .addCommand(tell())
    .addCommand(report())
    .addCommand(campaign())
    .addCommand(digest());
}

const command = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .option(
      "--database <url>",
      "SQLite file or postgres://…",
      process.env.DATABASE_URL ?? "file:data/passerelle.db",
    )
    .option("--json", "print data as JSON and nothing else");

/** Opens the tracker, runs, and closes whatever happens. */
async function withOnboarding(
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

const seed = () =>
  command("seed", "fill the registry from the official geographic code, or bring it up to date").action(
    (options: Shared) =>
      withOnboarding(options, async (onboarding) => {
        const result = await onboarding.seed();
        print(options.json ? JSON.stringify(result) : `${result.territories} collectivités in the registry`);
      }),
  );

const importFile = () =>
  command("import", "import the open-data file of habilitations, or a CSV of one's own")
    .argument("<file>", "CSV, in UTF-8 or Windows-1252, separated by ; , or tab")
    .option("--own", "a file of one's own: columns siren, jalon, date, and optionally note")
    .action((path: string, options: Shared & { own?: true }) =>
      withOnboarding(options, async (onboarding) => {
        const request = { path, onProgress: progress };
        const done = options.own
          ? await onboarding.importOwnCsv(request)
          : await onboarding.importOpenData(request);
        for (const line of options.json ? [JSON.stringify(done)] : inWords(done)) print(line);
      }),
    );

/** A line that is written over, for people; nothing where a file or a pipe reads. */
function progress(done: number, total: number): void {
  if (!process.stderr.isTTY || total < 10_000) return;
  const filled = Math.round((done / Math.max(done, total)) * 30);
  process.stderr.write(
    `\r[${"#".repeat(filled)}${".".repeat(30 - filled)}] ${done} lines${done >= total ? "\n" : ""}`,
  );
}

function inWords(done: ImportReport): readonly string[] {
  return [
    done.again ? `This very file was imported on ${done.at}: nothing was changed. It had said:` : "Imported.",
    `  lines ${done.lines}, matched ${done.matched}, new ${done.added}, about something else ${done.ignored}, unusable ${done.unusableCount}`,
    ...done.merged.map(({ line, former, code }) => `  line ${line}: commune ${former} is now ${code}`),
    ...done.learned.map(({ code, siren }) => `  ${code} has SIREN ${siren}`),
    ...done.unusable.map(({ line, reason }) => `  line ${line}: ${reason}`),
    ...(done.unusableCount > done.unusable.length
      ? [`  … and ${done.unusableCount - done.unusable.length} more`]
      : []),
  ];
}

const tell = () =>
  command("tell", "record a milestone by hand, or correct one")
    .requiredOption("--territory <siren>", "SIREN, or the registry's code")
    .requiredOption("--milestone <slug>", "which milestone")
    .option("--at <day>", "the day it happened (2022-03-01); today unless told")
    .option("--withdraw", "it no longer holds")
    .option("--corrects <reference>", "the event that this one replaces")
    .option("--note <text>", "what proves it")
    .action(
      (
        options: Shared & {
          territory: string;
          milestone: string;
          at?: string;
          withdraw?: true;
          corrects?: string;
          note?: string;
        },
      ) =>
        withOnboarding(options, async (onboarding) => {
          const { territory, milestone, at, withdraw, corrects, note } = options;
          const added = await onboarding.tell({
            territory,
            milestone,
            source: "agent",
            ...(at && { at }),
            ...(withdraw && { action: "withdrawn" }),
            ...(corrects && { corrects }),
            ...(note && { evidence: { note } }),
          });
          print(options.json ? JSON.stringify({ added }) : added ? "Recorded." : "Known already.");
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

const digest = () =>
  command("digest", "what an operator should look at today")
    .option(
      "--address <origin...>",
      "portals of yours to look at too: name, certificate, clock, keys",
      (value: string, earlier: readonly URL[] = []) => [...earlier, parseOrigin(value)],
    )
    .action((options: Shared & { address?: readonly URL[] }) =>
      withOnboarding(options, async (onboarding) => {
        const lines = await onboarding.digest(options.address);
        if (options.json) return print(JSON.stringify(lines));
        if (lines.length === 0) printError("Nothing to look at.");
        for (const { name, message } of lines) print(`${name} : ${message}`);
      }),
    );
