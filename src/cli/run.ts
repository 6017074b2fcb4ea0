import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { demoCommand } from "./demo.ts";
import { keysCommand } from "./keys.ts";
import { onboardingCommand } from "./onboarding.ts";
import { particulierCommand } from "./particulier.ts";
import { printError } from "./print.ts";
import { rehearseCommand } from "./rehearse.ts";
import { simulatorCommand } from "./simulator.ts";
import { startCommand } from "./start.ts";

const WRONG_USAGE = 2;

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
  const commands = [
    demoCommand(),
    startCommand(),
    simulatorCommand(),
    keysCommand(),
    particulierCommand(),
    onboardingCommand(),
    rehearseCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  throwInsteadOfExiting(program);
  try {
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
  if ("operatorHint" in error) return `${error.message}\n${String(error.operatorHint)}`;
  return error.stack ?? error.message;
}
