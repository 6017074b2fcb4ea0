import { readdirSync } from "node:fs";

/**
 * `npm run bench` runs every benchmark, `npm run bench -- login guard` those named.
 * Each prints ratios against a peer or a floor measured in the same run: the machine's speed cancels out.
 */
const available = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".ts") && name !== "run.ts" && !name.startsWith("_"))
  .map((name) => name.replace(/\.ts$/, ""));

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !available.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark called ${unknown.join(", ")}. There are: ${available.join(", ")}`);
  process.exit(2);
}

for (const name of wanted.length > 0 ? wanted : available) {
  console.log(`\n== ${name}`);
  const { default: run } = (await import(`./${name}.ts`)) as { default: () => Promise<void> };
  await run();
}
process.exit(0);
