import { describe, expect, it } from "vitest";
import type { Identity } from "../../src/federation/index.ts";
import { PARTICULIER_FAULTS } from "../../src/simulator/particulier/index.ts";
import { simulate } from "../simulator/particulier/client.ts";
import { clientOf, keepingLogger } from "../support/particulier.ts";

/** Camille Fournel, whom the simulated CAF knows. */
const CAMILLE: Identity = {
  familyName: "FOURNEL",
  givenNames: ["CAMILLE", "JEANNE"],
  gender: "female",
  birthdate: "1987-05-21",
  birthplace: "33063",
  birthcountry: "99100",
};

/** What must come out of each fault; `found` where none is named: the answer is usable, or says where it drifts. */
const OUTCOMES: Readonly<Record<string, string>> = {
  "address-banned": "unavailable deadline_exceeded",
  "address-refused": "refused 00107",
  "another-person": "unidentified identity_mismatch",
  "bad-request": "invalid 00400",
  "caf-not-refreshed": "not_found 23003",
  "citizen-token-expired": "refused 51502",
  "citizen-token-malformed": "refused 51501",
  "citizen-token-older-code": "refused 50002",
  "civility-refused": "invalid 00366",
  "civility-refused-later": "invalid 35561",
  "conflict-always": "unavailable 00015",
  "content-length-long": "unavailable network_error",
  "content-length-short": "unavailable body_not_json",
  "data-list": "unavailable body_unexpected",
  "data-null": "unavailable body_unexpected",
  "deep-json": "unavailable body_unexpected",
  drip: "unavailable deadline_exceeded",
  "empty-body": "unavailable body_not_json",
  "endless-body": "unavailable body_too_large",
  "franceconnect-down": "unavailable 51999",
  // Compression is declined: nothing is ever decompressed.
  "gzip-bomb": "unavailable body_not_json",
  "gzip-truncated": "unavailable body_not_json",
  hang: "unavailable deadline_exceeded",
  "hang-after-headers": "unavailable deadline_exceeded",
  "hang-in-body": "unavailable deadline_exceeded",
  homonyms: "unidentified 00391",
  "long-texts": "unavailable body_too_large",
  "markup-in-texts": "unidentified identity_mismatch",
  "msa-no-dossier": "not_found 10003",
  "network-error": "unavailable 00501",
  "no-content": "unavailable body_not_json",
  "nobody-recognised": "unidentified 00355",
  "not-json": "unavailable body_not_json",
  "ok-empty-object": "unavailable body_unexpected",
  "ok-list": "unavailable body_unexpected",
  "ok-null": "unavailable body_unexpected",
  "ok-text": "unavailable body_unexpected",
  "ok-with-errors": "unavailable body_unexpected",
  "period-refused": "invalid 35565",
  "platform-error": "unavailable 00500",
  "provider-authentication": "unavailable 35006",
  "provider-certificate": "unavailable 35009",
  "provider-dns": "unavailable 35004",
  "provider-down": "unavailable 35001",
  "provider-internal-error": "unavailable 35000",
  "provider-maintenance": "unavailable 35020",
  "provider-temporary": "unavailable 35011",
  "provider-throttled": "unavailable 35008",
  "provider-timeout": "unavailable 35002",
  "provider-unknown-answer": "unavailable 35999",
  "proxy-bad-gateway": "unavailable undefined",
  "proxy-timeout": "unavailable undefined",
  "proxy-unavailable": "unavailable undefined",
  "rate-limited": "unavailable 00429",
  "rate-limited-date": "unavailable 00429",
  "rate-limited-long": "unavailable 00429",
  "rate-limited-nonsense": "unavailable 00429",
  "rate-limited-silent": "unavailable 00429",
  redirect: "unavailable redirect_refused",
  "redirect-loop": "unavailable redirect_refused",
  "redirect-to-file": "unavailable redirect_refused",
  reset: "unavailable network_error",
  "reset-in-body": "unavailable network_error",
  "scope-missing": "refused 00100",
  "silent-fund": "not_found 40003",
  "slower-than-a-token": "unavailable deadline_exceeded",
  "ten-megabytes": "unavailable body_too_large",
  "token-blacklisted": "refused 00105",
  "token-expired": "refused 00103",
  "token-invalid": "refused 00101",
  "truncated-json": "unavailable body_not_json",
  "version-retired": "invalid 35007",
  "very-slow": "unavailable deadline_exceeded",
};

/** Faults that never end: they are given less time, so that the test is short. */
const ENDLESS = [
  "address-banned",
  "drip",
  "hang",
  "hang-after-headers",
  "hang-in-body",
  "slower-than-a-token",
  "very-slow",
];

/** Faults whose data is wrong in a way that a form has to know. */
const DRIFTING = [
  "address-text",
  "broken-utf-8",
  "control-characters",
  "dates-french",
  "dates-impossible",
  "infinite-number",
  "names-as-list",
  "numbers-as-text",
  "quotient-as-text",
  "quotient-huge",
  "quotient-negative",
  "quotient-value-null",
  "unknown-keys",
];

const PERSONAL = /FOURNEL|CAMILLE|JEANNE|1987-05-21|33063/i;

describe("a hostile or broken API Particulier", { timeout: 60_000 }, () => {
  it.concurrent.each(PARTICULIER_FAULTS.map((fault) => [fault.name, fault.description] as const))(
    "%s: a clear outcome, in time, with nothing personal in the logs (%s)",
    async (name) => {
      const platform = await simulate({ fault: () => name });
      const { logger, lines } = keepingLogger();
      const api = clientOf(platform.url, {
        token: platform.token,
        logger,
        // Packing the bomb takes the simulator many seconds on a busy machine.
        deadline: ENDLESS.includes(name) ? 1_000 : 50_000,
      });
      const answer = await api.quotientFamilial({ identity: CAMILLE, citizen: CAMILLE });
      await platform.close();

      const expected = OUTCOMES[name] ?? "found undefined";
      expect(`${answer.outcome} ${answer.code}`).toBe(expected);
      if (answer.outcome === "found") expect(answer.drift !== undefined).toBe(DRIFTING.includes(name));
      else
        expect(answer).toMatchObject({
          citizenMessage: expect.any(String),
          operatorHint: expect.any(String),
        });
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => PERSONAL.test(line) || line.includes(platform.token))).toEqual([]);
      const { outcome: _outcome, ...rest } = answer;
      if (answer.outcome !== "found") expect(JSON.stringify(rest)).not.toMatch(PERSONAL);
    },
  );

  it("has no expectation left for a fault that is gone", () => {
    const names = PARTICULIER_FAULTS.map((fault) => fault.name);
    expect(
      [...Object.keys(OUTCOMES), ...ENDLESS, ...DRIFTING].filter((name) => !names.includes(name)),
    ).toEqual([]);
  });
});
