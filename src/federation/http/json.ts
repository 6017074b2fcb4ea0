import { FederationError } from "../errors/federation-error.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** A JSON object, or nonsense. */
export function parseJsonObject(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    if (isObject(value)) return value;
  } catch (cause) {
    throw new FederationError("provider_response_invalid", { cause });
  }
  throw new FederationError("provider_response_invalid");
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
