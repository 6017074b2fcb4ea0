import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimsOf } from "./claims.ts";
import { type Example, givenNames, problemsOf, programOf } from "./compile.ts";
import { type Block, documents, GUIDE, GUIDE_PLACES } from "./documents.ts";
import { doors, type Exported, exportsOf, lacks } from "./doors.ts";

/** Declarations that are wrong on purpose: test/docs/guide.test.ts puts them in their place and checks their refusal. */
const PARTS: readonly string[] = ["begin", "refused"];

/** Mistakes that must be found: the check can fail. */
const WRONG: readonly Example[] = [
  {
    where: "a wrong argument",
    path: "wrong-1.ts",
    code: 'import { isSiret } from "passerelle";\nisSiret(42);',
  },
  { where: "a wrong name", path: "wrong-2.ts", code: 'import { isSirette } from "passerelle";' },
  {
    where: "a name nobody gave",
    path: "wrong-3.js",
    code: 'import { isSiret } from "passerelle";\nisSiret(nowhere);',
  },
];

function blockExample(path: string, { language, name, line, code }: Block, rank: number): Example {
  const place = path === GUIDE ? GUIDE_PLACES[name] : undefined;
  const beside = `${path.replace(/\.md$/, "")}.example-${rank}.${language}`;
  return { where: `${path}:${line}`, path: place ?? beside, code };
}

const documentExamples = documents().flatMap(({ path, blocks }) =>
  blocks
    .filter(({ language, name }) => /^(ts|js)$/.test(language) && !PARTS.includes(name))
    .map((block, rank) => blockExample(path, block, rank)),
);

let symbols: readonly Exported[] = [];
let symbolExamples: readonly Example[] = [];
let problems: readonly string[] = [];

beforeAll(() => {
  symbols = exportsOf(programOf(doors()));
  symbolExamples = symbols.flatMap(({ name, file, examples }) =>
    examples.map((code, rank) => ({
      where: `${file} (${name})`,
      path: `${dirname(file)}/${name}.example-${rank}.tsx`,
      code,
    })),
  );
  problems = problemsOf([...symbolExamples, ...documentExamples, ...WRONG]);
}, 240_000);

describe("what the documentation shows", () => {
  it("is found: examples of the doors, and blocks of the documents", () => {
    expect(symbolExamples.length).toBeGreaterThan(60);
    expect(documentExamples.length).toBeGreaterThan(12);
  });

  it("compiles against the source", () => {
    const wrong = new Set(WRONG.map(({ where }) => where));
    expect(problems.filter((problem) => !wrong.has(problem.split(",")[0] as string))).toEqual([]);
  });

  it.each(WRONG)("would be caught with $where", ({ where }) => {
    expect(problems.filter((problem) => problem.startsWith(where))).toHaveLength(1);
  });

  it("takes nothing as given that no example uses", () => {
    const code = [...symbolExamples, ...documentExamples].map((example) => example.code).join("\n");
    expect(givenNames().filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
  });
});

describe("what an example tells in a comment", () => {
  const folder = mkdtempSync(join(tmpdir(), "passerelle-claims-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is what it gives", async () => {
    const claims = await claimsOf(
      folder,
      symbols.filter(({ doors }) => doors.includes("src/index.ts")),
    );
    expect(Object.keys(claims).length).toBeGreaterThan(12);
    expect(Object.entries(claims).filter(([, { given }]) => given.length === 0)).toEqual([]);
    const told = Object.entries(claims).map(([name, claim]) => ({ name, values: claim.told }));
    expect(Object.entries(claims).map(([name, { given }]) => ({ name, values: given }))).toEqual(told);
  });

  it("would be caught where it is not", async () => {
    const wrong = {
      name: "wrong",
      examples: ['import { isSiret } from "passerelle";\nisSiret("1"); // true'],
    };
    expect(await claimsOf(folder, [wrong])).toEqual({ wrong: { given: [false], told: [true] } });
  });
});

describe("every function that the package exports", () => {
  it("is told in a sentence and shown by an example", () => {
    const functions = symbols.filter(({ doors, callable }) => callable && doors.includes("src/index.ts"));
    expect(functions.length).toBeGreaterThan(40);
    expect(
      functions.flatMap((one) => lacks(one).map((lack) => `${one.file} (${one.name}) lacks ${lack}`)),
    ).toEqual([]);
  });

  it("imports itself in its example, so that it can be copied as it stands", () => {
    const shown = symbols.filter(({ doors, examples }) => doors.includes("src/index.ts") && examples.length);
    expect(
      shown
        .filter(
          ({ name, examples }) =>
            !examples.every((code) =>
              new RegExp(`^import \\{[^}]*\\b${name}\\b[^}]*\\} from "passerelle"`, "m").test(code),
            ),
        )
        .map(({ name, file }) => `${file} (${name})`),
    ).toEqual([]);
  });

  it.each([
    [{ documentation: "", examples: ["isSiret();"] }, ["a sentence"]],
    [{ documentation: "siret check", examples: [] }, ["a sentence", "an example"]],
    [{ documentation: "Whether it is a SIRET.", examples: [" "] }, ["an example"]],
    [{ documentation: "Whether it is a SIRET.", examples: ["isSiret();"] }, []],
  ])("would be caught: %j", (symbol, missing) => {
    expect(lacks(symbol)).toEqual(missing);
  });
});
