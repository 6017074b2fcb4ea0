type Tree = { [key: string]: Tree | true };

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
  const tree: Tree = {};
  for (const path of paths) {
    const segments = path.split(".");
    const last = segments.pop() ?? "";
    let branch: Tree | true = tree;
    for (const segment of segments) {
      if (branch === true) break;
      branch[segment] ??= {};
      branch = branch[segment];
    }
    // A container asked for as a whole outweighs any of its keys.
    if (branch !== true) branch[last] = true;
  }
  return tree;
}

function prune(data: Readonly<Record<string, unknown>>, tree: Tree): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, branch] of Object.entries(tree)) {
    if (Object.hasOwn(data, key)) kept[key] = branch === true ? data[key] : pruneValue(data[key], branch);
  }
  return kept;
}

function pruneValue(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => pruneValue(item, tree));
  return isRecord(value) ? prune(value, tree) : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
