import type { ImportReport } from "../onboarding/index.ts";
import { command, type Shared, withOnboarding } from "./onboarding-command.ts";
import { print, printError } from "./print.ts";

/** `passerelle onboarding import FILE` */
export const importFile = () =>
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

/** `passerelle onboarding imports`: what the last ones did, the latest first. */
export const imports = () =>
  command("imports", "what the last imports did, and which lines they could not use").action(
    (options: Shared) =>
      withOnboarding(options, async (onboarding) => {
        const reports = await onboarding.imports();
        if (options.json) return print(JSON.stringify(reports));
        if (reports.length === 0) printError("Nothing was imported yet.");
        for (const report of reports) {
          print(`${report.at} ${report.kind}`);
          for (const line of figures(report)) print(line);
        }
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
    ...figures(done),
  ];
}

function figures(done: ImportReport): readonly string[] {
  return [
    `  lines ${done.lines}, matched ${done.matched}, new ${done.added}, about something else ${done.ignored}, unusable ${done.unusableCount}`,
    ...done.merged.map(({ line, former, code }) => `  line ${line}: commune ${former} is now ${code}`),
    ...done.learned.map(({ code, siren }) => `  ${code} has SIREN ${siren}`),
    ...done.unusable.map(({ line, reason }) => `  line ${line}: ${reason}`),
    ...(done.unusableCount > done.unusable.length
      ? [`  … and ${done.unusableCount - done.unusable.length} more`]
      : []),
  ];
}
