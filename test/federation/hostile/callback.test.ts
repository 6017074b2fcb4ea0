import { describeHostile, type HostileCase } from "../../support/hostile-suite.ts";
import { WebBrowser } from "../../support/web-browser.ts";

/** The provider answers with other parameters than it should. */
const answering = (change: (parameters: URLSearchParams) => void): Pick<HostileCase, "mutation"> => ({
  mutation: () => ({ callback: change }),
});

/** Somebody edits the address, as text: duplicates and brackets survive. */
const addressed = (edit: (address: string) => string): Pick<HostileCase, "deliver"> => ({
  deliver: async ({ browser, callback }) => ({
    page: await browser.open(edit(callback.href), { stop: (url) => url.pathname === "/bienvenue" }),
    browser,
  }),
});

const PROVIDER_ERRORS = [
  ["access_denied", "login_cancelled"],
  ["login_required", "provider_login_required"],
  ["interaction_required", "provider_login_required"],
  ["invalid_scope", "provider_refused_scope"],
  ["invalid_acr", "provider_refused_level"],
  ["invalid_request", "provider_refused_request"],
  ["invalid_idp_hint", "provider_refused_hint"],
  ["unsupported_response_type", "provider_refused_request"],
  ["temporarily_unavailable", "provider_temporarily_unavailable"],
  ["server_error", "provider_server_error"],
  ["Y180001", "provider_error_legacy"],
  ["<script>alert(1)</script>", "provider_error_unknown"],
  ["constructor", "provider_error_unknown"],
] as const;

describeHostile("the way back", [
  {
    name: "a `state` that was never given out",
    anchor: "F2 ensure-authorization-response-with-invalid-state-fails",
    check: "transaction-known",
    code: "transaction_unknown",
    secondWall: "transaction_other_browser",
    ...answering((parameters) => parameters.set("state", `${parameters.get("state")?.slice(0, -1)}g`)),
  },
  {
    name: "no `state`",
    anchor: "F2 invalid-missing-state",
    check: "callback-state",
    code: "callback_state_missing",
    secondWall: "transaction_unknown",
    ...answering((parameters) => parameters.delete("state")),
  },
  {
    name: "an empty `state`",
    anchor: "B2 state skipped",
    check: "callback-state",
    code: "callback_state_missing",
    secondWall: "transaction_unknown",
    ...answering((parameters) => parameters.set("state", "")),
  },
  {
    name: "`state=undefined`, as FranceConnect sends after it lost its session",
    anchor: "B2 undefined === undefined",
    check: "callback-state",
    code: "callback_state_missing",
    secondWall: "transaction_unknown",
    ...answering((parameters) => parameters.set("state", "undefined")),
  },
  {
    name: "`state[]=` instead of `state`",
    anchor: "B2 array state",
    check: "callback-state",
    code: "callback_state_missing",
    secondWall: "transaction_unknown",
    ...addressed((address) => address.replace("state=", "state[]=")),
  },
  {
    name: "`state` twice",
    anchor: "F4.19 query pollution",
    check: "callback-parameters",
    code: "callback_malformed",
    ...addressed((address) => `${address}&state=${"0".repeat(64)}`),
  },
  {
    name: "`code` twice",
    anchor: "F4.19 query pollution",
    check: "callback-parameters",
    code: "callback_malformed",
    ...addressed((address) => `${address}&code=other`),
  },
  {
    name: "`code[]=` instead of `code`",
    anchor: "F4.19 query pollution",
    check: "callback-code",
    code: "callback_code_missing",
    ...addressed((address) => address.replace("code=", "code[]=")),
  },
  {
    name: "a `code` of 8 kB",
    anchor: "F4.19 query pollution",
    check: "callback-parameters",
    code: "callback_malformed",
    ...answering((parameters) => parameters.set("code", "c".repeat(8_192))),
  },
  {
    name: "no `code`",
    anchor: "F3 response without code",
    check: "callback-code",
    code: "callback_code_missing",
    ...answering((parameters) => parameters.delete("code")),
  },
  {
    name: "an empty `code`",
    anchor: "F3 response without code",
    check: "callback-code",
    code: "callback_code_missing",
    ...answering((parameters) => parameters.set("code", "")),
  },
  {
    name: "another issuer's `iss`",
    anchor: "F2 invalid-authorization-response-iss",
    check: "callback-issuer",
    code: "callback_issuer_mismatch",
    ...answering((parameters) => parameters.set("iss", `${parameters.get("iss")}1`)),
  },
  {
    name: "an `iss` with a trailing slash",
    anchor: "F3 27-31 issuer",
    check: "callback-issuer",
    code: "callback_issuer_mismatch",
    ...answering((parameters) => parameters.set("iss", `${parameters.get("iss")}/`)),
  },
  {
    name: "an `iss` in another case",
    anchor: "F3 27-31 issuer",
    check: "callback-issuer",
    code: "callback_issuer_mismatch",
    ...answering((parameters) => parameters.set("iss", `${parameters.get("iss")}`.toUpperCase())),
  },
  {
    name: "an empty `iss`",
    anchor: "F3 27-31 issuer",
    check: "callback-issuer",
    code: "callback_issuer_mismatch",
    ...answering((parameters) => parameters.set("iss", "")),
  },
  {
    name: "no `iss` where it is announced",
    anchor: "F2 remove-authorization-response-iss",
    check: "callback-issuer",
    code: "callback_issuer_missing",
    ...answering((parameters) => parameters.delete("iss")),
  },
  {
    name: "a callback in a browser that has a login cookie of its own (login CSRF)",
    anchor: "B2 state not bound to the browser, F4.18",
    check: "transaction-browser",
    code: "transaction_other_browser",
    deliver: async ({ callback }) => {
      const victim = new WebBrowser();
      await victim.open(`${callback.origin}/auth/login?level=eidas1`, { stop: () => true });
      return {
        page: await victim.open(callback, { stop: (url) => url.pathname === "/bienvenue" }),
        browser: victim,
      };
    },
  },
  {
    name: "a callback in a browser without any cookie",
    anchor: "B2 state skipped when the cookie is absent, F4.18",
    check: "transaction-browser",
    code: "transaction_cookie_lost",
    deliver: async ({ callback }) => {
      const other = new WebBrowser();
      return {
        page: await other.open(callback, { stop: (url) => url.pathname === "/bienvenue" }),
        browser: other,
      };
    },
  },
  ...PROVIDER_ERRORS.map(
    ([error, code]): HostileCase => ({
      name: `error=${error} next to a code`,
      anchor: "F3 22-26, 104-108 status",
      check: "callback-error",
      code,
      ...answering((parameters) => {
        parameters.set("error", error);
        parameters.set("error_description", "<b>DUBOIS</b>");
      }),
    }),
  ),
]);
