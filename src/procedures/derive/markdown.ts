import { typeset } from "../typography.ts";

/** A cell or an item stays on its line, whatever a declaration holds. */
const inline = (text: string): string => text.replace(/\s*\n\s*/g, " ").replace(/\|/g, "\\|");

/** One item a line; « aucun » where there is none. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? "- aucun" : items.map((item) => `- ${inline(item)}`).join("\n");
}

/** A table of texts under its headers. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inline).join(" | ")} |`;
  return [line(headers), line(headers.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Titles with what stands under each, one blank line between all. */
export function sections(title: string, parts: Readonly<Record<string, string>>): string {
  const blocks = [`# ${title}`, ...Object.entries(parts).flatMap(([name, body]) => [`## ${name}`, body])];
  return typeset(blocks.join("\n\n"));
}
