import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { CaseFile } from "./case-file.ts";

const CASE = z.looseObject({
  params: z.record(z.string(), z.unknown()).nullable(),
  status: z.number().int().min(100).max(599),
  payload: z.string(),
  asked: z.record(z.string(), z.string()).optional(),
  holder_only: z.boolean().optional(),
});

export interface LoadedCases {
  readonly cases: readonly CaseFile[];
  /** Files left out, each with the reason: the rest is served. */
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Reads a folder of cases in the official layout. A broken file is named and left out; only a folder that cannot
 * be read at all rejects.
 * @see https://github.com/etalab/siade_staging_data
 */
export async function loadCases(directory: string, builtIn = false): Promise<LoadedCases> {
  const cases: CaseFile[] = [];
  const problems: { file: string; reason: string }[] = [];
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter(({ name }) => /\.ya?ml$/.test(name)).sort(byPath)) {
    const file = path.join(entry.parentPath, entry.name);
    try {
      cases.push(readCase(file, await readFile(file, "utf8"), builtIn));
    } catch (error) {
      problems.push({ file, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { cases, problems };
}

function readCase(file: string, text: string, builtIn: boolean): CaseFile {
  const { params, status, payload, asked, holder_only } = CASE.parse(parse(text, { logLevel: "error" }));
  return {
    folder: path.basename(path.dirname(file)),
    file,
    parameters: params ?? {},
    status,
    body: JSON.parse(payload),
    builtIn,
    asked: asked ?? {},
    holderOnly: holder_only ?? false,
  };
}

function byPath(
  left: { parentPath: string; name: string },
  right: { parentPath: string; name: string },
): number {
  return path.join(left.parentPath, left.name) < path.join(right.parentPath, right.name) ? -1 : 1;
}
