import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { printError } from "./print.ts";

const WRONG_USAGE = 2;

/** Each command is loaded when it is asked for: the service starts without the simulators' engine. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import("./demo.ts")).demoCommand(),
  start: async () => (await import("./start.ts")).startCommand(),
  simulator: async () => (await import("./simulator.ts")).simulatorCommand(),
  keys: async () => (await import("./keys.ts")).keysCommand(),
  check: async () => (await import("./check.ts")).checkCommand(),
  particulier: async () => (await import("./particulier.ts")).particulierCommand(),
  onboarding: async () => (await import("./onboarding.ts")).onboardingCommand(),
  rehearse: async () => (await import("./rehearse.ts")).rehearseCommand(),
  procedures: async () => (await import("./procedures.ts")).proceduresCommand(),
  journal: async () => (await import("./journal.ts")).journalCommand(),
};

const { version, description } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string; description: string };

/**
 * Runs one command of `passerelle …`.
 *
 * @param argv as `process.argv`
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage
 */
export async function run(argv: readonly string[]): Promise<number> {
  const program = new Command("passerelle")
    .description(description)
    .version(version)
    // A command's own options are its own: `particulier … --version v4` does not ask for ours.
    .enablePositionalOptions()
    .showHelpAfterError();
  try {
    const asked = COMMANDS[argv[2] ?? ""];
    const loaders = asked ? [asked] : Object.values(COMMANDS);
    for (const command of await Promise.all(loaders.map((load) => load()))) program.addCommand(command);
    throwInsteadOfExiting(program);
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    printError(explain(error));
    return 1;
  }
}

function throwInsteadOfExiting(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) throwInsteadOfExiting(child);
}

/** A foreseeable error says what to mend; only an unforeseen one shows where it happened. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("operatorHint" in error) {
    const hint = String(error.operatorHint);
    return hint.startsWith(error.message) ? hint : `${error.message}\n${hint}`;
  }
  return error.stack ?? error.message;
}
