import { fileTypeFromBuffer } from "file-type";
import { DOCUMENT_LIMITS } from "../../procedures/index.ts";
import { isDisguised } from "./disguise.ts";
import type { ReceivedFile } from "./document.ts";
import { cleanFileName, extensionOf } from "./file-name.ts";
import { type DocumentRefusal, type DocumentRefusalCode, refuseDocument } from "./refusal.ts";
import { DOCUMENT_TYPES, type DocumentType } from "./types.ts";

/** What a file is, once looked at. */
export interface Examined {
  readonly name: string;
  readonly type: string;
}

/** Looks at a file: its type is what its content says, and a name or content that says two things is refused. */
export async function examine({ name: raw, bytes }: ReceivedFile): Promise<Examined | DocumentRefusal> {
  const name = cleanFileName(raw);
  const refuse = (code: DocumentRefusalCode) => refuseDocument(code, name);
  if (bytes.length === 0) return refuse("document_empty");
  if (bytes.length > DOCUMENT_LIMITS.bytesPerFile) return refuse("document_too_large");
  if ([...name].length > DOCUMENT_LIMITS.charactersOfName) return refuse("document_name_too_long");
  const known = await sniff(bytes);
  if (known === undefined) return refuse("document_type_refused");
  const extension = extensionOf(name);
  if (extension !== undefined && !known.extensions.includes(extension)) {
    return refuse("document_extension_wrong");
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  if (known.end !== undefined && !text.includes(known.end)) return refuse("document_damaged");
  if (isDisguised(text, known.type)) return refuse("document_disguised");
  return { name: nameOf(name, extension, known), type: known.type };
}

/** A file that makes the detection itself stumble is none of those we take. */
async function sniff(bytes: Uint8Array): Promise<DocumentType | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return DOCUMENT_TYPES.find(({ type }) => type === found?.mime);
}

function nameOf(name: string, extension: string | undefined, { extensions }: DocumentType): string {
  return extension === undefined ? `${name || "document"}.${extensions[0]}` : name;
}
