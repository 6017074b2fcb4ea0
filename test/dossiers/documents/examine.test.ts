import { describe, expect, it } from "vitest";
import { examine } from "../../../src/dossiers/documents/examine.ts";
import { HEIC, JPEG, PDF, PNG, pdfOf } from "../../support/documents.ts";

const text = (content: string) => Buffer.from(content, "latin1");
const withTail = (file: Buffer, more: string) => Buffer.concat([file, text(more)]);
/** The last record of an archive: what makes a JAR of whatever stands before it. */
const ZIP_END = `PK\u0005\u0006${"\0".repeat(18)}`;
const MEGABYTE = 1_000_000;

describe("a file is taken for what its content says", () => {
  it.each([
    ["attestation.pdf", PDF, "application/pdf"],
    ["ATTESTATION.PDF", PDF, "application/pdf"],
    ["photo.jpg", JPEG, "image/jpeg"],
    ["photo.jpeg", JPEG, "image/jpeg"],
    ["capture.png", PNG, "image/png"],
    ["IMG_0001.HEIC", HEIC, "image/heic"],
  ])("%s", async (name, bytes, type) => {
    expect(await examine({ name, bytes })).toEqual({ name, type });
  });

  it.each([
    ["scan", PDF, "scan.pdf"],
    ["Attestation M. Dupont", JPEG, "Attestation M. Dupont.jpg"],
    ["", PNG, "document.png"],
  ])("« %s » is given the end its name lacks", async (name, bytes, kept) => {
    expect(await examine({ name, bytes })).toMatchObject({ name: kept });
  });

  it("a photo that carries a film behind it is still a photo", async () => {
    expect(await examine({ name: "live.jpg", bytes: withTail(JPEG, "ftypmp42") })).toMatchObject({
      type: "image/jpeg",
    });
  });

  it("a form with its own scripts inside a PDF is still a PDF", async () => {
    const [head, tail] = [PDF.subarray(0, -6), PDF.subarray(-6)];
    const bytes = Buffer.concat([head, Buffer.alloc(2_000, 0x20), text("<script x>"), tail]);
    expect(await examine({ name: "cerfa.pdf", bytes })).toMatchObject({ type: "application/pdf" });
  });
});

describe("a file that is not what it seems is refused", () => {
  it.each([
    ["nothing inside", "vide.pdf", Buffer.alloc(0), "document_empty"],
    ["one byte too many", "gros.pdf", pdfOf(5 * MEGABYTE + 1), "document_too_large"],
    ["a name of 201 characters", `${"é".repeat(197)}.pdf`, PDF, "document_name_too_long"],
    ["a web page", "page.html", text("<!doctype html><script>alert(1)</script>"), "document_type_refused"],
    ["a web page called a PDF", "page.pdf", text("<html><body></body></html>"), "document_type_refused"],
    ["a drawing that runs", "dessin.svg", text("<svg xmlns='x'><script/></svg>"), "document_type_refused"],
    ["a drawing called a photo", "dessin.png", text("<?xml version='1.0'?><svg/>"), "document_type_refused"],
    ["a Windows program", "facture.exe", text(`MZ${"\0".repeat(100)}`), "document_type_refused"],
    [
      "a Linux program called a PDF",
      "facture.pdf",
      text(`\u007fELF${"\0".repeat(99)}`),
      "document_type_refused",
    ],
    ["an archive", "tout.zip", text(`PK\u0003\u0004${"\0".repeat(40)}`), "document_type_refused"],
    ["a text", "note.txt", text("bonjour"), "document_type_refused"],
    ["random bytes", "photo.jpg", Buffer.alloc(100, 0x42), "document_type_refused"],
    ["a film", "film.mp4", text("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"), "document_type_refused"],
    ["a photo called a PDF", "photo.pdf", JPEG, "document_extension_wrong"],
    ["a PDF called a program", "facture.exe", PDF, "document_extension_wrong"],
    ["an end hidden by a direction mark", "facture\u202efdp.exe", PDF, "document_extension_wrong"],
    ["a PDF cut short", "coupe.pdf", PDF.subarray(0, -8), "document_damaged"],
    ["a PNG cut short", "coupe.png", PNG.subarray(0, -8), "document_damaged"],
    ["a photo cut short", "coupe.jpg", JPEG.subarray(0, -2), "document_damaged"],
    [
      "a photo that is a web page",
      "deux.jpg",
      withTail(JPEG, "<script>alert(1)</script>"),
      "document_disguised",
    ],
    [
      "a photo that is a server's page",
      "deux.png",
      withTail(PNG, "<?php system('x');"),
      "document_disguised",
    ],
    ["a photo that is a PDF", "deux.jpg", Buffer.concat([JPEG, PDF]), "document_disguised"],
    ["a PDF that is an archive", "deux.pdf", withTail(PDF, ZIP_END), "document_disguised"],
    ["a photo that is an archive", "deux.png", withTail(PNG, ZIP_END), "document_disguised"],
    ["a PDF followed by a web page", "deux.pdf", withTail(PDF, "<html onload=x>"), "document_disguised"],
  ])("%s", async (_what, name, bytes, code) => {
    expect(await examine({ name, bytes })).toMatchObject({ code });
  });

  it("and told which file it is, and what to do, in French", async () => {
    expect(await examine({ name: "C:\\Users\\Zoé\\vide.pdf", bytes: Buffer.alloc(0) })).toEqual({
      code: "document_empty",
      citizenMessage:
        "«\u00a0vide.pdf\u00a0»\u00a0: ce fichier est vide. Ouvrez-le pour le vérifier, puis joignez-le de nouveau.",
    });
  });

  it("and its name shortened in the message, its end kept", async () => {
    const refused = await examine({ name: `${"long".repeat(60)}.pdf`, bytes: PDF });
    expect(refused).toMatchObject({ citizenMessage: expect.stringMatching(/^«\s\S{47}…longlong\.pdf\s»/) });
  });

  it("five megabytes to the byte are taken", async () => {
    expect(await examine({ name: "juste.pdf", bytes: pdfOf(5 * MEGABYTE) })).toMatchObject({
      type: "application/pdf",
    });
  });
});
