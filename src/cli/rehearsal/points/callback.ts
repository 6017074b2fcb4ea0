import { type Finding, notApplicable, type Point, passed, unless } from "../point.ts";
import type { Begun, Rehearsed } from "../portal.ts";
import { isRefusal, isRefusedFor } from "../refusal.ts";

const OIDC_STATE = "https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest";
const MIX_UP = "https://www.rfc-editor.org/rfc/rfc9207#section-2.4";
const MARKER = "rehearsal-marker";

/** Either platform will do: the one that is offered. */
async function begun(portal: Rehearsed): Promise<Begun | undefined> {
  return (await portal.begin("eidas1")) ?? (await portal.begin("eidas2"));
}

/** Callbacks that must be refused: what comes back to the browser that began the login. */
const REFUSED: readonly {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly query: (state: string) => string;
}[] = [
  {
    id: "callback-no-state",
    title: "A callback without state is refused",
    rule: OIDC_STATE,
    query: () => "code=abc",
  },
  {
    id: "callback-empty-state",
    title: "A callback with an empty state is refused",
    rule: OIDC_STATE,
    query: () => "code=abc&state=",
  },
  {
    id: "callback-unknown-state",
    title: "A callback with a state that nobody gave is refused",
    rule: OIDC_STATE,
    query: (state) => `code=abc&state=${"0".repeat(Math.max(32, state.length))}`,
  },
  {
    id: "callback-two-states",
    title: "A callback that says two states is refused",
    rule: "https://www.rfc-editor.org/rfc/rfc6749#section-3.1",
    query: (state) => `code=abc&state=${state}&state=${state}x`,
  },
  {
    id: "callback-state-list",
    title: "A callback whose state is a list is refused",
    rule: "https://www.rfc-editor.org/rfc/rfc6749#section-3.1",
    query: (state) => `code=abc&state[]=${state}`,
  },
  {
    id: "callback-no-code",
    title: "A callback with neither code nor error is refused",
    rule: "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2",
    query: (state) => `state=${state}`,
  },
  {
    id: "callback-foreign-issuer",
    title: "A callback that says it comes from another issuer is refused",
    rule: MIX_UP,
    query: (state) => `code=abc&state=${state}&iss=https%3A%2F%2Fissuer.invalid`,
  },
  {
    id: "callback-huge-code",
    title: "A code of 8 kB with an unknown state is refused, and breaks nothing",
    rule: OIDC_STATE,
    query: () => `code=${"a".repeat(8_000)}&state=${"0".repeat(64)}`,
  },
  {
    id: "callback-cancelled",
    title: "A citizen who cancels at FranceConnect gets a clear page and a way on",
    rule: "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1",
    query: (state) => `error=access_denied&error_description=User+auth+aborted&state=${state}`,
  },
];

const refused: readonly Point[] = REFUSED.map(({ query, ...point }) => ({
  ...point,
  check: (portal) =>
    withLogin(portal, async ({ browser, callback, state }) =>
      isRefusedFor(browser, await browser.send(`${callback}?${query(state)}`)),
    ),
}));

export const CALLBACK_POINTS: readonly Point[] = [
  ...refused,
  {
    id: "callback-other-browser",
    title: "A callback in another browser than the one that began is refused",
    rule: "https://www.rfc-editor.org/rfc/rfc9700#section-4.7",
    check: (portal) =>
      withLogin(portal, async ({ callback, state }) => {
        const other = portal.newcomer();
        return isRefusedFor(other, await other.send(`${callback}?code=abc&state=${state}`));
      }),
  },
  {
    id: "callback-twice",
    title: "A callback that comes twice is refused the second time",
    rule: "https://www.rfc-editor.org/rfc/rfc9700#section-4.7",
    check: (portal) =>
      withLogin(portal, async ({ browser, callback, state }) => {
        const query = `${callback}?error=access_denied&state=${state}`;
        await browser.send(query);
        return isRefusedFor(browser, await browser.send(query));
      }),
  },
  {
    id: "callback-other-platform",
    title: "A login begun at FranceConnect does not end at FranceConnect+",
    rule: MIX_UP,
    check: async (portal) => {
      const [low, high] = [await portal.begin("eidas1"), await portal.begin("eidas2")];
      if (!low || !high || low.callback === high.callback)
        return notApplicable("only one platform is offered");
      return isRefusedFor(
        low.browser,
        await low.browser.send(`${high.callback}?code=abc&state=${low.state}`),
      );
    },
  },
  {
    id: "callback-injection",
    title: "What the callback says is never written into the page as it came",
    rule: "https://www.rfc-editor.org/rfc/rfc9700#section-4.2",
    check: (portal) =>
      withLogin(portal, async ({ browser, callback, state }) => {
        const hostile = encodeURIComponent(`<img src=x id=${MARKER}>`);
        const reply = await browser.send(
          `${callback}?error=${hostile}&error_description=${hostile}&state=${state}`,
        );
        return unless(
          isRefusal(reply) ??
            (reply.body.includes(`<img src=x id=${MARKER}`) && "the error's text is in the page, unescaped"),
        );
      }),
  },
  {
    id: "callback-not-kept",
    title: "No cache keeps a callback's page",
    rule: "https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.5",
    check: (portal) =>
      withLogin(portal, async ({ browser, callback }) => {
        const { headers } = await browser.send(`${callback}?code=abc`);
        return unless(
          !/no-store/.test(headers.get("cache-control") ?? "") && "Cache-Control has no no-store",
        );
      }),
  },
  {
    id: "callback-post",
    title: "A callback by POST is refused",
    rule: "FranceConnect answers by GET only",
    check: (portal) =>
      withLogin(portal, async ({ browser, callback, state }) => {
        const { status } = await browser.send(`${callback}?code=abc&state=${state}`, { method: "POST" });
        return status >= 400 && status < 500 ? passed : unless(`answered ${status}; a 4xx is expected`);
      }),
  },
];

async function withLogin(portal: Rehearsed, check: (login: Begun) => Promise<Finding>): Promise<Finding> {
  const login = await begun(portal);
  return login ? check(login) : unless("no login can be begun: /auth/login leads to no provider");
}
