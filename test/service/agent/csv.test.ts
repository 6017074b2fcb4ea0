import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../../src/service/agent/csv.ts";

const DANGEROUS = /^[=+\-@\t\r]/;

describe("a table as CSV", () => {
  it("begins with the mark that makes a spreadsheet read UTF-8, and separates by semicolons", () => {
    expect(toCsv([["Né", "à"]])).toBe('\ufeff"Né";"à"\r\n');
  });

  it("gives every cell back, with an apostrophe before what would run", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("=1", "+1", "-1", "@a", "\ta", "\ra"),
    );
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const read = parse(toCsv(rows), { bom: true, delimiter: ";", record_delimiter: "\r\n" });
        const safe = rows.map((row) => row.map((text) => (DANGEROUS.test(text) ? `'${text}` : text)));
        expect(read).toEqual(safe);
      }),
    );
  });

  it("writes no cell that a spreadsheet would run", () => {
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), fc.string(), (start, rest) => {
        expect(toCsv([[start + rest]])).toMatch(/^\ufeff"'/);
      }),
    );
  });
});
