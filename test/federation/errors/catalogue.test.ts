import { describe, expect, it } from "vitest";
import { ERRORS } from "../../../src/federation/errors/catalogue.ts";
import {
  callbackError,
  supportReference,
  tokenEndpointError,
} from "../../../src/federation/errors/from-provider.ts";
import { FederationError, type FederationErrorCode } from "../../../src/federation/index.ts";

const CODES = Object.keys(ERRORS) as FederationErrorCode[];

describe(`every error (${CODES.length})`, () => {
  it.each(CODES)("%s has a status, a French page and a hint, and is never a 500", (code) => {
    const { status, citizenTitle, citizenMessage, operatorHint } = new FederationError(code);
    expect(status === 500 || status < 400 || status > 504).toBe(false);
    expect(operatorHint.length).toBeGreaterThan(20);
    for (const text of [citizenTitle, citizenMessage]) {
      expect(text).not.toMatch(/'| [:;!?»]|« |"/);
      expect(text).toMatch(/^[A-ZÀÉÊ]/);
    }
    expect(citizenMessage).toMatch(/[.!]$/);
  });

  it("that is the provider's own refusal is a 4xx, its absence a 502, 503 or 504", () => {
    for (const [code, { status }] of Object.entries(ERRORS)) {
      if (/^(provider_(unreachable|timeout|unavailable|not_ready|response|metadata))/.test(code)) {
        expect([502, 503, 504]).toContain(status);
      } else if (/^(provider_|token_|userinfo_|identity_|level_refused|transaction_|callback_)/.test(code)) {
        expect(status).toBeLessThan(500);
      }
    }
  });
});

describe("what the provider says", () => {
  it("is mapped on its code alone", () => {
    expect(callbackError("access_denied").code).toBe("login_cancelled");
    expect(callbackError("temporarily_unavailable").code).toBe("provider_temporarily_unavailable");
    expect(tokenEndpointError({ error: "invalid_grant" }).code).toBe("code_refused");
    expect(tokenEndpointError({ error: 7 }).code).toBe("token_request_refused");
  });

  it.each(["toString", "__proto__", "constructor", "<script>", "Angela DUBOIS"])(
    "is not kept when unknown: %s",
    (error) => {
      const failure = callbackError(error);
      expect(failure.code).toBe("provider_error_unknown");
      expect(JSON.stringify(failure)).not.toContain(error);
    },
  );

  it("gives FranceConnect's support its code and id, and nothing that only looks like them", () => {
    const id = "8f2f3c1e-2c2f-4a61-9b7e-111111111111";
    expect(supportReference(`https://docs.example/?code=Y0434A7B&id=${id}`)).toEqual({
      providerCode: "Y0434A7B",
      providerId: id,
    });
    for (const reference of ["", "x", 3, `https://docs.example/?code=DUBOIS&id=Angela`]) {
      expect(supportReference(reference)).toEqual({});
    }
  });
});
