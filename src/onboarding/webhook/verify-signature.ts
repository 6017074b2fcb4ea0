import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether DataPass signed these very bytes: `sha256=<hex HMAC-SHA-256 of the raw body>`, compared in constant time.
 *
 * @param rawBody the body before any parser touched it
 * @param header `X-Hub-Signature-256` as received
 */
export function isSignedByDataPass(rawBody: Uint8Array, header: string | undefined, secret: string): boolean {
  if (!header || !secret) return false;
  const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(rawBody).digest("hex")}`);
  const given = Buffer.from(header);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
