import { type Checks, CITIZEN_CHECKS } from "../../src/federation/checks/table.ts";
import { createFranceConnect } from "../../src/federation/france-connect.ts";
import { LIMITS, type Limits } from "../../src/federation/http/limits.ts";
import type { FranceConnect, FranceConnectOptions, KeyRing } from "../../src/federation/index.ts";
import { CLIENT_ID, CLIENT_SECRET, type HostileProvider, PIVOT } from "./hostile-provider.ts";
import { type Portal, startPortal } from "./portal.ts";
import { type Page, WebBrowser } from "./web-browser.ts";

export interface HostilePortal extends Portal {
  readonly middleware: FranceConnect;
}

interface Setting {
  readonly platform: "franceconnect" | "franceconnect-plus";
  readonly keys?: KeyRing;
  /** The one check that is switched off. */
  readonly without?: string;
  readonly limits?: Partial<Limits>;
  readonly options?: Partial<FranceConnectOptions>;
  readonly signingAlg?: "ES256" | "RS256" | "HS256";
}

/** An application in front of a hostile provider, with all checks on or exactly one taken out. */
export async function startHostilePortal(
  provider: HostileProvider,
  setting: Setting,
): Promise<HostilePortal> {
  let middleware: FranceConnect | undefined;
  const portal = await startPortal((app, { baseUrl, logger }) => {
    const client = {
      issuer: provider.issuer,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      ...(setting.signingAlg && { signingAlg: setting.signingAlg }),
    };
    const isPlus = setting.platform === "franceconnect-plus";
    middleware = createFranceConnect(
      {
        baseUrl,
        logger,
        ...(setting.keys && { keys: setting.keys }),
        ...(isPlus ? { franceConnectPlus: client } : { franceConnect: client }),
        ...setting.options,
      },
      { checks: without(CITIZEN_CHECKS, setting.without), limits: { ...LIMITS, ...setting.limits } },
    );
    app.use(middleware);
  });
  const mounted = middleware as FranceConnect;
  return {
    ...portal,
    middleware: mounted,
    close: async () => {
      mounted.close();
      await portal.close();
    },
  };
}

/** @throws when no check has that name: a test that switches nothing off proves nothing. */
export function without(checks: Checks, name: string | undefined): Checks {
  if (name === undefined) return checks;
  const stages = Object.entries(checks) as [keyof Checks, readonly { name: string }[]][];
  if (!stages.some(([, list]) => list.some((check) => check.name === name)))
    throw new Error(`no check ${name}`);
  return Object.fromEntries(
    stages.map(([stage, list]) => [stage, list.filter((check) => check.name !== name)]),
  ) as unknown as Checks;
}

/** One login, redirect by redirect. */
export interface Walk {
  readonly browser: WebBrowser;
  /** Where the provider sends the browser back to. */
  readonly callback: URL;
}

export async function walkToCallback(
  portal: Portal,
  level: string,
  browser = new WebBrowser(),
): Promise<Walk | { readonly browser: WebBrowser; readonly page: Page }> {
  const isCallback = (url: URL) => url.href.startsWith(portal.baseUrl) && url.pathname.endsWith("/callback");
  const page = await browser.open(`${portal.baseUrl}/auth/login?level=${level}&return_to=/bienvenue`, {
    stop: isCallback,
  });
  return isCallback(page.url) ? { browser, callback: page.url } : { browser, page };
}

/** What a login came to. */
export interface Outcome {
  readonly page: Page;
  readonly hasSession: boolean;
  /** Codes of the failures that were logged meanwhile. */
  readonly codes: readonly unknown[];
  readonly leaked: readonly string[];
}

type Deliver = (walk: Walk) => Promise<{ page: Page; browser: WebBrowser }>;

const deliverNormally: Deliver = async ({ browser, callback }) => ({
  page: await browser.open(callback, { stop: (url) => url.pathname === "/bienvenue" }),
  browser,
});

export async function login(
  portal: Portal,
  provider: HostileProvider,
  level: string,
  deliver: Deliver = deliverNormally,
): Promise<Outcome> {
  const before = portal.log.length;
  const { page, browser } = await attempt(portal, level, deliver);
  const me = await browser.json<unknown>(`${portal.baseUrl}/auth/me`);
  const lines = portal.log.slice(before);
  return {
    page,
    hasSession: me.status === 200,
    codes: lines.filter(({ message }) => message === "login refused").map(({ code }) => code),
    leaked: leaksIn(JSON.stringify(lines), provider),
  };
}

/** A provider that is unusable from the start lets no login begin: that, too, is a refusal with a page. */
async function attempt(
  portal: Portal,
  level: string,
  deliver: Deliver,
): Promise<{ page: Page; browser: WebBrowser }> {
  const walk = await walkToCallback(portal, level);
  return "page" in walk ? walk : deliver(walk);
}

/** Everything of this login, or of the person, that a log line may not hold. */
export function leaksIn(text: string, provider: HostileProvider): readonly string[] {
  const personal = Object.values(PIVOT).flat().map(String);
  const secrets = [CLIENT_SECRET, ...provider.secrets].filter((secret) => secret.length > 8);
  return [...personal, ...secrets, "eyJ"].filter((value) => text.includes(value));
}
