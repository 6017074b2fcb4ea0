import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Identity } from "../../src/federation/index.ts";
import { type ApiParticulierOptions, apiParticulier } from "../../src/particulier/index.ts";

/** The contract's example recipient. */
export const RECIPIENT = "21330063500017";

/** Angela Claire Louise Dubois, the person of FranceConnect's own sandbox. */
export const ANGELA: Identity = {
  givenNames: ["Angela", "Claire", "Louise"],
  familyName: "DUBOIS",
  gender: "female",
  birthdate: "1962-08-24",
  birthplace: "75107",
  birthcountry: "99100",
};

export interface ScriptedServer {
  readonly url: string;
  /** The requests that came, in order. */
  readonly requests: readonly IncomingMessage[];
  /** The query of the last request. */
  query(): URLSearchParams;
  close(): Promise<void>;
}

export type Script = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A server that answers as the test says: whatever the simulated platform would never do included. */
export async function scriptedServer(script: Script): Promise<ScriptedServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    script(request, response, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    query: () => new URL(requests.at(-1)?.url ?? "/", url).searchParams,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers JSON of the platform's kind. */
export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "Content-Type": "application/vnd.api+json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

/** The platform's error body. */
export function platformError(code: string, more: object = {}): object {
  return { errors: [{ code, title: "Erreur", detail: "Détail", source: null, meta: {}, ...more }] };
}

/** The platform's envelope around data. */
export function platformData(data: object, meta: object = {}): object {
  return { data, links: {}, meta };
}

/** A client of a scripted server, or of the simulator. */
export function clientOf(url: string, options: Partial<ApiParticulierOptions> = {}) {
  return apiParticulier({ url, token: "habilitation", recipient: RECIPIENT, ...options });
}

/** A logger that keeps every line as text. */
export function keepingLogger() {
  const lines: string[] = [];
  const keep = (details: object, message: string) => void lines.push(JSON.stringify({ ...details, message }));
  return { lines, logger: { info: keep, warn: keep, error: keep, debug: keep } };
}
