import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const PROCEDURES = join(ROOT, "src/procedures");
const GUIDE = readFileSync(join(ROOT, "docs/my-first-procedure.md"), "utf8");

/** The block of the guide with this language and name. */
function block(language: string, name: string): string {
  const found = new RegExp(`^\`\`\`${language} ${name}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(GUIDE);
  if (found?.[1] === undefined) throw new Error(`the guide has no block "${language} ${name}"`);
  return found[1];
}

const folder = mkdtempSync(join(tmpdir(), "guide-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MOVED: readonly (readonly [RegExp, string])[] = [
  [/from "[./]*\/src\/procedures\/shipped\/sejour-d-ete\.ts"/g, `from "${folder}/sejour-d-ete.ts"`],
  [/from "\.\/src\/procedures\//g, `from "${PROCEDURES}/`],
  [/from "\.\.\//g, `from "${PROCEDURES}/`],
  [/from "\.\/shared\.ts"/g, `from "${PROCEDURES}/shipped/shared.ts"`],
];

/** Loads a block as if it stood where the guide says. */
async function load(file: string, code: string): Promise<Record<string, unknown>> {
  const path = join(folder, file);
  writeFileSync(
    path,
    MOVED.reduce((moved, [from, to]) => moved.replace(from, to), code),
  );
  return (await import(path)) as Record<string, unknown>;
}

const refusalOf = (file: string, code: string): Promise<string> =>
  load(file, code).then(
    () => "accepted",
    (error: Error) => error.message,
  );

await load("sejour-d-ete.ts", block("ts", "filled"));

describe("the guide « my first procedure », followed literally", () => {
  test("begins with nothing, and is told everything that has to be written", async () => {
    expect(await refusalOf("begin.ts", block("ts", "begin"))).toBe(block("text", "begin").trim());
  });

  test("has a form that asks everything", async () => {
    expect(await refusalOf("typed.ts", block("ts", "typed"))).toBe("accepted");
  });

  test("has a form that the State fills, with its tariff, in under 60 lines", () => {
    expect(block("ts", "filled").split("\n").length).toBeLessThan(60);
  });

  test("asks too much, and is refused by the law and by minimisation", async () => {
    const tooMuch = block("ts", "filled").replace(
      "  sources: {\n",
      `  sources: {\n${block("ts", "refused")}`,
    );
    expect(await refusalOf("refused.ts", tooMuch)).toBe(block("text", "refused").trim());
  });

  test("shows what really follows from the declaration", async () => {
    const { scopes, typed, asked, request } = await load("derived.ts", block("ts", "derived"));
    expect({ scopes, typed, asked, request }).toEqual(JSON.parse(block("json", "derived")));
  });
});

describe("the tariff of the guide", async () => {
  await load("sejour-d-ete.test.ts", block("ts", "test"));
});
