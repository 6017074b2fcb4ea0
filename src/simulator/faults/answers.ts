import { gzipSync } from "node:zlib";
import {
  ALL_PROVIDERS,
  type AnswerFault,
  type Claims,
  type Endpoint,
  type FaultDraft,
  family,
} from "./fault.ts";

const HTML =
  '<!doctype html><html lang="fr"><title>Maintenance</title><h1>Service en maintenance</h1></html>';
const TWO_MEGABYTES = 2 * 1024 * 1024;
const FIFTY_MEGABYTES = 50 * 1024 * 1024;
const JSON_TYPE = { "content-type": "application/json" };
const HTML_TYPE = { "content-type": "text/html; charset=utf-8" };

/** The ways any HTTP answer can go wrong, for each endpoint that a service calls itself. */
const WAYS: readonly (readonly [string, string, string, AnswerFault])[] = [
  ["hang", "never answers.", "F4 12", { transport: "hang" }],
  ["drop", "closes the connection without a word.", "F4 13", { transport: "drop" }],
  ["drip", "answers one byte a second.", "F4 12", { transport: "drip" }],
  ["slow", "answers after eight seconds.", "F4 12", { delayMs: 8_000 }],
  ["500", "answers 500 with HTML.", "F4 12", { status: 500, headers: HTML_TYPE, body: () => HTML }],
  ["502", "answers 502 with HTML.", "F4 12", { status: 502, headers: HTML_TYPE, body: () => HTML }],
  [
    "503",
    "answers 503 with Retry-After.",
    "F4 12",
    {
      status: 503,
      headers: { ...HTML_TYPE, "retry-after": "120" },
      body: () => HTML,
    },
  ],
  ["504", "answers 504 without a body.", "F4 12", { status: 504, body: () => "" }],
  [
    "429",
    "answers 429 with Retry-After.",
    "F4 13",
    {
      status: 429,
      headers: { ...JSON_TYPE, "retry-after": "30" },
      body: () => '{"error":"temporarily_unavailable"}',
    },
  ],
  [
    "redirect",
    "redirects to an internal address.",
    "F4 13, B2",
    {
      status: 302,
      headers: { location: "http://169.254.169.254/latest/meta-data/" },
      body: () => "",
    },
  ],
  [
    "redirect-permanent",
    "redirects with 308, which repeats the body.",
    "B2",
    {
      status: 308,
      headers: { location: "http://127.0.0.1:9/steal" },
      body: () => "",
    },
  ],
  ["html", "answers 200 with HTML.", "F4 12", { headers: HTML_TYPE, body: () => HTML }],
  ["empty", "answers 200 with nothing.", "F4 12", { body: () => "" }],
  ["truncated", "announces more than it sends.", "F4 12", { body: () => '{"issuer":"http' }],
  ["oversize", "answers 2 MB.", "F4 12", { body: () => `{"x":"${"a".repeat(TWO_MEGABYTES)}"}` }],
  [
    "gzip-bomb",
    "answers 50 kB that inflate to 50 MB.",
    "F4 12",
    {
      headers: { "content-encoding": "gzip" },
      body: () => gzipSync(Buffer.alloc(FIFTY_MEGABYTES, 0x20)),
    },
  ],
];

function everyWay(endpoint: Endpoint): readonly FaultDraft[] {
  return WAYS.map(([name, description, anchors, answer]) => ({
    name: `${endpoint}-${name}`,
    description: `/${endpoint} ${description}`,
    anchors,
    answers: { [endpoint]: answer },
  }));
}

function json(
  endpoint: Endpoint,
  name: string,
  description: string,
  anchors: string,
  change: (body: Claims) => unknown,
  more: Partial<FaultDraft> = {},
): FaultDraft {
  return {
    name: `${endpoint}-${name}`,
    description,
    anchors,
    answers: { [endpoint]: { json: change } },
    ...more,
  };
}

function drop(body: Claims, member: string): Claims {
  const { [member]: _gone, ...rest } = body;
  return rest;
}

const TOKEN: readonly FaultDraft[] = [
  {
    name: "token-invalid-grant",
    description: "The code is said to have expired.",
    anchors: "F4 13",
    answers: {
      token: {
        status: 400,
        headers: JSON_TYPE,
        body: () =>
          '{"error":"invalid_grant","error_description":"grant request is invalid (authorization code not found)"}',
      },
    },
  },
  {
    name: "token-invalid-client",
    description: "The client's secret is said to be wrong.",
    anchors: "F3 22-26",
    answers: {
      token: {
        status: 401,
        headers: JSON_TYPE,
        body: () =>
          '{"error":"invalid_client","error_description":"client authentication failed (invalid secret provided)"}',
      },
    },
  },
  {
    name: "token-invalid-client-metadata",
    description: "FranceConnect+ could not fetch the service's keys.",
    anchors: "F4 7",
    platforms: ["franceconnect-plus"],
    answers: {
      token: {
        status: 400,
        headers: JSON_TYPE,
        body: () =>
          '{"error":"invalid_client_metadata","error_description":"client JSON Web Key Set failed to be refreshed (fetch failed)"}',
      },
    },
  },
  json("token", "id-token-missing", "No `id_token`.", "F1", (b) => drop(b, "id_token")),
  json("token", "id-token-number", "`id_token` is a number.", "F3 8-15", (b) => ({ ...b, id_token: 42 })),
  json("token", "access-token-missing", "No `access_token`.", "F1", (b) => drop(b, "access_token")),
  json("token", "access-token-empty", "`access_token` is empty.", "F3 8-15", (b) => ({
    ...b,
    access_token: "",
  })),
  json("token", "access-token-crlf", "`access_token` contains a line break.", "B2", (b) => ({
    ...b,
    access_token: "a\r\nX-Injected: 1",
  })),
  json("token", "type-missing", "No `token_type`.", "F2", (b) => drop(b, "token_type")),
  json("token", "type-mac", "`token_type` is mac.", "F2", (b) => ({ ...b, token_type: "mac" })),
  json("token", "array", "The answer is a JSON array.", "F3 8-15", (b) => [b]),
  json("token", "null", "The answer is null.", "F3 8-15", () => null),
  json(
    "token",
    "type-case",
    "`token_type` is bEARER.",
    "F2 token-type-case-insensitivity",
    (b) => ({
      ...b,
      token_type: "bEARER",
    }),
    { expect: "accept" },
  ),
  json(
    "token",
    "expires-in-missing",
    "No `expires_in`.",
    "F2 without-expires_in",
    (b) => drop(b, "expires_in"),
    {
      expect: "accept",
    },
  ),
  json(
    "token",
    "scope-missing",
    "No `scope`.",
    "F2 no-scope-in-token-endpoint-response",
    (b) => drop(b, "scope"),
    {
      expect: "accept",
    },
  ),
  json(
    "token",
    "refresh-token",
    "A refresh token that FranceConnect never gives.",
    "F3 109-110",
    (b) => ({
      ...b,
      refresh_token: "r".repeat(43),
    }),
    { expect: "accept" },
  ),
];

const USERINFO: readonly FaultDraft[] = [
  {
    name: "userinfo-401",
    description: "The access token is said to have expired.",
    anchors: "F4 14",
    answers: {
      userinfo: {
        status: 401,
        headers: JSON_TYPE,
        body: () =>
          '{"error":"invalid_token","error_description":"invalid token provided (access token not found)"}',
      },
    },
  },
  {
    name: "userinfo-json",
    description: "Unsigned JSON although a JWT is registered.",
    anchors: "F4 11",
    answers: {
      userinfo: {
        headers: JSON_TYPE,
        body: () => '{"sub":"x","given_name":"Jean","family_name":"FAUX","birthdate":"1980-01-01"}',
      },
    },
  },
];

/** Answers that a service fetches during a login. */
export const ANSWER_FAULTS = [
  ...family("token endpoint", ALL_PROVIDERS, [...TOKEN, ...everyWay("token")]),
  ...family("UserInfo endpoint", ALL_PROVIDERS, [...USERINFO, ...everyWay("userinfo")]),
  ...family("JWKS", ALL_PROVIDERS, everyWay("jwks")),
  ...family("discovery", ALL_PROVIDERS, everyWay("discovery")),
];
