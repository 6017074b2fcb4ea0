import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { run } from "../../src/cli/run.ts";
import { codeOf, documents, ROOT } from "./documents.ts";

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

const code = documents().flatMap((document) =>
  codeOf(document).map((text) => ({ document: document.path, text })),
);

interface Named {
  readonly document: string;
  readonly words: readonly string[];
}

/** Every use of a program in the documents, word by word, up to the end of its command. */
function uses(program: RegExp): readonly Named[] {
  return code.flatMap(({ document, text }) =>
    [...text.replaceAll("\\\n", " ").matchAll(program)].map(([, words = ""]) => ({
      document,
      words: words.trim().split(/\s+/),
    })),
  );
}

const scriptsNamed = uses(/\bnpm (run [\w:-]+|test|start)\b/g).map(({ document, words }) => ({
  document,
  script: words.at(-1) as string,
}));
/** Not `npm install passerelle …`, and not a command left open: `passerelle …`. */
const commandsNamed = uses(/(?<!\w|npm install )passerelle (?!…)([^\n#|]+(?:\|[^\n#|\s]+)*)/g);

const helps = new Map<string, Promise<string>>();

/** What `--help` prints of a command; an unknown one has its parent's. */
function helpOf(path: readonly string[]): Promise<string> {
  const name = path.join(" ");
  const asked = helps.get(name) ?? printed(() => run(["node", "passerelle", ...path, "--help"]));
  helps.set(name, asked);
  return asked;
}

async function printed(command: () => Promise<unknown>): Promise<string> {
  let text = "";
  const write = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  await command().finally(() => write.mockRestore());
  return text;
}

/** What of a command does not exist: `passerelle keys dance`, `passerelle keys list --dance`. */
async function unknown(words: readonly string[]): Promise<readonly string[]> {
  const [name = "", verbs = "", ...rest] = words;
  const help = await helpOf([]);
  if (!listed(help, name)) return [`passerelle ${name}`];
  const own = await helpOf([name]);
  const hasVerbs = own.includes("Commands:");
  const paths = hasVerbs && /^[a-z|]+$/.test(verbs) ? verbs.split("|").map((verb) => [name, verb]) : [[name]];
  const problems: string[] = [];
  for (const path of paths) {
    const known = path.length === 1 || listed(own, path[1] as string);
    const options = known ? await helpOf(path) : "";
    if (!known) problems.push(`passerelle ${path.join(" ")}`);
    for (const option of [verbs, ...rest].filter((word) => /^--[a-z]/.test(word))) {
      if (known && !new RegExp(`${option}(?![\\w-])`).test(options))
        problems.push(`passerelle ${path.join(" ")} ${option}`);
    }
  }
  return problems;
}

const listed = (help: string, name: string) => new RegExp(`^  ${name}\\b`, "m").test(help);

describe("what README.md and docs/ tell to type", () => {
  it("is found", () => {
    expect(scriptsNamed.length).toBeGreaterThan(5);
    expect(commandsNamed.length).toBeGreaterThan(8);
  });

  it("names only scripts of package.json", () => {
    expect(scriptsNamed.filter(({ script }) => !(script in scripts))).toEqual([]);
  });

  it("names only commands, verbs and options of the command line", async () => {
    const problems: string[] = [];
    for (const { document, words } of commandsNamed) {
      problems.push(...(await unknown(words)).map((what) => `${document}: ${what} does not exist`));
    }
    expect(problems).toEqual([]);
  });

  it.each([
    [["dance"], ["passerelle dance"]],
    [["keys", "list|dance"], ["passerelle keys dance"]],
    [["keys", "list", "--dance"], ["passerelle keys list --dance"]],
    [["simulator", "--dance"], ["passerelle simulator --dance"]],
    [["keys", "generate|rotate|list", "--dir", "keys"], []],
  ])("would be caught: passerelle %j", async (words, problems) => {
    expect(await unknown(words)).toEqual(problems);
  });
});
