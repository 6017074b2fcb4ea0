import { createHmac, type KeyObject, sign } from "node:crypto";

/** Header and payload as base64url, ready to be signed. */
export function signingInput(header: object, payload: unknown): string {
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part) ?? "").toString("base64url");
  return `${encode(header)}.${encode(payload)}`;
}

/**
 * A compact JWS with whatever header it is given: jose refuses to make the malformed ones that faults need.
 * @see RFC 7515 §7.1
 */
export function asymmetricJws(header: object, payload: unknown, key: KeyObject): string {
  const input = signingInput(header, payload);
  const signature = sign("sha256", Buffer.from(input), { key, dsaEncoding: "ieee-p1363" });
  return `${input}.${signature.toString("base64url")}`;
}

/** The same with a secret, even an empty one. */
export function hmacJws(header: object, payload: unknown, secret: string | Buffer): string {
  const input = signingInput(header, payload);
  return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
}

/** The same without a signature. */
export function unsignedJws(header: object, payload: unknown): string {
  return `${signingInput(header, payload)}.`;
}
