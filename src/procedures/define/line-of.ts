/** Where a bracket opens or closes, what a comment or a text hides, and what separates two properties. */
const TOKENS =
  /\/\/.*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|[([{]|[)\]}]|,/g;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

interface Place {
  readonly start: number;
  /** Where what belongs to it ends. */
  readonly end: number;
}

/** The end of a property (its comma), or of the brackets that hold a name (their closing). */
function endOf(text: string, from: number, stopsAtComma: boolean): number {
  let depth = 0;
  for (const token of text.slice(from).matchAll(TOKENS)) {
    if (/^[([{]$/.test(token[0])) depth += 1;
    else if (/^[)\]}]$/.test(token[0])) depth -= 1;
    if (depth < 0 || (depth === 0 && stopsAtComma && token[0] === ",")) return from + token.index;
  }
  return text.length;
}

/** A property of this name, or a text that is this name: `kind:`, `"telephone"`. */
function find(
  text: string,
  name: string,
  { start, end }: Place,
  kinds: readonly RegExp[],
): Place | undefined {
  const inside = text.slice(start, end);
  const found = kinds
    .map((kind) => new RegExp(kind.source.replace("NAME", escaped(name)), "m").exec(inside))
    .filter((match) => match !== null)
    .sort((one, other) => one.index - other.index)[0];
  if (found === undefined) return undefined;
  const at = start + found.index + found[0].length;
  return { start: at, end: endOf(text, at, found[0].endsWith(":")) };
}

const PROPERTY = /(?<![\w-])["']?NAME["']?\s*:/;
const NAMED = /["'`]NAME["'`](?!\s*:)/;

/**
 * The line of a source file that a place in a declaration means: `steps.vous.telephone.kind`. A heuristic that reads
 * brackets and texts; where it finds no more, it stays at the nearest place that it knows.
 *
 * @param declared the line on which the declaration begins, from 1
 */
export function lineOf(text: string, declared: number, at: string): number {
  const lines = text.split("\n");
  const start = lines.slice(0, declared - 1).join("\n").length;
  const whole: Place = { start: 0, end: text.length };
  let place: Place = { start, end: text.length };
  for (const name of at.split(".").filter((part) => part !== "")) {
    // A step or a field may stand in a constant of its own, above the declaration.
    const next = find(text, name, place, [PROPERTY, NAMED]) ?? find(text, name, whole, [NAMED]);
    if (next === undefined) break;
    place = next;
  }
  return place.start === start ? declared : text.slice(0, place.start).split("\n").length;
}
