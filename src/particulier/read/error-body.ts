import { z } from "zod";

/** What an error body says, whatever its shape: v3 writes `errors`, the throttle and the blocklist one flat object. */
export interface ErrorBody {
  readonly code?: string;
  readonly detail?: string;
  readonly provider?: string;
  /** The parameter at fault, where the platform names it. */
  readonly parameter?: string;
  /** Seconds. */
  readonly retryIn?: number;
}

const text = z.string().optional().catch(undefined);
const nested = z.object({
  errors: z.tuple(
    [
      z.object({
        code: z.coerce.string().optional().catch(undefined),
        title: text,
        detail: text,
        // Null, or absent: the serialiser drops what is nil.
        source: z.object({ parameter: text }).optional().catch(undefined),
        meta: z
          .object({ provider: text, retry_in: z.coerce.number().optional().catch(undefined) })
          .optional()
          .catch(undefined),
      }),
    ],
    z.unknown(),
  ),
});
const flat = z.object({ error: z.string(), reason: text, message: text });

/** The first error of a body; undefined where the body is none of the platform's. */
export function readErrorBody(json: unknown): ErrorBody | undefined {
  const many = nested.safeParse(json);
  if (many.success) {
    const [{ code, title, detail, source, meta }] = many.data.errors;
    return known({
      code,
      detail: detail ?? title,
      provider: meta?.provider,
      parameter: source?.parameter,
      retryIn: meta?.retry_in,
    });
  }
  const one = flat.safeParse(json);
  if (!one.success) return undefined;
  return known({ code: one.data.error, detail: one.data.message ?? one.data.reason });
}

/** Codes and names go into logs and metrics: only what looks like one is kept. */
const CODE = /^[\w.-]{1,60}$/;
const NAME = /^[\p{L}\p{N} &'’.-]{1,40}$/u;
const LONGEST_DETAIL = 500;

function known(body: { [K in keyof ErrorBody]: ErrorBody[K] | undefined }): ErrorBody {
  const { code, detail, provider, parameter, retryIn } = body;
  return {
    ...(code !== undefined && CODE.test(code) ? { code } : {}),
    ...(detail === undefined ? {} : { detail: detail.slice(0, LONGEST_DETAIL) }),
    ...(provider !== undefined && NAME.test(provider) ? { provider } : {}),
    ...(parameter !== undefined && CODE.test(parameter) ? { parameter } : {}),
    ...(retryIn !== undefined && retryIn >= 0 ? { retryIn } : {}),
  };
}
