import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { guideSteps } from "../support/guide.ts";

/**
 * Follows the guide « my first procedure » in a folder into which the packed package was installed, as a stranger
 * does: `tsx test/walk/guide.ts DIRECTORY`. The demo is left to the suite; everything else is typed as it is printed.
 */
const directory = process.argv[2] ?? ".";

for (const { name, files, commands, shown } of guideSteps()) {
  for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text);
  for (const command of commands.filter((line) => !line.endsWith(" demo"))) {
    const { stdout, stderr, status } = spawnSync("sh", ["-c", command], { cwd: directory, encoding: "utf8" });
    const printed = `${stdout}${stderr}`.replaceAll("\u00A0", " ");
    const missing = shown.flatMap((text) => text.split("\n")).filter((line) => !printed.includes(line));
    if (missing.length > 0)
      throw new Error(`${name}: ${command}\nprinted:\n${printed}\nwithout:\n${missing.join("\n")}`);
    if (shown.length === 0 && status !== 0) throw new Error(`${name}: ${command} failed\n${printed}`);
  }
}
process.stdout.write("  The guide « my first procedure » was followed with the packed package.\n");
