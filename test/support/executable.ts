import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of these folders that holds an executable of this name. */
export function executable(name: string, folders: readonly string[] = []): string | undefined {
  return [...folders, ...(process.env.PATH ?? "").split(delimiter)]
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Debian's folders of PostgreSQL programs, the newest version first. */
export function postgresFolders(): string[] {
  const root = "/usr/lib/postgresql";
  try {
    return readdirSync(root)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(root, version, "bin"));
  } catch {
    return [];
  }
}
