import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./documents.ts";

/** A piece of documentation, as a module that stands where its imports are true. */
export interface Example {
  /** What a failure is called: `docs/federation.md:9`. */
  readonly where: string;
  /** From the root; the ending decides the language. */
  readonly path: string;
  readonly code: string;
}

const PRELUDE = join(ROOT, "test/docs/prelude.ts");
const GLOBALS = join(ROOT, "test/docs/globals.ts");

const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
const OPTIONS: ts.CompilerOptions = {
  ...ts.parseJsonConfigFileContent(config, ts.sys, ROOT).options,
  allowJs: true,
  checkJs: true,
  noUnusedLocals: false,
  noUnusedParameters: false,
  paths: { passerelle: [join(ROOT, "src/index.ts")] },
};

/** What examples take as given: the names that the prelude exports. */
export function givenNames(): readonly string[] {
  const text = readFileSync(PRELUDE, "utf8");
  return [...text.matchAll(/^export declare const (\w+)/gm)].map(([, name]) => name as string);
}

/** The prelude made global for the examples alone, so that no name of it can hide a mistake in the source. */
function globals(examples: readonly Example[]): string {
  const environment = new Set(
    examples.flatMap(({ code }) => [...code.matchAll(/process\.env\.(\w+)/g)].map(([, name]) => name)),
  );
  return `import type * as given from "./prelude.ts";
declare global {
  ${givenNames()
    .map((name) => `const ${name}: typeof given.${name};`)
    .join("\n  ")}
  namespace NodeJS { interface ProcessEnv { ${[...environment].map((name) => `${name}: string;`).join(" ")} } }
}
`;
}

/** Parses each file of the source once, however many programs are made of it. */
const parsed = new Map<string, ts.SourceFile | undefined>();

function hostWith(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists, readFile } = host;
  return {
    ...host,
    fileExists: (path) => files.has(path) || fileExists(path),
    readFile: (path) => files.get(path) ?? readFile(path),
    getSourceFile: (path, version) => {
      const text = files.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, version, true);
      if (!parsed.has(path)) parsed.set(path, getSourceFile(path, version));
      return parsed.get(path);
    },
  };
}

/** A program of files of the source. */
export function programOf(paths: readonly string[]): ts.Program {
  const roots = paths.map((path) => join(ROOT, path));
  return ts.createProgram(roots, OPTIONS, hostWith(new Map()));
}

/** What the compiler says of these examples, in one program: `docs/federation.md:9: Cannot find name 'app'.` */
export function problemsOf(examples: readonly Example[]): readonly string[] {
  const files = new Map(examples.map(({ path, code }) => [join(ROOT, path), `${code}\nexport {};\n`]));
  files.set(GLOBALS, globals(examples));
  const program = ts.createProgram([...files.keys()], OPTIONS, hostWith(files));
  const all = [...examples, { where: "test/docs/prelude.ts", path: "test/docs/globals.ts" }];
  return all.flatMap(({ where, path }) => {
    const source = program.getSourceFile(join(ROOT, path));
    const diagnostics = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    return diagnostics.map(({ messageText, start = 0 }) => {
      const line = source ? source.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${where}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  });
}
