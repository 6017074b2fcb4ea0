import { Command, Option } from "commander";
import { generateKeys, KEY_ALGS, type KeyAlg, KeysError, listKeys, rotateKeys } from "../federation/index.ts";
import { print, printError } from "./print.ts";

interface Flags {
  readonly dir: string;
  readonly json?: boolean;
  readonly alg?: KeyAlg;
}

/**
 * `passerelle keys generate|rotate|list`: the keys that FranceConnect+ encrypts to.
 *
 * @example
 * import { keysCommand } from "./keys.ts";
 * program.addCommand(keysCommand());
 */
export function keysCommand(): Command {
  const keys = new Command("keys").description("the service's own keys, to which FranceConnect+ encrypts");
  const verb = (name: string, description: string, run: (flags: Flags) => Promise<unknown>): Command =>
    keys
      .command(name)
      .description(description)
      .option("--dir <folder>", "folder of the keys", process.env.KEYS_DIR || "keys")
      .option("--json", "print JSON and nothing else")
      .action(async (flags: Flags) => {
        try {
          const result = await run(flags);
          print(flags.json ? JSON.stringify(result, null, 2) : table(result));
        } catch (error) {
          printError(hintOf(error, flags.dir));
          process.exitCode = 1;
        }
      });

  verb("generate", "make the first keys; those that exist are left alone", async ({ dir, alg }) => {
    const made = await generateKeys(dir, alg ? { algs: [alg] } : {});
    return made.map(({ jwk: { kid, alg: madeFor }, state }) => ({ kid, alg: madeFor, state }));
  }).addOption(
    new Option("--alg <alg>", "only for this registration (default: one key for each)").choices(KEY_ALGS),
  );
  verb("rotate", "next becomes current, current retires, a new next is made", ({ dir }) => rotateKeys(dir));
  verb("list", "what is there: kid, algorithm, state, dates", ({ dir }) => listKeys(dir));
  return keys;
}

/** One line per key, or per state of a rotation. */
function table(result: unknown): string {
  const rows = Array.isArray(result)
    ? result
    : Object.entries(result as object).map(([state, kids]) => ({ state, kids }));
  const lines = rows.map((row: object) => Object.values(row).flat().join("  "));
  return lines.length > 0 ? lines.join("\n") : "nothing to show";
}

function hintOf(error: unknown, dir: string): string {
  if (error instanceof KeysError) return error.operatorHint;
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return `${dir} cannot be used${code}: check that the folder exists and is yours`;
}
