import { describe, expect, it } from "vitest";
import { type DocumentRefusalCode, refuseDocument } from "../../../src/dossiers/index.ts";
import { speechIn } from "../../../src/service/language/speech.ts";

const CODES: Readonly<Record<DocumentRefusalCode, true>> = {
  document_empty: true,
  document_too_large: true,
  document_name_too_long: true,
  document_type_refused: true,
  document_extension_wrong: true,
  document_damaged: true,
  document_disguised: true,
  documents_at_once: true,
  documents_too_heavy: true,
  documents_too_many: true,
};

describe("what is wrong with a file, in English", () => {
  it.each(Object.keys(CODES) as DocumentRefusalCode[])("%s says which file, under its own name", (code) => {
    const { citizenMessage } = refuseDocument(code, "attestation CAF.pdf");
    expect(speechIn("en").known(citizenMessage)).toMatch(/^“attestation CAF\.pdf”: /);
  });
});
