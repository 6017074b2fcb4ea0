import path from "node:path";
import type { Call } from "../call.ts";
import { caseFolder, type Mode, type Route } from "../routes/route.ts";
import { canonical, comparable, type Values } from "./canonical.ts";
import { type CaseFile, NOT_FOUND_FILE } from "./case-file.ts";
import { lenient } from "./lenient.ts";
import { isSamePerson } from "./person.ts";

/** All cases by folder; `--cases` first, so that its files win over ours. */
export class Cases {
  readonly #folders = new Map<string, CaseFile[]>();

  constructor(cases: readonly CaseFile[]) {
    for (const one of cases) {
      const folder = this.#folders.get(one.folder);
      if (folder) folder.push(one);
      else this.#folders.set(one.folder, [one]);
    }
  }

  /** Cases whose folder has this name, in the order of precedence. */
  in(folder: string): readonly CaseFile[] {
    return this.#folders.get(folder) ?? [];
  }

  /** The case that a call triggers: literally as the official staging finds it, then leniently, then by person. */
  find({ route, version, mode, parameters }: Call): CaseFile | undefined {
    const cases = this.in(caseFolder(route, version, mode));
    const matched = route.matched[mode] ?? [];
    return (
      findExact(cases, route, matched, parameters) ??
      findLenient(cases, route, matched, parameters) ??
      this.#findPerson(route, version, mode, parameters)
    );
  }

  /** What the folder says of everyone it does not know. */
  notFound({ route, version, mode }: Call): CaseFile | undefined {
    return this.in(caseFolder(route, version, mode)).find(
      ({ file }) => path.basename(file) === NOT_FOUND_FILE,
    );
  }

  /** Our own personas are known in every mode that gives an identity, whatever else was asked. */
  #findPerson(route: Route, version: number, mode: Mode, parameters: Values): CaseFile | undefined {
    if (!route.modes.includes("identite") || mode === "ine") return undefined;
    const known = this.in(caseFolder(route, version, "identite")).filter(({ builtIn }) => builtIn);
    return known.find((one) => isSamePerson(one.parameters, parameters));
  }

  /** Whether one of our own answers of this kind of route is about this person. */
  knows(routes: readonly Route[], parameters: Values): boolean {
    return routes.some((route) => this.#findPerson(route, 3, "identite", parameters)?.status === 200);
  }
}

function findExact(
  cases: readonly CaseFile[],
  route: Route,
  matched: readonly string[],
  parameters: Values,
): CaseFile | undefined {
  const wanted = canonical(comparable(route, matched, parameters));
  return cases.find((one) => canonical(one.parameters) === wanted);
}

function findLenient(
  cases: readonly CaseFile[],
  route: Route,
  matched: readonly string[],
  parameters: Values,
): CaseFile | undefined {
  const wanted = canonical(lenient(route, matched, parameters));
  // A call with nothing to compare would otherwise meet the 404 whose own parameters are all unknown.
  if (wanted === canonical({})) return undefined;
  return cases.find((one) => canonical(lenient(route, matched, one.parameters)) === wanted);
}
