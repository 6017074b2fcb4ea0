import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ParticulierRequest } from "../../src/particulier/index.ts";
import { type Simulated, simulate } from "../simulator/particulier/client.ts";
import { ANGELA, clientOf, keepingLogger } from "../support/particulier.ts";

interface BadInput {
  readonly fault?: string;
  readonly token?: string;
  readonly request?: Partial<ParticulierRequest>;
  /** Milliseconds by which our clock is wrong. */
  readonly clock?: number;
  readonly becomes: string;
  /** What the operator is told to mend, where there is something. */
  readonly mend?: RegExp;
}

const FIVE_MINUTES = 5 * 60_000;
const RIGHT_NOW = () => new Date().toISOString();

const CASES: Readonly<Record<string, BadInput>> = {
  "a bad SIRET": {
    request: { recipient: "12345678901234" },
    becomes: "invalid recipient_invalid",
    mend: /SIRET/,
  },
  "a bad token": { token: "not-a-token", becomes: "refused 00101", mend: /token/i },
  "a token without the scope": { fault: "scope-missing", becomes: "refused 00100", mend: /scope|DataPass/ },
  "an identity that lacks a name": {
    request: { identity: { ...ANGELA, familyName: "" } },
    becomes: "invalid identity_incomplete",
    mend: /nomNaissance/,
  },
  "a body that is no JSON": { fault: "not-json", becomes: "unavailable body_not_json" },
  "a 200 with errors": { fault: "ok-with-errors", becomes: "unavailable body_unexpected" },
  "an answer of ten megabytes": { fault: "ten-megabytes", becomes: "unavailable body_too_large" },
  "a redirect": { fault: "redirect", becomes: "unavailable redirect_refused" },
  "a socket that hangs": { fault: "hang", becomes: "unavailable deadline_exceeded" },
  "a clock five minutes behind": { clock: -FIVE_MINUTES, becomes: "found" },
  "a clock five minutes ahead": { clock: FIVE_MINUTES, becomes: "found" },
  "a citizen's token that seems five minutes old": {
    clock: FIVE_MINUTES,
    request: { accessToken: "citizen", issuedAt: RIGHT_NOW() },
    becomes: "found",
  },
};

describe("bad input is a clear outcome that names what to mend", () => {
  const dial: { fault: string | null } = { fault: null };
  let platform: Simulated;
  beforeAll(async () => {
    platform = await simulate({ fault: () => dial.fault });
  });
  afterAll(() => platform.close());

  it.each(Object.entries(CASES))("%s", async (_name, { fault, token, request, clock = 0, becomes, mend }) => {
    dial.fault = fault ?? null;
    const { logger, lines } = keepingLogger();
    const api = clientOf(platform.url, {
      token: token ?? platform.token,
      logger,
      now: () => new Date(Date.now() + clock),
      deadline: fault === "hang" ? 300 : 15_000,
    });
    const answer = await api.quotientFamilial({ identity: ANGELA, ...request });
    expect(`${answer.outcome} ${answer.code}`).toContain(becomes);
    if (answer.outcome === "found") return;
    expect(answer.citizenMessage ?? answer.operatorHint).toEqual(expect.any(String));
    if (mend) expect(answer.operatorHint).toMatch(mend);
    const credential = token ?? platform.token;
    for (const secret of [credential, ...ANGELA.givenNames, ANGELA.familyName, ANGELA.birthdate]) {
      expect(lines.join()).not.toContain(secret);
    }
    /** Its hint may quote the documentation's own example, which is this very person's name. */
    for (const secret of [credential, ANGELA.birthdate]) expect(JSON.stringify(answer)).not.toContain(secret);
  });
});
