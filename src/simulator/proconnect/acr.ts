/** The level a request insists on; none where `acr` is absent or voluntary. */
export function essentialAcr(claims: unknown): readonly string[] {
  if (typeof claims !== "string") return [];
  try {
    const parsed = JSON.parse(claims) as { id_token?: { acr?: AcrRequest | null } } | null;
    const request = parsed?.id_token?.acr;
    if (request?.essential !== true) return [];
    return request.values ?? (request.value === undefined ? [] : [request.value]);
  } catch {
    return [];
  }
}

interface AcrRequest {
  readonly essential?: boolean;
  readonly value?: string;
  readonly values?: readonly string[];
}

/** ProConnect compares names, not ranks: only a listed value satisfies the request. */
export function satisfies(acr: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.includes(acr);
}
