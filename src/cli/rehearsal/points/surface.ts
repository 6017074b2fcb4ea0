import { type Finding, failed, notApplicable, type Point, passed, unless } from "../point.ts";
import type { Rehearsed } from "../portal.ts";

const JSON_ONLY = { headers: { accept: "application/json" } } as const;
const OWASP_HEADERS = "https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html";
const DECREE = "https://accessibilite.numerique.gouv.fr/obligations/declaration-accessibilite/";
/** What a stack trace looks like. */
const TRACE = /\bat (?:async )?[\w.<>]+ \(?(?:file:|node:|\/)[^\n]*:\d+:\d+|node_modules\//;

const home = async ({ newcomer }: Rehearsed) => newcomer().send("/");

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

function page(id: string, title: string, rule: string, path: string, words: RegExp): Point {
  return {
    id,
    title,
    rule,
    check: async ({ newcomer }) => {
      const { status, body } = await newcomer().send(path);
      if (status !== 200) return failed(`${path} answers ${status}`);
      return unless(
        !words.test(body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")) && `${path} does not say ${words}`,
      );
    },
  };
}

function header(id: string, title: string, check: (headers: Headers, portal: Rehearsed) => Finding): Point {
  return {
    id,
    title,
    rule: OWASP_HEADERS,
    check: async (portal) => check((await home(portal)).headers, portal),
  };
}

export const SURFACE_POINTS: readonly Point[] = [
  header("header-csp", "The policy lets no inline script run, and nobody frames the pages", (headers) => {
    const policy = headers.get("content-security-policy") ?? "";
    if (!/default-src|script-src/.test(policy)) return failed("no Content-Security-Policy over scripts");
    const scripts = /script-src[^;]*/.exec(policy)?.[0] ?? /default-src[^;]*/.exec(policy)?.[0] ?? "";
    if (/'unsafe-inline'|'unsafe-eval'|\*/.test(scripts)) return failed(scripts);
    return unless(!/frame-ancestors '(none|self)'/.test(policy) && "no frame-ancestors");
  }),
  header("header-nosniff", "Types are not guessed", (headers) =>
    unless(headers.get("x-content-type-options") !== "nosniff" && "no X-Content-Type-Options: nosniff"),
  ),
  header("header-referrer", "Addresses are not told to other sites", (headers) =>
    unless(
      !/^(no-referrer|same-origin|strict-origin)/.test(headers.get("referrer-policy") ?? "") &&
        "Referrer-Policy is missing or tells addresses",
    ),
  ),
  header("header-hsts", "Browsers come back over https only", (headers, { base }) =>
    base.protocol === "https:"
      ? unless(!headers.get("strict-transport-security") && "no Strict-Transport-Security")
      : notApplicable("plain http, on loopback"),
  ),
  header("header-quiet", "The software is not announced", (headers) =>
    unless(headers.has("x-powered-by") && "X-Powered-By is there"),
  ),
  {
    id: "me-anonymous",
    title: "Nobody is nobody: /auth/me answers 401 in JSON, and is not kept",
    rule: "Passerelle's contract",
    check: async ({ newcomer }) => {
      const { status, body, headers } = await newcomer().send("/auth/me", JSON_ONLY);
      if (status !== 401) return failed(`answered ${status}`);
      if ((parse(body) as { error?: unknown } | undefined)?.error !== "unauthenticated")
        return failed("no JSON error");
      return unless(!/no-store/.test(headers.get("cache-control") ?? "") && "Cache-Control has no no-store");
    },
  },
  {
    id: "keys-public",
    title:
      "The published keys are public ones, and there is one to encrypt with where FranceConnect+ is offered",
    rule: "https://www.rfc-editor.org/rfc/rfc7517#section-5",
    check: async (portal) => {
      const { status, body } = await portal.newcomer().send("/.well-known/jwks.json", JSON_ONLY);
      const keys = (parse(body) as { keys?: Record<string, unknown>[] } | undefined)?.keys;
      if (status !== 200 || !Array.isArray(keys)) return failed(`no key set (${status})`);
      const leaks = ["d", "p", "q", "dp", "dq", "qi", "k"];
      if (keys.some((key) => leaks.some((member) => member in key)))
        return failed("a PRIVATE key is published");
      const needed = (await portal.begin("eidas2")) !== undefined;
      return unless(needed && !keys.some(({ use }) => use === "enc") && "no key with use « enc »");
    },
  },
  {
    id: "health",
    title: "The service says how it is, without telling secrets",
    rule: "Passerelle's contract",
    check: async ({ newcomer }) => {
      const live = await newcomer().send("/health/live", JSON_ONLY);
      const ready = await newcomer().send("/health/ready", JSON_ONLY);
      if (live.status !== 200) return failed(`/health/live answers ${live.status}`);
      if (ready.status !== 200) return failed(`/health/ready answers ${ready.status}`);
      if (!parse(live.body) || !parse(ready.body)) return failed("the answer is no JSON");
      return unless(
        /secret|password|postgres:\/\/|redis:\/\//i.test(ready.body) && "it tells how things are connected",
      );
    },
  },
  {
    id: "logout-csrf",
    title: "Another site cannot log anybody out",
    rule: "https://owasp.org/www-community/attacks/csrf",
    check: async ({ newcomer, base }) => {
      const posted = await newcomer().send("/auth/logout", { method: "POST" });
      const followed = await newcomer().send("/auth/logout");
      for (const { status, location } of [posted, followed]) {
        const harmless = (status >= 400 && status < 500) || location?.origin === base.origin;
        if (!harmless) return failed(`answered ${status}${location ? `, to ${location.origin}` : ""}`);
      }
      return passed;
    },
  },
  {
    id: "methods",
    title: "A method that has no meaning is refused, not failed over",
    rule: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6",
    check: async ({ newcomer }) => {
      for (const [method, path] of [
        ["DELETE", "/auth/me"],
        ["PUT", "/"],
        ["PATCH", "/auth/login"],
      ] as const) {
        const { status } = await newcomer().send(path, { method });
        if (status < 400 || status >= 500) return failed(`${method} ${path} answers ${status}`);
      }
      return passed;
    },
  },
  {
    id: "unknown-page",
    title: "An address that leads nowhere says so in French, and shows no stack trace",
    rule: "https://owasp.org/www-community/Improper_Error_Handling",
    check: async ({ newcomer }) => {
      const { status, body } = await newcomer().send("/rehearsal/nothing-here?q=%00%ff");
      if (status !== 404 && status !== 400) return failed(`answered ${status}`);
      if (TRACE.test(body)) return failed("a stack trace is shown");
      return unless(!/<html[^>]*\slang="?fr/i.test(body) && "no French page");
    },
  },
  page(
    "accessibility-statement",
    "The accessibility statement is there, with a state",
    DECREE,
    "/accessibilite",
    /(non|partiellement|totalement) conforme/i,
  ),
  page(
    "accessibility-mention",
    "The home page says how accessible it is",
    DECREE,
    "/",
    /Accessibilité\s*: (non|partiellement|totalement) conforme/i,
  ),
  page(
    "legal-notice",
    "The legal notice is there",
    "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000801164",
    "/mentions-legales",
    /mentions légales/i,
  ),
  page(
    "personal-data",
    "The page on personal data is there",
    "https://www.cnil.fr/fr/reglement-europeen-protection-donnees/chapitre3",
    "/donnees-personnelles",
    /données personnelles/i,
  ),
  page(
    "button",
    "The FranceConnect button is named as prescribed, with what it is",
    "https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-boutons-fc/",
    "/connexion",
    /S.identifier avec\s+FranceConnect[\s\S]*Qu.est-ce que FranceConnect/i,
  ),
  page(
    "other-way",
    "There is a way without FranceConnect",
    "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000037611479",
    "/connexion",
    /sans FranceConnect/i,
  ),
];
