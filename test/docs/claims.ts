import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./documents.ts";
import type { Exported } from "./doors.ts";

/** `isSiret("21330063500017"); // true`: a statement, and its value in the comment behind it. */
const CLAIM = /^(?:const \w+ = )?(?<given>\S.*); \/\/ (?<told>"[^"]*"|\[.*\]|-?\d+|true|false|undefined)$/;

/** The one name that such examples take as given. */
const GIVEN = `import { PROCEDURES } from "passerelle";
const restaurationScolaire = PROCEDURES.find(({ slug }) => slug === "restauration-scolaire");
export const given = [];
export const told = [];`;

/** What examples give when they run, and what their comments tell. */
export interface Claims {
  readonly given: readonly unknown[];
  readonly told: readonly unknown[];
}

/** Runs each example that tells a value, against the source; the others are no claim. */
export async function claimsOf(
  folder: string,
  symbols: readonly Pick<Exported, "name" | "examples">[],
): Promise<Readonly<Record<string, Claims>>> {
  const claims: Record<string, Claims> = {};
  for (const { name, examples } of symbols) {
    const lines = examples.flatMap((example) => example.split("\n"));
    if (lines.some((line) => CLAIM.test(line))) claims[name] = await run(join(folder, `${name}.ts`), lines);
  }
  return claims;
}

async function run(path: string, lines: readonly string[]): Promise<Claims> {
  const body = lines.map((line) => line.replace(CLAIM, "given.push($<given>); told.push($<told>);"));
  const code = [GIVEN, ...body].join("\n");
  writeFileSync(path, code.replaceAll('from "passerelle"', `from "${ROOT}/src/index.ts"`));
  const { given, told } = (await import(path)) as Claims;
  return { given, told };
}
