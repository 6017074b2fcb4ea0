import { gzipSync } from "node:zlib";
import type { FederationErrorCode } from "../../../src/federation/index.ts";
import type { Mutation } from "../../support/hostile-provider.ts";
import { describeHostile, type HostileCase } from "../../support/hostile-suite.ts";

type Place = "token" | "userinfo" | "jwks" | "discovery";
type Answer = NonNullable<NonNullable<Mutation["answer"]>[Place]>;

const PLACES: readonly Place[] = ["token", "userinfo", "jwks", "discovery"];
/** What cannot be read before the first login is told to the citizen as not ready yet. */
const atStart = (place: Place, code: FederationErrorCode): FederationErrorCode => {
  if (place === "discovery") return "provider_not_ready";
  return code;
};

const answering = (
  place: Place,
  name: string,
  anchor: string,
  [check, code]: readonly [string, FederationErrorCode],
  answer: Answer,
): HostileCase => ({
  name: `${place} ${name}`,
  anchor,
  check,
  code: atStart(place, code),
  isFresh: true,
  mutation: () => ({ answer: { [place]: answer } }),
});

const STATUS = ["answer-status", "provider_response_invalid"] as const;
const UNAVAILABLE = ["answer-status", "provider_unavailable"] as const;
const ENCODING = ["answer-encoding", "provider_response_invalid"] as const;
const MEDIA = ["userinfo-media-type", "userinfo_not_signed"] as const;

const withStatus =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (res, honest) =>
    void res.writeHead(status, { "content-type": honest.type, ...headers }).end(honest.body);

describeHostile("answers of the wrong status", [
  ...PLACES.flatMap((place) => [
    answering(
      place,
      "redirects to the cloud's metadata",
      "B2 SSRF, F4.13",
      STATUS,
      withStatus(302, { location: "http://169.254.169.254/" }),
    ),
    answering(
      place,
      "redirects permanently",
      "B2 SSRF",
      STATUS,
      withStatus(308, { location: "http://127.0.0.1:1/" }),
    ),
    answering(place, "answers 503", "F4.12, F4.16", UNAVAILABLE, withStatus(503)),
    answering(
      place,
      "answers 429 with Retry-After",
      "F4.13",
      UNAVAILABLE,
      withStatus(429, { "retry-after": "60" }),
    ),
    answering(place, "answers 204 with a body announced", "F4.12", STATUS, withStatus(203)),
  ]),
]);

describeHostile("answers of the wrong form", [
  ...PLACES.map((place) =>
    answering(
      place,
      "claims a compressed body",
      "F4.12 gzip bomb",
      ENCODING,
      withStatus(200, { "content-encoding": "gzip" }),
    ),
  ),
  ...["application/json", "text/html", "text/plain", "application/jwtx"].map((type) =>
    answering(
      "userinfo",
      `as ${type}`,
      "F4.11 unsigned JSON, F1 userinfo-signed",
      MEDIA,
      (res, honest) => void res.writeHead(200, { "content-type": type }).end(honest.body),
    ),
  ),
  {
    ...answering(
      "userinfo",
      "sends a gzip bomb",
      "F4.12 gzip bomb",
      ENCODING,
      (res, honest) =>
        void res
          .writeHead(200, { "content-type": honest.type, "content-encoding": "gzip" })
          .end(gzipSync(Buffer.alloc(50_000_000))),
    ),
    secondWall: "token_malformed",
  },
]);

const small = { maxBytes: 4_096, callTimeout: 10_000 };
const large = { maxBytes: 4 * 1024 * 1024, callTimeout: 10_000 };
const padded: Answer = (res, honest) =>
  void res.writeHead(200, { "content-type": honest.type }).end(honest.body + " ".repeat(2 * 1024 * 1024));
const slow: Answer = (res, honest) =>
  void setTimeout(() => res.writeHead(200, { "content-type": honest.type }).end(honest.body), 700);
const dripping: Answer = (res, honest) => {
  res.writeHead(200, { "content-type": honest.type });
  res.write(honest.body.slice(0, 10));
  setTimeout(() => res.end(honest.body.slice(10)), 700);
};

describeHostile("answers that are too large or too slow", [
  ...PLACES.map(
    (place): HostileCase => ({
      ...answering(
        place,
        "sends 2 MB",
        "F4.12 2 MB body",
        ["answer-status", "provider_response_invalid"],
        padded,
      ),
      limits: small,
      lifted: large,
    }),
  ),
  ...PLACES.flatMap((place) => [
    {
      ...answering(place, "takes too long", "F4.12 slow", ["answer-status", "provider_timeout"], slow),
      limits: { callTimeout: 150 },
      lifted: { callTimeout: 9_000 },
    } satisfies HostileCase,
    {
      ...answering(place, "drips", "F4.12 slow", ["answer-status", "provider_timeout"], dripping),
      limits: { callTimeout: 150 },
      lifted: { callTimeout: 9_000 },
    } satisfies HostileCase,
  ]),
  {
    ...answering(
      "userinfo",
      "takes too long for the whole callback",
      "F4.12 slow",
      ["answer-status", "provider_timeout"],
      slow,
    ),
    limits: { callbackTimeout: 200 },
    lifted: { callbackTimeout: 9_000 },
  },
]);

const discovering = (
  name: string,
  anchor: string,
  check: string,
  change: (document: Record<string, unknown>) => Record<string, unknown>,
): HostileCase => ({
  name,
  anchor,
  check,
  code: "provider_not_ready",
  isFresh: true,
  mutation: () => ({ discovery: change }),
});
const elsewhere = (url: unknown): string => String(url).replace("localhost", "127.0.0.1");

describeHostile("metadata", [
  discovering("another issuer", "F1 discovery-issuer-mismatch", "metadata-issuer", (document) => ({
    ...document,
    issuer: `${document.issuer}INVALID`,
  })),
  discovering(
    "no issuer",
    "F1 discovery-issuer-mismatch",
    "metadata-issuer",
    ({ issuer: _, ...document }) => document,
  ),
  ...["token_endpoint", "userinfo_endpoint", "jwks_uri", "end_session_endpoint"].map((name) =>
    discovering(`${name} on another host`, "B2 SSRF by discovery", "metadata-endpoints", (document) => ({
      ...document,
      [name]: elsewhere(document[name]),
    })),
  ),
]);

const responding = (
  name: string,
  check: string,
  tokenBody: NonNullable<Mutation["tokenBody"]>,
): HostileCase => ({
  name,
  anchor: "F3 absent, empty, wrong type",
  check,
  code: "provider_response_invalid",
  mutation: () => ({ tokenBody }),
});

describeHostile("the token response", [
  ...[undefined, "", "DPoP", "mac", 1].map((type) =>
    responding(`token_type: ${JSON.stringify(type)}`, "token-response-type", (body) => ({
      ...body,
      token_type: type,
    })),
  ),
  responding("an empty access_token", "token-response-members", (body) => ({ ...body, access_token: "" })),
  ...[undefined, "", null].map(
    (token): HostileCase => ({
      ...responding(`id_token: ${JSON.stringify(token)}`, "token-response-members", (body) => ({
        ...body,
        id_token: token,
      })),
      secondWall: "token_malformed",
    }),
  ),
]);
