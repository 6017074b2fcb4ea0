import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf, documents, GUIDE, GUIDE_PLACES, ROOT } from "./documents.ts";

/** As GitHub makes it: small letters, hyphens for spaces, no punctuation. */
const anchorOf = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

const anchorsOf = (text: string) =>
  new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading as string)));

/** Why a relative link of a document leads nowhere; undefined when it leads somewhere. */
function deadEnd(from: string, link: string): string | undefined {
  const [path = "", anchor] = link.split("#");
  const target = join(ROOT, path === "" ? from : join(dirname(from), path));
  if (!existsSync(target)) return `${from}: ${link} does not exist`;
  if (anchor === undefined || anchorsOf(readFileSync(target, "utf8")).has(anchor)) return undefined;
  return `${from}: ${link} names no heading`;
}

const relativeLinks = documents().flatMap(({ path, text }) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link as string)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => ({ path, link })),
);

/** Those that the guide has its reader write. */
const toBeWritten = new Set(Object.values(GUIDE_PLACES));

/** Paths written as code: `src/federation/level.ts`, `keys/`; not those with a part to fill in. */
const sourcePaths = documents().flatMap((document) =>
  codeOf(document)
    .filter((code) => /^(src|docs|test|examples|keys)\/[\w./-]+$/.test(code))
    .filter((path) => document.path !== GUIDE || !toBeWritten.has(path))
    .map((path) => ({ document: document.path, path })),
);

describe("README.md and docs/", () => {
  it("has links to be followed and paths to be opened", () => {
    expect(relativeLinks.length).toBeGreaterThan(10);
    expect(sourcePaths.length).toBeGreaterThan(5);
  });

  it("links only to what exists", () => {
    expect(relativeLinks.flatMap(({ path, link }) => deadEnd(path, link) ?? [])).toEqual([]);
  });

  it("names only files that exist", () => {
    expect(
      sourcePaths
        .filter(({ path }) => !existsSync(join(ROOT, path)))
        .map(({ document, path }) => `${document}: ${path} does not exist`),
    ).toEqual([]);
  });

  it("would catch a file that is gone and a heading that was renamed", () => {
    expect(deadEnd("docs/data.md", "gone.md")).toBeDefined();
    expect(deadEnd("docs/data.md", "../README.md#no-such-heading")).toBeDefined();
    expect(deadEnd("docs/data.md", "../README.md")).toBeUndefined();
  });
});
