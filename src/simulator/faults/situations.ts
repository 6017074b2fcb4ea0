import {
  ALL_PROVIDERS,
  type AnswerFault,
  CITIZEN_PLATFORMS,
  type Endpoint,
  type FaultDraft,
  family,
} from "./fault.ts";

const SERVICE_ENDPOINTS: readonly Endpoint[] = ["token", "userinfo", "jwks", "discovery"];
const EVERYWHERE: readonly Endpoint[] = ["authorize", "logout", ...SERVICE_ENDPOINTS];

function on(endpoints: readonly Endpoint[], answer: AnswerFault): Partial<Record<Endpoint, AnswerFault>> {
  return Object.fromEntries(endpoints.map((endpoint) => [endpoint, answer]));
}

const UNAVAILABLE: AnswerFault = {
  status: 503,
  headers: { "content-type": "text/html; charset=utf-8", "retry-after": "60" },
  body: () =>
    '<!doctype html><html lang="fr"><title>Indisponible</title><h1>Service indisponible</h1></html>',
};

const LOGOUT: readonly FaultDraft[] = [
  {
    name: "logout-state-missing",
    description: "The citizen comes back from logout without `state`.",
    anchors: "F1 rp-init-logout-no-state",
    logoutReturn: (url) => url.searchParams.delete("state"),
  },
  {
    name: "logout-state-wrong",
    description: "The citizen comes back from logout with another `state`.",
    anchors: "F1 rp-init-logout-other-state, F4 23",
    logoutReturn: (url) => url.searchParams.set("state", `${url.searchParams.get("state")}1`),
  },
  {
    name: "logout-500",
    description: "The provider's logout page fails.",
    anchors: "F4 23",
    answers: { logout: { ...UNAVAILABLE, status: 500 } },
  },
  {
    name: "logout-hang",
    description: "The provider's logout page never comes.",
    anchors: "F4 23",
    answers: { logout: { transport: "hang" } },
  },
  {
    name: "logout-drop",
    description: "The provider's logout page closes the connection.",
    anchors: "F4 23",
    answers: { logout: { transport: "drop" } },
  },
];

const CHECKTOKEN: readonly FaultDraft[] = [
  {
    name: "checktoken-inactive",
    description: "The access token is dead at the data provider.",
    anchors: "F4 14",
    introspection: () => ({ active: false }),
    expect: "accept",
  },
  {
    name: "checktoken-500",
    description: "FranceConnect fails when the data provider asks.",
    anchors: "F4 16",
    answers: { checktoken: { ...UNAVAILABLE, status: 500 } },
    expect: "accept",
  },
  {
    name: "checktoken-hang",
    description: "FranceConnect never answers the data provider.",
    anchors: "F4 16",
    answers: { checktoken: { transport: "hang" } },
    expect: "accept",
  },
  {
    name: "checktoken-no-scope",
    description: "The access token carries no data scope at the data provider.",
    anchors: "F4 16",
    introspection: (claims) => ({ ...claims, scope: "openid" }),
    expect: "accept",
  },
  {
    name: "checktoken-other-person",
    description: "The data provider is told another person's identity.",
    anchors: "F4 15",
    introspection: (claims) => ({
      ...claims,
      family_name: "AUTRE",
      given_name: "Personne",
      given_name_array: ["Personne"],
    }),
    expect: "accept",
  },
];

/** Logout, outages, clocks, and the conversation with the data provider. */
export const SITUATION_FAULTS = [
  ...family(
    "logout",
    ALL_PROVIDERS,
    LOGOUT.map((row) => ({ ...row, expect: "accept" as const })),
  ),
  ...family("outage", ALL_PROVIDERS, [
    {
      name: "outage",
      description: "Everything answers 503.",
      anchors: "F4 12",
      answers: on(EVERYWHERE, UNAVAILABLE),
    },
    {
      name: "outage-silent",
      description: "Every connection is closed at once.",
      anchors: "F4 13",
      answers: on(EVERYWHERE, { transport: "drop" }),
    },
    {
      name: "outage-hang",
      description: "Nothing ever answers.",
      anchors: "F4 12",
      answers: on(EVERYWHERE, { transport: "hang" }),
    },
    {
      name: "latency",
      description: "Everything takes a second and a half more.",
      anchors: "F4 12",
      answers: on(SERVICE_ENDPOINTS, { delayMs: 1_500 }),
      expect: "accept",
    },
  ]),
  ...family("clock", ALL_PROVIDERS, [
    {
      name: "clock-slightly-ahead",
      description: "The provider's clock is 25 seconds ahead.",
      anchors: "F4 26",
      clockSkew: 25,
      expect: "accept",
    },
    {
      name: "clock-far-ahead",
      description: "The provider's clock is an hour ahead.",
      anchors: "F4 26",
      clockSkew: 3600,
    },
    {
      name: "clock-far-behind",
      description: "The provider's clock is an hour behind.",
      anchors: "F4 26",
      clockSkew: -3600,
    },
  ]),
  ...family("data provider", CITIZEN_PLATFORMS, CHECKTOKEN),
];
