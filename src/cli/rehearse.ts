import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { createOnboarding } from "../onboarding/index.ts";
import { migrate, openDatabase } from "../storage/index.ts";
import { parseOrigin } from "./origin.ts";
import { print, printError } from "./print.ts";
import { reportPage } from "./rehearsal/report-page.tsx";
import { type RehearsalReport, runRehearsal } from "./rehearsal/run.ts";

interface Flags {
  readonly iOperateThisAddress?: true;
  readonly json?: true;
  readonly html?: string;
  readonly record?: string;
  readonly database: string;
}

/**
 * `passerelle rehearse URL`: plays what an outside client can play of the qualification, before it is asked for.
 *
 * @example
 * import { rehearseCommand } from "./rehearse.ts";
 * program.addCommand(rehearseCommand());
 */
export function rehearseCommand(): Command {
  return new Command("rehearse")
    .description("play the qualification points and hostile cases against a running portal")
    .argument("<url>", "the portal's origin; loopback unless --i-operate-this-address", parseOrigin)
    .option("--i-operate-this-address", "this address is mine: rehearse it although it is not on loopback")
    .option("--json", "print the report as JSON and nothing else")
    .option("--html <file>", "write the report as one page, to be attached to a request")
    .option("--record <siren>", "keep a passed rehearsal as evidence for this collectivité")
    .option(
      "--database <url>",
      "where --record keeps it: SQLite file or postgres://…",
      process.env.DATABASE_URL ?? "file:data/passerelle.db",
    )
    .action(async (url: URL, flags: Flags, command: Command) => {
      if (!isLoopback(url) && !flags.iOperateThisAddress)
        command.error(
          `error: ${url.origin} is not on this machine: add --i-operate-this-address if it is yours`,
        );
      if (url.protocol !== "https:" && !isLoopback(url))
        command.error(`error: ${url.origin} is plain http: only a portal on this machine may be`);
      await play(url, flags);
    });
}

async function play(url: URL, flags: Flags): Promise<void> {
  const report = await runRehearsal(url, {
    now: () => new Date(),
    onPoint: ({ id, outcome, detail }) => {
      if (!flags.json) print(`${MARKS[outcome]} ${id}${detail ? `: ${detail}` : ""}`);
    },
  });
  if (flags.json) print(JSON.stringify(report));
  else print(`${report.passed} passed, ${report.failed} failed, ${report.notApplicable} not applicable`);
  if (flags.html) await writeFile(flags.html, reportPage(report));
  if (flags.record) await record(report, flags.record, flags.database);
  if (!report.ok) process.exitCode = 1;
}

const MARKS = { passed: "✓", failed: "✗", "not-applicable": "–" } as const;

/** Only a passed rehearsal is evidence; what was played is named by its digest. */
async function record(report: RehearsalReport, territory: string, database: string): Promise<void> {
  if (!report.ok) return printError("Not recorded: points have failed.");
  const store = await openDatabase(database);
  try {
    await migrate(store);
    await createOnboarding({ store, now: () => new Date() }).tell({
      territory,
      milestone: "rehearsal-passed",
      source: "rehearsal",
      evidence: {
        address: report.address,
        passed: report.passed,
        digest: createHash("sha256").update(JSON.stringify(report)).digest("hex"),
      },
    });
  } finally {
    await store.close();
  }
}

const isLoopback = ({ hostname }: URL) =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
