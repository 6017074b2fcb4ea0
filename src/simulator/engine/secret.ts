import { timingSafeEqual } from "node:crypto";

/** Compares secrets without telling by the time taken how much of them fits. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
