import http from "node:http";
import https from "node:https";
import { FederationError } from "../errors/federation-error.ts";
import { LIMITS, type Limits } from "./limits.ts";

/** One call to a provider. */
export interface ProviderRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form: makes it a POST. */
  readonly form?: URLSearchParams;
  readonly signal?: AbortSignal;
}

export interface ProviderAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** Calls providers over kept-alive connections; what it throws is a `FederationError`. */
export interface Transport {
  readonly limits: Limits;
  send(request: ProviderRequest): Promise<ProviderAnswer>;
  close(): void;
}

/**
 * `node:http` and not `fetch`: it follows no redirect and inflates no body, so neither has to be forbidden,
 * and the size is counted before anything is kept.
 */
export function createTransport(limits: Limits = LIMITS): Transport {
  const options = { keepAlive: true, scheduling: "lifo", maxSockets: 100 } as const;
  const agents = { "http:": new http.Agent(options), "https:": new https.Agent(options) };
  return {
    limits,
    send: (request) => sendOnce(request, agents, limits, false),
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

type Agents = Readonly<Record<"http:" | "https:", http.Agent>>;

function sendOnce(
  request: ProviderRequest,
  agents: Agents,
  limits: Limits,
  isSecondTry: boolean,
): Promise<ProviderAnswer> {
  const url = new URL(request.url);
  const body = request.form?.toString();
  const isPlain = url.protocol === "http:";
  return new Promise((resolve, reject) => {
    const call = (isPlain ? http : https).request(url, {
      agent: agents[isPlain ? "http:" : "https:"],
      method: body === undefined ? "GET" : "POST",
      headers: {
        ...request.headers,
        ...(body !== undefined && {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
        }),
      },
    });
    let failure: FederationError | undefined;
    const stop = (error: FederationError): void => {
      failure ??= error;
      call.destroy();
      settle();
      reject(failure);
    };
    const late = (): void => stop(new FederationError("provider_timeout"));
    const timer = setTimeout(late, limits.callTimeout);
    const settle = (): void => {
      clearTimeout(timer);
      request.signal?.removeEventListener("abort", late);
    };
    if (request.signal?.aborted) late();
    else request.signal?.addEventListener("abort", late, { once: true });

    call.on("error", (cause) => {
      settle();
      if (failure) return;
      /** A kept-alive connection that the provider closed meanwhile: nobody has read the request. */
      if (call.reusedSocket && !isSecondTry && isReset(cause)) {
        resolve(sendOnce(request, agents, limits, true));
        return;
      }
      reject(new FederationError("provider_unreachable", { cause }));
    });
    call.on("response", (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > limits.maxBytes) stop(new FederationError("provider_response_invalid"));
        else chunks.push(chunk);
      });
      response.on("end", () => {
        settle();
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      });
      response.on("error", (cause) => stop(new FederationError("provider_unreachable", { cause })));
    });
    call.end(body);
  });
}

/** @see https://nodejs.org/api/http.html#requestreusedsocket */
function isReset(error: Error): boolean {
  return "code" in error && (error.code === "ECONNRESET" || error.code === "EPIPE");
}
