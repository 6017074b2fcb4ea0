import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { OnboardingError } from "../error.ts";

/** One line of a file under the names we know its columns by. */
export interface CsvLine<Column extends string> {
  /** From 1, the header included: what a spreadsheet shows. */
  readonly line: number;
  readonly values: Readonly<Record<Column, string>>;
}

/** A column, the names it may have in a header, and whether a file without it can be read. */
export interface ColumnRule {
  readonly names: readonly string[];
  readonly optional?: boolean;
}

/** A file that was read once, to know it, and will be read again for its lines: it is never held whole. */
export interface CsvFile {
  readonly path: string;
  readonly encoding: "utf-8" | "windows-1252";
  readonly separator: string;
  /** SHA-256 of the bytes: the same file twice is recognised. */
  readonly digest: string;
  readonly lines: number;
}

/** A record longer than this is no line of such a file but a quote that was never closed. */
const LONGEST_RECORD = 100_000;
const NEW_LINE = 0x0a;

/** Reads a file as UTF-8 (with or without a mark) or, where it is not valid UTF-8, as Windows-1252, what spreadsheets write in France. */
export async function openCsvFile(path: string): Promise<CsvFile> {
  const hash = createHash("sha256");
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let encoding: CsvFile["encoding"] = "utf-8";
  let lines = 0;
  let header: string | undefined;
  try {
    for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(bytes);
      header ??= bytes.toString("latin1").split(/[\r\n]/, 1)[0];
      for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) lines += 1;
      if (encoding === "utf-8" && !decodes(utf8, bytes)) encoding = "windows-1252";
    }
  } catch (cause) {
    throw new OnboardingError("file_unreadable", `${path} cannot be read`, { cause });
  }
  if (encoding === "utf-8" && !decodes(utf8)) encoding = "windows-1252";
  return { path, encoding, separator: separatorOf(header ?? ""), digest: hash.digest("hex"), lines };
}

/** Whether the next bytes, or the end without any, are still valid. */
function decodes(decoder: TextDecoder, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** The text of the file, as it comes. A file that changes between the two readings is not the one that was announced. */
async function* textOf({ path, encoding, digest }: CsvFile): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(bytes);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
  if (hash.digest("hex") !== digest)
    throw new OnboardingError("file_unreadable", `${path} changed while it was being read: import it again`);
}

/**
 * Reads the lines of a CSV file, whatever its separator (`;`, `,` or tab) and the order of its columns.
 *
 * @throws OnboardingError `columns_missing` naming them, `line_too_long`, `file_unreadable`
 */
export async function* csvLines<Column extends string>(
  file: CsvFile,
  rules: Readonly<Record<Column, ColumnRule>>,
): AsyncGenerator<CsvLine<Column>> {
  const parser = parse({
    bom: true,
    delimiter: file.separator,
    info: true,
    max_record_size: LONGEST_RECORD,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  // What goes wrong on either side ends the other, and comes out of the loop below.
  pipeline(Readable.from(textOf(file)), parser, () => {});
  let indexes: ReadonlyMap<Column, number> | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (!indexes) {
        indexes = columnsOf(record, rules);
        continue;
      }
      const values = Object.fromEntries([...indexes].map(([column, index]) => [column, record[index] ?? ""]));
      yield { line: info.lines, values: values as Record<Column, string> };
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const code = cause.code === "CSV_MAX_RECORD_SIZE" ? "line_too_long" : "file_unreadable";
    throw new OnboardingError(code, `line ${String(cause.lines ?? "?")}: ${cause.message}`, { cause });
  }
  if (!indexes) throw new OnboardingError("columns_missing", "the file is empty");
}

function separatorOf(header: string): string {
  const counts = [";", ",", "\t"].map((separator) => ({ separator, count: header.split(separator).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.separator ?? ";";
}

/** Headers are compared without case, accents, apostrophes or spaces: they are retyped more often than copied. */
const fold = (name: string) =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

function columnsOf<Column extends string>(
  header: readonly string[],
  rules: Readonly<Record<Column, ColumnRule>>,
): ReadonlyMap<Column, number> {
  const folded = header.map(fold);
  const found = Object.entries<ColumnRule>(rules).map(([column, rule]) => ({
    column: column as Column,
    rule,
    index: folded.findIndex((name) => new Set(rule.names.map(fold)).has(name)),
  }));
  const missing = found.filter(({ rule, index }) => index < 0 && !rule.optional);
  if (missing.length > 0) {
    const wanted = missing.map(({ rule }) => `« ${rule.names.join(" » or « ")} »`).join(", ");
    throw new OnboardingError(
      "columns_missing",
      `no column ${wanted} in: ${header.join(" | ").slice(0, 500)}`,
    );
  }
  return new Map(found.filter(({ index }) => index >= 0).map(({ column, index }) => [column, index]));
}
