import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { ROOT } from "./documents.ts";

/** A symbol that a door lets out, with what is written above it. */
export interface Exported {
  readonly name: string;
  /** From the root: `src/federation/level.ts`. */
  readonly file: string;
  readonly doors: readonly string[];
  readonly callable: boolean;
  readonly documentation: string;
  readonly examples: readonly string[];
}

/** The doors, the package's own first. */
export function doors(): readonly string[] {
  const rooms = readdirSync(join(ROOT, "src")).map((name) => `src/${name}/index.ts`);
  return ["src/index.ts", ...rooms.filter((door) => existsSync(join(ROOT, door)))];
}

/** Every symbol of every door, once. */
export function exportsOf(program: ts.Program): readonly Exported[] {
  const checker = program.getTypeChecker();
  const found = new Map<ts.Symbol, Exported>();
  for (const door of doors()) {
    const source = program.getSourceFile(join(ROOT, door));
    const module = source && checker.getSymbolAtLocation(source);
    for (const named of module ? checker.getExportsOfModule(module) : []) {
      const symbol = named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named;
      const known = found.get(symbol) ?? describe(checker, symbol);
      if (known) found.set(symbol, { ...known, doors: [...known.doors, door] });
    }
  }
  return [...found.values()];
}

function describe(checker: ts.TypeChecker, symbol: ts.Symbol): Exported | undefined {
  const declaration = symbol.declarations?.[0];
  if (!declaration) return undefined;
  const type =
    symbol.flags & ts.SymbolFlags.Value ? checker.getTypeOfSymbolAtLocation(symbol, declaration) : undefined;
  return {
    name: symbol.name,
    file: relative(ROOT, declaration.getSourceFile().fileName),
    doors: [],
    callable: (type?.getCallSignatures().length ?? 0) > 0,
    documentation: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    examples: symbol
      .getJsDocTags(checker)
      .filter(({ name }) => name === "example")
      .map(({ text }) => ts.displayPartsToString(text)),
  };
}

/** What a public function lacks: a sentence that says what it does, an example that shows it. */
export function lacks({
  documentation,
  examples,
}: Pick<Exported, "documentation" | "examples">): readonly string[] {
  return [
    ...(/^\p{Lu}[\s\S]*\.$/u.test(documentation.trim()) ? [] : ["a sentence"]),
    ...(examples.some((example) => example.trim() !== "") ? [] : ["an example"]),
  ];
}
