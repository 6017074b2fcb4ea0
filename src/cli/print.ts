/** The one place where the command line writes: data on standard output. */
export function print(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** What went wrong, on standard error, so that a pipe of the data stays clean. */
export function printError(line: string): void {
  process.stderr.write(`${line}\n`);
}
