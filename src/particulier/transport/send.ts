import type { ProblemCode } from "../problems.ts";
import { BodyTooLarge, readBody } from "./body.ts";

/** What came over the wire for one request: an answer, or the reason why there is none. */
export type Exchange =
  | { readonly status: number; readonly headers: Headers; readonly body: string }
  | { readonly failure: ProblemCode };

/**
 * One GET with a bearer token, and nothing followed: a redirect would carry the token elsewhere.
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export async function send(
  url: string,
  token: string | undefined,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  maximumBodyBytes: number,
): Promise<Exchange> {
  try {
    const response = await fetch(url, {
      headers: {
        accept: "application/vnd.api+json, application/json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      redirect: "manual",
      signal,
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return { failure: "redirect_refused" };
    }
    const body = await readBody(response, maximumBodyBytes);
    return { status: response.status, headers: response.headers, body };
  } catch (error) {
    if (error instanceof BodyTooLarge) return { failure: "body_too_large" };
    return { failure: signal.aborted ? "aborted" : "network_error" };
  }
}
