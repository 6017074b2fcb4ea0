import { randomBytes } from "node:crypto";

/** A new encryption key. */
export const newKey = (): string => randomBytes(32).toString("base64url");
