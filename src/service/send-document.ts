import type { Response } from "express";
import type { OpenedDocument } from "../dossiers/index.ts";

/**
 * Hands over a file to be saved, never to be opened here: whatever it is made of, it does not run in our name.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html
 * @example
 * sendDocument(response, document);
 */
export function sendDocument(
  response: Response,
  { name, type, bytes }: Pick<OpenedDocument, "name" | "type" | "bytes">,
): void {
  response
    .set({
      "Cache-Control": "no-store",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
    })
    .attachment(name)
    .type(type)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
}
