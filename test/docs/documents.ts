import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");

export const GUIDE = "docs/my-first-procedure.md";
/** Where the guide has its reader put each block; the others stand beside their document. */
export const GUIDE_PLACES: Readonly<Record<string, string>> = {
  typed: "docs/typed.example.js",
  portal: "docs/procedures.js",
  filled: "docs/sejour-d-ete.js",
  test: "docs/sejour-d-ete.test.js",
};

/** One fenced block: ```` ```ts name ````. */
export interface Block {
  readonly language: string;
  /** What stands behind the language; empty for most. */
  readonly name: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
  readonly code: string;
}

export interface Document {
  /** From the root: `docs/federation.md`. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** README.md and docs/*.md, as a reader finds them. */
export function documents(): readonly Document[] {
  const names = readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md"));
  return ["README.md", ...names.map((name) => `docs/${name}`)].map((path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    return { path, text, blocks: blocksOf(text) };
  });
}

/** The fenced blocks of a Markdown text. */
export function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w*) *([\w-]*)\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: language = "", 2: name = "", 3: code = "" }) => ({
      language,
      name,
      line: text.slice(0, index).split("\n").length + 1,
      code,
    }),
  );
}

/** Everything a reader may copy: fenced blocks and code spans. */
export function codeOf({ text, blocks }: Pick<Document, "text" | "blocks">): readonly string[] {
  const spans = text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/`([^`\n]+)`/g);
  return [...blocks.map(({ code }) => code), ...[...spans].map(([, code = ""]) => code)];
}
