import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it, test } from "vitest";
import { ERRORS } from "../../../src/federation/errors/catalogue.ts";
import { ENGLISH } from "../../../src/service/language/english/index.ts";
import { holesOf } from "../../../src/service/language/holes.tsx";
import { speechIn } from "../../../src/service/language/speech.ts";

const SOURCE = resolve(import.meta.dirname, "../../../src");
const CATALOGUES = join(SOURCE, "service/language/english");
const PAIRS = Object.entries(ENGLISH);

describe("the English catalogue", () => {
  it("has the same values in both languages", () => {
    const sorted = (text: string) => [...holesOf(text)].sort();
    expect(PAIRS.filter(([french, english]) => sorted(french).join() !== sorted(english).join())).toEqual([]);
  });

  it("is typed plainly: typography comes later", () => {
    expect(PAIRS.filter((pair) => pair.some((text) => /[\u00a0\u202f']/.test(text)))).toEqual([]);
  });

  it("is written as English is: no space before a colon, no guillemets", () => {
    expect(PAIRS.filter(([, english]) => / [:;!?]|[«»]/.test(english))).toEqual([]);
  });

  it("says each sentence once", () => {
    const keys = readdirSync(CATALOGUES)
      .filter((name) => name !== "index.ts")
      .flatMap((name) => keysIn(readFileSync(join(CATALOGUES, name), "utf8")));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(new Set(keys)).toEqual(new Set(Object.keys(ENGLISH)));
  });

  it("has no sentence that nothing says", () => {
    const spoken = new Set(filesOf("").flatMap((file) => textsOf(file).map(withoutValues)));
    expect(Object.keys(ENGLISH).filter((french) => !isMadeOf(spoken, withoutValues(french)))).toEqual([]);
  });
});

const { known } = speechIn("en");

test.each(Object.entries(ERRORS))(
  "the login error %s is said in English",
  (_code, { citizenTitle, citizenMessage }) => {
    expect([citizenTitle, citizenMessage].filter((text) => known(text) === undefined)).toEqual([]);
  },
);

test("whatever citizens’ pages, routes and errors write out in French has its English", () => {
  const files = [
    ...filesOf("service/citizen"),
    ...filesOf("service/components"),
    ...["service/app.ts", "service/failures.tsx", "service/sessions.ts"].map((file) => join(SOURCE, file)),
    ...filesOf("dossiers").filter((file) => file.endsWith("/error.ts")),
    join(SOURCE, "storage/error.ts"),
  ].filter((file) => !MARKED_AS_FRENCH.test(file));
  const silent = files.flatMap((file) => frenchTexts(file).filter((text) => known(text) === undefined));
  expect(silent.filter((text) => text !== FOR_AGENTS)).toEqual([]);
});

/** Texts of law, and the State’s own image. */
const MARKED_AS_FRENCH = /pages\/(?:legal|accessibility|feedback)\.tsx$/;
const FOR_AGENTS = "Indiquez le motif de cette décision : il sera communiqué à l’usager.";
const LOOKS_FRENCH = /[éèêàçîôùûÉÀ’«]| (?:de|du|la|le|les|un|une|et|ou|par|pour|sans|vous) /i;

/** The French that a file writes out: texts of several words, and words between tags. */
function frenchTexts(file: string): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) texts.push(plain(node.text).trim());
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return texts.filter((text) => text.includes(" ") && LOOKS_FRENCH.test(text));
}

const parse = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

/** Every text of a file; of a template, each part between its values. */
function textsOf(file: string): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node)) {
      texts.push(node.head.text, ...node.templateSpans.map(({ literal }) => literal.text));
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return texts;
}

const keysIn = (catalogue: string): readonly string[] => {
  const keys: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node))
      keys.push(ts.isStringLiteral(node.name) ? node.name.text : node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("catalogue.ts", catalogue, ts.ScriptTarget.Latest, true));
  return keys;
};

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ").replaceAll("'", "’");
const withoutValues = (text: string) => plain(text).replace(/\{\w+\}|\d+|\s+/g, "");

/** Whether a sentence is one of these texts, or several of them one after the other. */
function isMadeOf(texts: ReadonlySet<string>, sentence: string): boolean {
  if (texts.has(sentence)) return true;
  const ends = new Set([0]);
  for (let end = 1; end <= sentence.length; end += 1) {
    if ([...ends].some((start) => texts.has(sentence.slice(start, end)))) ends.add(end);
  }
  return ends.has(sentence.length);
}

/** Nothing in these folders is read by citizens, or it is the English itself. */
const NOT_FOR_CITIZENS =
  /(?:^|\/)(?:english|simulator|cli|agent|onboarding|collectivites|keys|flow|checks)\//;

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(SOURCE, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !NOT_FOR_CITIZENS.test(name))
    .map((name) => join(SOURCE, folder, name));
}
