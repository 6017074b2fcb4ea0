/** What is wanted of each key: all of it, or only what is named below it. A map, so that no key is special. */
type Tree = Map<string, Tree | true>;

/**
 * Only these keys of the data, by path; a path through a list takes the key of every item. What is not there
 * stays absent: `null` would be a statement.
 */
export function pick(
  data: Readonly<Record<string, unknown>>,
  paths: readonly string[],
): Record<string, unknown> {
  return prune(data, treeOf(paths));
}

function treeOf(paths: readonly string[]): Tree {
  const tree: Tree = new Map();
  for (const path of paths) {
    const segments = path.split(".");
    const last = segments.pop() ?? "";
    let branch: Tree | true = tree;
    for (const segment of segments) {
      if (branch === true) break;
      const next: Tree | true = branch.get(segment) ?? new Map();
      branch.set(segment, next);
      branch = next;
    }
    // A container asked for as a whole outweighs any of its keys.
    if (branch !== true) branch.set(last, true);
  }
  return tree;
}

function prune(data: Readonly<Record<string, unknown>>, tree: Tree): Record<string, unknown> {
  const wanted = [...tree].filter(([key]) => Object.hasOwn(data, key));
  return Object.fromEntries(
    wanted.map(([key, branch]) => [key, branch === true ? data[key] : pruneValue(data[key], branch)]),
  );
}

function pruneValue(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => pruneValue(item, tree));
  return isRecord(value) ? prune(value, tree) : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
