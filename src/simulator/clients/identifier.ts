import { createHash } from "node:crypto";

/** 64 hexadecimal characters, as FranceConnect's own identifiers and secrets; the same at every start. */
export function fixedIdentifier(label: string): string {
  return createHash("sha256").update(`simulateur:${label}`).digest("hex");
}
