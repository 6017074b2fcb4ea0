import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { requirement } from "./requirement.ts";

/** Where the official data of API Particulier is. */
const root = resolve(process.env.OFFICIAL_CASES ?? "../shared/data/api-particulier");

/** Whether it is there; says so where it is not. */
export function officialDataAvailable(): boolean {
  return requirement(
    `The official API Particulier data (${root})`,
    existsSync(root) ? root : undefined,
    "set OFFICIAL_CASES to a folder with cases/, openapi-particulier.yaml and use-cases.fr.yml of github.com/datagouv/apistration",
  );
}

export const officialCasesFolder = join(root, "cases");

export function officialFile(name: string): string {
  return readFileSync(join(root, name), "utf8");
}

export interface OfficialCase {
  /** `<folder>/<file>`. */
  readonly name: string;
  readonly folder: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly payload: {
    readonly data?: Record<string, unknown>;
    readonly errors?: readonly { code: string }[];
  };
}

/** The cases of the routes: `france_connect`, which holds introspections and no answers, is left out. */
export function officialCases(): readonly OfficialCase[] {
  const folders = readdirSync(officialCasesFolder).filter((folder) => folder !== "france_connect");
  return folders.flatMap((folder) =>
    readdirSync(join(officialCasesFolder, folder)).map((file) => {
      const written = parse(readFileSync(join(officialCasesFolder, folder, file), "utf8"));
      return {
        name: `${folder}/${file}`,
        folder,
        params: written.params ?? {},
        status: written.status,
        payload: JSON.parse(written.payload),
      };
    }),
  );
}
