import { CookieJar } from "tough-cookie";

/** What a browser keeps of a page. */
export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** Every address on the way, the first included. */
  readonly path: readonly URL[];
}

const MOST_REDIRECTS = 20;

/** A browser without JavaScript: cookies per host, redirects followed one by one. */
export class WebBrowser {
  jar = new CookieJar();

  /** Follows redirects until `stop` says so, or there are none. */
  async open(
    address: string | URL,
    options: { stop?: (url: URL) => boolean; init?: RequestInit } = {},
  ): Promise<Page> {
    const { stop, init } = options;
    const path: URL[] = [];
    let url = new URL(address);
    let request: RequestInit = init ?? {};
    for (let count = 0; count < MOST_REDIRECTS; count += 1) {
      path.push(url);
      const headers = new Headers({ accept: "text/html", ...(request.headers as Record<string, string>) });
      const cookie = await this.jar.getCookieString(url.href);
      if (cookie) headers.set("cookie", cookie);
      const response = await fetch(url, { ...request, headers, redirect: "manual" });
      for (const line of response.headers.getSetCookie())
        await this.jar.setCookie(line, url.href, { ignoreError: true });
      const location = response.headers.get("location");
      const next = location === null ? undefined : new URL(location, url);
      if (!next || stop?.(next)) {
        return {
          url: next ?? url,
          status: response.status,
          headers: response.headers,
          body: await response.text(),
          path,
        };
      }
      await response.arrayBuffer();
      url = next;
      request = {};
    }
    throw new Error("too many redirects");
  }

  post(address: string | URL, form: Record<string, string>, stop?: (url: URL) => boolean): Promise<Page> {
    const init = {
      method: "POST",
      body: new URLSearchParams(form).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    };
    return this.open(address, { init, ...(stop && { stop }) });
  }

  async json<T>(address: string | URL): Promise<{ status: number; body: T }> {
    const page = await this.open(address, { init: { headers: { accept: "application/json" } } });
    return { status: page.status, body: JSON.parse(page.body) as T };
  }
}
