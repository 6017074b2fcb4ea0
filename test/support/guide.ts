import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const GUIDE = readFileSync(resolve(import.meta.dirname, "../../docs/my-first-procedure.md"), "utf8");

/** What stands in the blocks of this language and name, in their order. */
export function blocks(language: string, name: string): readonly string[] {
  const fenced = new RegExp(`^\`\`\`${language} ${name}\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return [...GUIDE.matchAll(fenced)].map(([, text = ""]) => text);
}

function block(language: string, name: string): string {
  const [text] = blocks(language, name);
  if (text === undefined) throw new Error(`the guide has no block "${language} ${name}"`);
  return text;
}

/** Which file each named block of JavaScript is, in the order of the guide. */
const FILES: readonly (readonly [name: string, file: string])[] = [
  ["begin", "sejour-d-ete.js"],
  ["typed", "sejour-d-ete.js"],
  ["portal", "procedures.js"],
  ["filled", "sejour-d-ete.js"],
  ["refused", "sejour-d-ete.js"],
  ["show", "sejour-d-ete.js"],
  ["papers", "sejour-d-ete.js"],
  ["test", "sejour-d-ete.test.js"],
];

/** The file as the reader has it at this step: a part goes where the guide says, and out again. */
function textOf(name: string): string {
  const whole = () => block("js", "filled");
  if (name === "refused") return whole().replace("  sources: {\n", `  sources: {\n${block("js", "refused")}`);
  return name === "show" || name === "papers" ? whole() : block("js", name);
}

export interface GuideStep {
  readonly name: string;
  /** What is in the folder at this step. */
  readonly files: Readonly<Record<string, string>>;
  /** What is typed, a line each. */
  readonly commands: readonly string[];
  /** What the guide shows of the answer. */
  readonly shown: readonly string[];
}

/** The guide « my first procedure », step by step. */
export function guideSteps(): readonly GuideStep[] {
  const folder: Record<string, string> = {};
  return FILES.map(([name, file]) => {
    folder[file] = textOf(name);
    return {
      name,
      files: { ...folder },
      commands: block("sh", name).trim().split("\n"),
      shown: blocks("text", name).map((text) => text.trim()),
    };
  });
}
