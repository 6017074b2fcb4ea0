import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

/** Who may import whom: the table of docs/architecture.md. `cli` composes everything. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  federation: [],
  particulier: ["federation"],
  procedures: ["federation", "particulier"],
  storage: [],
  dossiers: ["procedures", "storage"],
  collectivites: ["federation", "storage"],
  onboarding: ["collectivites", "storage"],
  service: ["federation", "particulier", "procedures", "dossiers", "collectivites", "onboarding", "storage"],
  simulator: [],
};
const PUBLIC_ROOMS = ["federation", "particulier", "procedures"];

interface Import {
  readonly from: string;
  readonly to: string;
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const source = readFileSync(file, "utf8").replace(/^\s*(\/\*\*|\*).*$/gm, "");
  return [...source.matchAll(/(?:from|import\(|import)\s*["'](\.{1,2}\/[^"']+)["']/g)].map((match) => ({
    from: relative(SRC, file),
    to: relative(SRC, resolve(dirname(file), match[1] as string)),
  }));
}

const roomOf = (path: string) => (path.includes("/") ? (path.split("/")[0] as string) : "");

const imports = files(SRC).flatMap(importsOf);

/** Each rule names what breaks it, so that the test's own message is the way to mend it. */
function forbidden(all: readonly Import[]): string[] {
  return all.flatMap(({ from, to }) => {
    const [room, target] = [roomOf(from), roomOf(to)];
    if (room === target)
      return to === `${room}/index.ts` && from.split("/").length > 1 && room !== ""
        ? [`${from} goes out through its own door`]
        : [];
    if (from === "index.ts" && !PUBLIC_ROOMS.includes(target)) return [`${from} publishes ${to}`];
    const allowed = room === "" || room === "cli" || MAY_IMPORT[room]?.includes(target);
    if (!allowed) return [`${from} may not import from ${target || to}`];
    return to === `${target}/index.ts` || target === "cli"
      ? []
      : [`${from} enters ${target} by a window: ${to}`];
  });
}

function cycles(all: readonly Import[]): string[] {
  const graph = new Map<string, string[]>();
  for (const { from, to } of all) graph.set(from, [...(graph.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (done.has(file) || path.includes(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

describe("the house", () => {
  it("is read: its imports are found", () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it("lets a room import only what the table allows, and only through the door", () => {
    expect(forbidden(imports)).toEqual([]);
  });

  it("has no circle of files", () => {
    expect(cycles(imports)).toEqual([]);
  });

  it("has only the rooms of the table", () => {
    const rooms = readdirSync(SRC).filter((name) => statSync(join(SRC, name)).isDirectory());
    expect(rooms.filter((room) => room !== "cli" && !(room in MAY_IMPORT))).toEqual([]);
  });

  it("keeps its files short enough to be read at one sitting", () => {
    const long = files(SRC)
      .map((file) => ({ file: relative(SRC, file), lines: readFileSync(file, "utf8").split("\n").length }))
      .filter(({ lines }) => lines > 280);
    expect(long).toEqual([]);
  });
});

describe("the check of the house itself", () => {
  it("catches a room that imports upward, a window, and a circle", () => {
    expect(forbidden([{ from: "storage/a.ts", to: "dossiers/index.ts" }])).toHaveLength(1);
    expect(forbidden([{ from: "dossiers/a.ts", to: "storage/vault.ts" }])).toHaveLength(1);
    expect(forbidden([{ from: "dossiers/a.ts", to: "storage/index.ts" }])).toEqual([]);
    expect(forbidden([{ from: "federation/a.ts", to: "simulator/index.ts" }])).toHaveLength(1);
    expect(
      cycles([
        { from: "a/x.ts", to: "a/y.ts" },
        { from: "a/y.ts", to: "a/x.ts" },
      ]),
    ).not.toEqual([]);
  });
});
