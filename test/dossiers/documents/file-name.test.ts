import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanFileName, extensionOf } from "../../../src/dossiers/documents/file-name.ts";

describe("the name of a file", () => {
  it.each([
    ["attestation.pdf", "attestation.pdf"],
    ["/etc/passwd", "passwd"],
    ["C:\\Users\\Zoé\\scan.pdf", "scan.pdf"],
    ["../../../scan.pdf", "scan.pdf"],
    ["..", ""],
    ["e\u0301tat civil.pdf", "état civil.pdf"],
    ["facture\u202efdp.exe", "facturefdp.exe"],
    ["\u200escan\u200f.pdf", "scan.pdf"],
    ["deux\nlignes\r\n.pdf", "deux lignes .pdf"],
    ['gui"lle<me>ts?.pdf', "guillemets.pdf"],
    ["scan.pdf\0.exe", "scan.pdf.exe"],
    [" .caché. ", "caché"],
    ["مستند.pdf", "مستند.pdf"],
  ])("%j is kept as %j", (raw, kept) => {
    expect(cleanFileName(raw)).toBe(kept);
  });

  it.each([
    ["scan.PDF", "pdf"],
    ["scan.tar.gz", "gz"],
    ["Attestation M. Dupont", undefined],
    ["année 2026", undefined],
    ["relevé.2026", undefined],
  ])("%j ends with %j", (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });

  const anything = fc.string({ unit: fc.constantFrom(...'aé/\\."<\u202e\u200f\0\n \u0301\ud800日') });

  it("is one visible line without a path, whatever was sent", () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: "binary" })), (raw) => {
        const name = cleanFileName(raw);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\<>:"|?*\u2028\u2029]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$| {2}/);
        expect(name).toBe(name.normalize("NFC"));
      }),
    );
  });

  it("is the same once it is clean", () => {
    expect(cleanFileName('a"\u0301')).toBe("á");
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: "binary" })), (raw) => {
        expect(cleanFileName(cleanFileName(raw))).toBe(cleanFileName(raw));
      }),
    );
  });
});
