import { notApplicable, type Point, unless } from "../point.ts";
import type { Rehearsed } from "../portal.ts";

const WHITELIST = "FranceConnect refuses every other parameter of /authorize (Y030007)";
const ALLOWED = new Set([
  "client_id",
  "scope",
  "response_type",
  "redirect_uri",
  "state",
  "nonce",
  "acr_values",
  "claims",
  "prompt",
  "idp_hint",
]);
const REQUIRED = [
  "client_id",
  "scope",
  "response_type",
  "redirect_uri",
  "state",
  "nonce",
  "acr_values",
] as const;
/** Its documentation asks for 32 characters where its code asks for none. */
const SHORTEST = 22;
const EVIL = "evil.invalid";

/** Return addresses that have led browsers elsewhere. */
const RETURNS = [
  `//${EVIL}`,
  `/\\${EVIL}`,
  `/%5C${EVIL}`,
  `/\t/${EVIL}`,
  `/%09/${EVIL}`,
  `https:${EVIL}`,
  `https:///${EVIL}`,
  `https://${EVIL}/`,
  `/.//${EVIL}`,
  `javascript:alert(1)//${EVIL}`,
  `/\r\nLocation: https://${EVIL}`,
  "/%",
  `/${"a".repeat(8_000)}`,
];

async function problemOf(portal: Rehearsed, level: "eidas1" | "eidas2"): Promise<string | false | undefined> {
  const login = await portal.begin(level);
  if (!login) return undefined;
  const parameters = login.to.searchParams;
  const missing = REQUIRED.filter((name) => !parameters.get(name));
  const foreign = [...parameters.keys()].filter((name) => !ALLOWED.has(name));
  if (missing.length > 0) return `${level}: missing ${missing.join(", ")}`;
  if (foreign.length > 0) return `${level}: not allowed: ${foreign.join(", ")}`;
  if (!(parameters.get("scope") ?? "").split(" ").includes("openid")) return `${level}: scope without openid`;
  if (parameters.get("response_type") !== "code") return `${level}: response_type is not code`;
  return parameters.get("acr_values") !== level && `${level}: acr_values is ${parameters.get("acr_values")}`;
}

export const LOGIN_POINTS: readonly Point[] = [
  ...(["eidas1", "eidas2"] as const).map(
    (level): Point => ({
      id: `login-parameters-${level}`,
      title: `A login at ${level} asks for exactly what FranceConnect${level === "eidas2" ? "+" : ""} accepts`,
      rule: WHITELIST,
      check: async (portal) => {
        const problem = await problemOf(portal, level);
        return problem === undefined ? notApplicable(`${level} is not offered`) : unless(problem);
      },
    }),
  ),
  {
    id: "login-random",
    title: "State and nonce are long, and never the same twice",
    rule: "https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-oidc-fc/",
    check: async (portal) => {
      const offered = (await portal.begin("eidas1")) ? "eidas1" : "eidas2";
      const logins = [await portal.begin(offered), await portal.begin(offered)];
      const values = logins.flatMap((login) => [
        login?.state ?? "",
        login?.to.searchParams.get("nonce") ?? "",
      ]);
      if (new Set(values).size !== values.length) return unless("a value came twice");
      return unless(values.some(({ length }) => length < SHORTEST) && `shorter than ${SHORTEST} characters`);
    },
  },
  {
    id: "login-redirect-uri",
    title: "The redirect URI is on the portal's own origin, whatever the request's headers say",
    rule: "https://www.rfc-editor.org/rfc/rfc9700#section-4.1",
    check: async (portal) => {
      const poison = { "x-forwarded-host": EVIL, "x-forwarded-proto": "https", forwarded: `host=${EVIL}` };
      const login = (await portal.begin("eidas1", poison)) ?? (await portal.begin("eidas2", poison));
      const uri = login?.to.searchParams.get("redirect_uri");
      if (!uri) return unless("no login can be begun");
      return unless(new URL(uri).origin !== portal.base.origin && `it is on ${new URL(uri).origin}`);
    },
  },
  {
    id: "login-unknown-level",
    title: "A level that does not exist begins no login",
    rule: "eIDAS has three levels",
    check: async ({ newcomer }) => {
      const { status, location } = await newcomer().send("/auth/login?level=eidas9");
      return unless((location?.searchParams.has("state") || status >= 500) && `answered ${status}`);
    },
  },
  {
    id: "login-open-redirect",
    title: "No return address leads elsewhere, or breaks the login",
    rule: "https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html",
    check: async ({ newcomer }) => {
      for (const target of RETURNS) {
        const { status, location, body } = await newcomer().send(
          `/auth/login?level=eidas1&return_to=${encodeURIComponent(target)}`,
        );
        const shown = JSON.stringify(target.slice(0, 40));
        if (status >= 500) return unless(`${shown} is answered ${status}`);
        if (location?.hostname === EVIL) return unless(`${shown} leads to ${EVIL}`);
        if (new RegExp(`href=["']?[^"'>]*//${EVIL}`, "i").test(body)) return unless(`${shown} is a link`);
      }
      return unless(undefined);
    },
  },
  {
    id: "login-cookie",
    title: "The login's cookie is HttpOnly and SameSite, and Secure over https",
    rule: "https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2",
    check: async (portal) => {
      const { headers } = await portal.newcomer().send("/auth/login?level=eidas1&return_to=/");
      const cookies = headers.getSetCookie();
      if (cookies.length === 0) return unless("no cookie ties the login to the browser");
      const wanted = [/;\s*httponly/i, /;\s*samesite=(lax|strict)/i, ...secure(portal)];
      const bad = cookies.filter((cookie) => !wanted.every((attribute) => attribute.test(cookie)));
      return unless(
        bad.length > 0 && `${bad.map((cookie) => cookie.split("=")[0]).join(", ")} lacks one of them`,
      );
    },
  },
];

const secure = ({ base }: Rehearsed) => (base.protocol === "https:" ? [/;\s*secure/i] : []);
