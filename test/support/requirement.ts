/** Whether the tests that need `what` can run; where they cannot, says so once, and fails under `REQUIRE_ALL=1`. */
export function requirement(what: string, found: string | undefined, install: string): found is string {
  if (found !== undefined) return true;
  const message = `${what} was not found: its tests are left out. To run them: ${install}`;
  if (process.env.REQUIRE_ALL === "1") throw new Error(message);
  process.stderr.write(`${message}\n`);
  return false;
}
