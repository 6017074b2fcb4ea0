/** What was answered, read whole. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** Of a redirect, resolved against the address asked. */
  readonly location?: URL;
}

/** One browser: it keeps its cookies and follows nothing by itself. */
export interface Browser {
  send(path: string, init?: RequestInit): Promise<Reply>;
}

/** A login that was begun and not continued: nothing is ever sent to the provider. */
export interface Begun {
  readonly browser: Browser;
  /** Where the citizen would go: the provider's authorization endpoint. */
  readonly to: URL;
  readonly state: string;
  /** Path of the redirect URI. */
  readonly callback: string;
}

/** The portal under rehearsal, from outside. */
export interface Rehearsed {
  readonly base: URL;
  /** A browser that has never been here. */
  newcomer(): Browser;
  /** Begins a login; undefined where this level is not offered. */
  begin(level: "eidas1" | "eidas2", headers?: Readonly<Record<string, string>>): Promise<Begun | undefined>;
}

const PATIENCE = 15_000;

/** @param base an origin: what lies outside of it is never asked */
export function rehearse(base: URL): Rehearsed {
  const newcomer = () => createBrowser(base);
  return {
    base,
    newcomer,
    begin: async (level, headers = {}) => {
      const browser = newcomer();
      const { location: to } = await browser.send(`/auth/login?level=${level}&return_to=/`, { headers });
      const callback = to?.searchParams.get("redirect_uri");
      if (!to || to.origin === base.origin || !callback || !URL.canParse(callback)) return undefined;
      return {
        browser,
        to,
        state: to.searchParams.get("state") ?? "",
        callback: new URL(callback).pathname,
      };
    },
  };
}

function createBrowser(base: URL): Browser {
  const cookies = new Map<string, string>();
  return {
    send: async (path, init = {}) => {
      const url = new URL(path, base);
      if (url.origin !== base.origin) throw new Error("a rehearsal asks one origin only");
      const headers = new Headers({ accept: "text/html", ...(init.headers as Record<string, string>) });
      if (cookies.size > 0)
        headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
      const response = await fetch(url, {
        ...init,
        headers,
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE),
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
        if (name !== undefined && value !== undefined) cookies.set(name, value);
      }
      const location = response.headers.get("location");
      return {
        status: response.status,
        headers: response.headers,
        body: await response.text(),
        ...(location && URL.canParse(location, url) && { location: new URL(location, url) }),
      };
    },
  };
}
