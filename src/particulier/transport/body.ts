import type { IncomingMessage } from "node:http";

/** The body is larger than allowed. */
export class BodyTooLarge extends Error {}

const decoder = new TextDecoder();

/** The body as text, read no further than the limit; beyond it the connection is closed. */
export function readBody(response: IncomingMessage, maximumBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > maximumBytes) response.destroy(new BodyTooLarge());
    });
    response.once("end", () => resolve(decoder.decode(Buffer.concat(chunks))));
    response.once("error", reject);
  });
}
