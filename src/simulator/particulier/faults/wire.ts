import type { ServerResponse } from "node:http";
import { pipeline, Readable } from "node:stream";
import { createGzip, gzipSync } from "node:zlib";
import { type Answer, API_JSON } from "../answer.ts";
import type { ParticulierFault } from "./fault.ts";

const MEGABYTE = 1024 * 1024;

/** The right answer, written in a wrong way. */
function wire(
  name: string,
  description: string,
  write: (response: ServerResponse, json: string, answer: Answer, now: Date) => unknown,
): ParticulierFault {
  return {
    name,
    description,
    stage: "answer",
    play: (answer, now) => ({
      ...answer,
      write: (response) => void write(response, JSON.stringify(answer.body), answer, now),
    }),
  };
}

function ok(
  response: ServerResponse,
  headers: Readonly<Record<string, string | number>> = {},
): ServerResponse {
  return response.writeHead(200, { "Content-Type": API_JSON, ...headers });
}

function moveClock(seconds: number) {
  return (response: ServerResponse, json: string, _answer: Answer, now: Date) =>
    ok(response, { Date: new Date(now.getTime() + seconds * 1000).toUTCString() }).end(json);
}

function* megabytes(count: number): Generator<Buffer> {
  for (let sent = 0; sent < count; sent += 1) yield Buffer.alloc(MEGABYTE, " ");
}

function writeEndlessly(response: ServerResponse): void {
  ok(response).write('{"data":"');
  pipeline(Readable.from(megabytes(Number.POSITIVE_INFINITY)), response, ignoreEnd);
}

function drip(response: ServerResponse, json: string): void {
  ok(response);
  const bytes = Buffer.from(json);
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + 1));
    sent += 1;
    if (sent >= bytes.length) response.end();
  }, 100);
  response.once("close", () => clearInterval(timer));
}

function compressHugely(response: ServerResponse): void {
  ok(response, { "Content-Encoding": "gzip" });
  pipeline(Readable.from(megabytes(1024)), createGzip(), response, ignoreEnd);
}

/** A client that leaves in the middle is what these faults are for. */
function ignoreEnd(): void {}

/** Bytes, headers and sockets. */
export const WIRE_FAULTS: readonly ParticulierFault[] = [
  wire("not-json", "200 with an HTML page", (response) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Maintenance</title>"),
  ),
  wire("truncated-json", "200 whose JSON stops in the middle", (response, json) =>
    ok(response).end(json.slice(0, Math.floor(json.length / 2))),
  ),
  wire("empty-body", "200 without a body", (response) => ok(response).end()),
  wire("no-content", "204 without a body", (response) => response.writeHead(204).end()),
  wire("ten-megabytes", "200 with 10 MB of valid JSON", (response, json) =>
    ok(response).end(`{"remplissage":"${"x".repeat(10 * MEGABYTE)}",${json.slice(1)}`),
  ),
  wire("endless-body", "200 whose body never ends", (response) => writeEndlessly(response)),
  wire("deep-json", "200 with 100,000 nested lists", (response) =>
    ok(response).end(`{"data":${"[".repeat(100_000)}${"]".repeat(100_000)}}`),
  ),
  wire("prototype-key", "200 with a __proto__ key", (response, json) =>
    ok(response).end(`{"__proto__":{"pollue":true},${json.slice(1)}`),
  ),
  wire("infinite-number", "200 whose value is 1e999", (response) =>
    ok(response).end(
      '{"data":{"quotient_familial":{"fournisseur":"CNAF","valeur":1e999}},"links":{},"meta":{}}',
    ),
  ),
  wire("redirect", "302 to another host", (response) =>
    response.writeHead(302, { Location: "https://example.org/ailleurs" }).end(),
  ),
  wire("redirect-loop", "307 to the same address", (response) =>
    response.writeHead(307, { Location: response.req.url ?? "/" }).end(),
  ),
  wire("redirect-to-file", "302 to a file of the caller's machine", (response) =>
    response.writeHead(302, { Location: "file:///etc/passwd" }).end(),
  ),
  wire("hang", "No answer; the connection stays open", () => undefined),
  wire("hang-after-headers", "200 and its headers, then nothing", (response) => ok(response).flushHeaders()),
  wire("hang-in-body", "200 and half the body, then nothing", (response, json) =>
    ok(response).write(json.slice(0, Math.floor(json.length / 2))),
  ),
  wire("drip", "One byte every 100 milliseconds", drip),
  wire("reset", "The connection is cut before the answer", (response) => response.socket?.resetAndDestroy()),
  wire("reset-in-body", "The connection is cut in the middle of the body", (response, json) => {
    ok(response, { "Content-Length": Buffer.byteLength(json) });
    response.write(json.slice(0, Math.floor(json.length / 2)), () => response.socket?.resetAndDestroy());
  }),
  wire("wrong-content-type", "Right JSON as text/html", (response, json) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end(json),
  ),
  wire("no-content-type", "Right JSON without Content-Type", (response, json) =>
    response.writeHead(200).end(json),
  ),
  wire("latin-1", "Right JSON in ISO 8859-1", (response, json) =>
    ok(response).end(Buffer.from(json, "latin1")),
  ),
  wire("broken-utf-8", "JSON with bytes that are not UTF-8", (response) =>
    ok(response).end(
      Buffer.from([...Buffer.from('{"data":{"nom":"'), 0xc3, 0x28, 0xff, ...Buffer.from('"}}')]),
    ),
  ),
  wire("byte-order-mark", "Right JSON after a byte order mark", (response, json) =>
    ok(response).end(`\ufeff${json}`),
  ),
  wire("gzip-bomb", "1 GB of spaces in a compressed megabyte", compressHugely),
  wire("gzip-broken", "Content-Encoding: gzip, but the body is not", (response, json) =>
    ok(response, { "Content-Encoding": "gzip" }).end(json),
  ),
  wire("gzip-truncated", "A gzip body that stops in the middle", (response, json) =>
    ok(response, { "Content-Encoding": "gzip" }).end(gzipSync(json).subarray(0, 20)),
  ),
  wire("content-length-short", "Content-Length smaller than the body", (response, json) => {
    const bytes = Buffer.from(json);
    response.socket?.end(
      `HTTP/1.1 200 OK\r\nContent-Type: ${API_JSON}\r\nContent-Length: ${bytes.length - 5}\r\nConnection: close\r\n\r\n${json}`,
    );
  }),
  wire("content-length-long", "Content-Length larger than the body", (response, json) => {
    const bytes = Buffer.from(json);
    response.socket?.end(
      `HTTP/1.1 200 OK\r\nContent-Type: ${API_JSON}\r\nContent-Length: ${bytes.length + 50}\r\n\r\n${json}`,
    );
  }),
  wire("no-request-id", "Right answer without X-Request-ID", (response, json) => {
    response.removeHeader("X-Request-ID");
    ok(response).end(json);
  }),
  wire("clock-ahead", "Right answer, the Date header five minutes ahead", moveClock(300)),
  wire("clock-behind", "Right answer, the Date header five minutes behind", moveClock(-300)),
];
