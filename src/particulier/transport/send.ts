import { Agent as HttpAgent, get as httpGet, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, get as httpsGet } from "node:https";
import type { ProblemCode } from "../problems.ts";
import { BodyTooLarge, readBody } from "./body.ts";

/** What came over the wire for one request: an answer, or the reason why there is none. */
export type Exchange = Response | { readonly failure: ProblemCode };

export interface Response {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: string;
}

export interface ResponseHeaders {
  get(name: string): string | null;
}

// `fetch` costs more than all the rest of a call together; the two agents keep their connections as it would.
const httpAgent = new HttpAgent({ keepAlive: true });
const httpsAgent = new HttpsAgent({ keepAlive: true });

/**
 * One GET with a bearer token, and nothing followed: a redirect would carry the token elsewhere. Compression is
 * declined, so that a body is never larger than what was read of it.
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export async function send(
  url: string,
  token: string | undefined,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  maximumBodyBytes: number,
): Promise<Exchange> {
  if (signal.aborted) return { failure: reasonOf(signal) };
  const asked = {
    accept: "application/vnd.api+json, application/json",
    "accept-encoding": "identity",
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...headers,
  };
  try {
    const response = await answerTo(url, asked, signal);
    const status = response.statusCode ?? 0;
    if (status >= 300 && status < 400) {
      response.destroy();
      return { failure: "redirect_refused" };
    }
    return { status, headers: headersOf(response), body: await readBody(response, maximumBodyBytes) };
  } catch (error) {
    if (error instanceof BodyTooLarge) return { failure: "body_too_large" };
    return { failure: signal.aborted ? reasonOf(signal) : "network_error" };
  }
}

function reasonOf(signal: AbortSignal): ProblemCode {
  return signal.reason === "deadline_exceeded" ? "deadline_exceeded" : "aborted";
}

function answerTo(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith("https:")
      ? httpsGet(url, { headers, agent: httpsAgent }, resolve)
      : httpGet(url, { headers, agent: httpAgent }, resolve);
    const giveUp = () => request.destroy(new Error("the caller gave up"));
    signal.addEventListener("abort", giveUp, { once: true });
    request.once("error", reject);
    request.once("close", () => signal.removeEventListener("abort", giveUp));
  });
}

function headersOf({ headers }: IncomingMessage): ResponseHeaders {
  return {
    get: (name) => {
      const value = headers[name];
      return value === undefined ? null : String(value);
    },
  };
}
