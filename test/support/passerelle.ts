import { vi } from "vitest";
import { run } from "../../src/cli/run.ts";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs `passerelle …` in this process, with this environment and no other, and keeps what it writes. One command at a
 * time: they share the process's streams. What must be seen from outside, such as signals, starts `src/cli.ts` instead.
 */
export function passerelle(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const ended = last.then(() => runAlone(args, environment));
  last = ended.catch(() => undefined);
  return ended;
}

async function runAlone(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((chunk) => {
      written[stream] += String(chunk);
      return true;
    }),
  );
  const before = process.env;
  process.env = { PATH: before.PATH ?? "", ...environment };
  process.exitCode = undefined;
  try {
    return { code: await run(["node", "passerelle", ...args]), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.env = before;
    process.exitCode = undefined;
  }
}
