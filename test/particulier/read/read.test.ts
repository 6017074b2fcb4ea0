import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRateLimit } from "../../../src/particulier/quotas/rate-limit-headers.ts";
import { readErrorBody } from "../../../src/particulier/read/error-body.ts";
import { outcomeOf } from "../../../src/particulier/read/outcome.ts";
import { retryAfterOf } from "../../../src/particulier/read/retry-after.ts";

describe("an error body", () => {
  it("is read in the shape of v3, with `source` null or absent", () => {
    const error = { code: "37003", title: "T", detail: "D", meta: { provider: "CNAV", retry_in: 10 } };
    const known = { code: "37003", detail: "D", provider: "CNAV", retryIn: 10 };
    expect(readErrorBody({ errors: [{ ...error, source: null }] })).toEqual(known);
    expect(readErrorBody({ errors: [error] })).toEqual(known);
  });

  it("is read in the flat shape of v2, of the throttle and of the blocklist", () => {
    expect(readErrorBody({ error: "too_many_requests", reason: "R", message: "M" })).toEqual({
      code: "too_many_requests",
      detail: "M",
    });
  });

  it("gives no code that could not be one: it goes into the logs", () => {
    const body = {
      errors: [{ code: "<script>Angela DUBOIS</script>", meta: { provider: "x".repeat(100) } }],
    };
    expect(readErrorBody(body)).toEqual({});
  });

  it("is none of the platform's when it is anything else, and never throws", () => {
    for (const body of [undefined, null, [], "errors", { errors: [] }, { errors: {} }]) {
      expect(readErrorBody(body)).toBeUndefined();
    }
    fc.assert(fc.property(fc.jsonValue(), (body) => void readErrorBody(body)));
    fc.assert(fc.property(fc.jsonValue(), (body) => void readErrorBody({ errors: [body] })));
  });
});

describe("the outcome of a status", () => {
  it.each([
    [400, "invalid"],
    [401, "refused"],
    [403, "refused"],
    [404, "not_found"],
    [409, "unavailable"],
    [410, "invalid"],
    [418, "invalid"],
    [422, "invalid"],
    [429, "unavailable"],
    [500, "unavailable"],
    [502, "unavailable"],
    [503, "unavailable"],
    [504, "unavailable"],
    [599, "unavailable"],
  ] as const)("%i is %s", (status, outcome) => expect(outcomeOf(status, { code: "99999" })).toBe(outcome));

  it("tells, within 422, nobody and several people from a wrong request", () => {
    expect(outcomeOf(422, { code: "00355" })).toBe("unidentified");
    expect(outcomeOf(422, { code: "00391" })).toBe("unidentified");
    expect(outcomeOf(422, { code: "00355", parameter: "annee" })).toBe("invalid");
    expect(outcomeOf(422, { code: "00366" })).toBe("invalid");
  });
});

describe("the pause asked for by Retry-After", () => {
  const now = new Date("2026-11-22T10:00:00Z");

  it("is read in seconds", () => {
    expect(retryAfterOf(new Headers({ "retry-after": "12" }), now)).toBe(12);
  });

  it("is read as a date, against the server's clock and not ours", () => {
    const headers = new Headers({
      "retry-after": "Sun, 22 Nov 2026 09:55:30 GMT",
      date: "Sun, 22 Nov 2026 09:55:00 GMT",
    });
    expect(retryAfterOf(headers, now)).toBe(30);
  });

  it.each(["", "soon", "-3", "1e9"])("is unknown when it is %j", (value) => {
    expect(retryAfterOf(new Headers({ "retry-after": value }), now)).toBeUndefined();
  });
});

describe("the RateLimit headers", () => {
  const headers = (reset: string, date = "Sun, 22 Nov 2026 10:00:00 GMT") =>
    new Headers({ "ratelimit-limit": "20", "ratelimit-remaining": "3", "ratelimit-reset": reset, date });

  it("are a limit, what remains of it and the seconds to its reset by the server's clock", () => {
    const reset = Date.parse("2026-11-22T10:00:01Z") / 1000;
    expect(readRateLimit(headers(String(reset)))).toEqual({ limit: 20, remaining: 3, resetIn: 1 });
  });

  it("are ignored when one is missing or nonsense", () => {
    expect(readRateLimit(new Headers({ "ratelimit-limit": "20" }))).toBeUndefined();
    expect(readRateLimit(headers("tomorrow"))).toBeUndefined();
    expect(readRateLimit(headers("1", "never"))).toBeUndefined();
  });
});
