import { CookieJar } from "tough-cookie";

/** A page or a last redirect that a walk ended on. */
export interface Visit {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Cookies and redirects of a browser, without scripts: it walks the simulated pages over real HTTP. */
export class SimulatorBrowser {
  readonly #jar = new CookieJar();

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const cookie = await this.#jar.getCookieString(url);
    if (cookie !== "") headers.set("cookie", cookie);
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) await this.#jar.setCookie(line, url);
    return response;
  }

  setCookie(line: string, url: string): void {
    this.#jar.setCookieSync(line, url);
  }

  /** Follows redirects until a page, or until the address of a service that does not run. */
  async visit(url: string, init: RequestInit = {}): Promise<Visit> {
    const origin = new URL(url).origin;
    let response = await this.fetch(url, init);
    let current = url;
    for (let hops = 0; hops < 12; hops += 1) {
      const location = response.headers.get("location");
      if (location === null) {
        return {
          url: current,
          status: response.status,
          headers: response.headers,
          body: await response.text(),
        };
      }
      current = new URL(location, current).href;
      if (new URL(current).origin !== origin) {
        return { url: current, status: response.status, headers: response.headers, body: "" };
      }
      response = await this.fetch(current);
    }
    throw new Error(`more than 12 redirects from ${url}`);
  }

  /** Posts the form of a page that carries a `data-testid`, with its hidden fields and what is given. */
  async submit(page: Visit, testId: string, fields: Readonly<Record<string, string>> = {}): Promise<Visit> {
    const form = new RegExp(`<form[^>]*data-testid="${testId}"[^>]*>([\\s\\S]*?)</form>`).exec(page.body);
    const open = form?.[0].slice(0, form[0].indexOf(">")) ?? "";
    const action = /action="([^"]+)"/.exec(open)?.[1];
    if (form === null || action === undefined)
      throw new Error(`no form ${testId} on ${page.url}:\n${page.body}`);
    const values = new URLSearchParams();
    for (const [input] of (form[1] ?? "").matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      values.set(/name="([^"]+)"/.exec(input)?.[1] ?? "", /value="([^"]*)"/.exec(input)?.[1] ?? "");
    }
    for (const [name, value] of Object.entries(fields)) values.set(name, value);
    return this.visit(new URL(unescapeHtml(action), page.url).href, { method: "POST", body: values });
  }

  /** Follows the link of a page that carries a `data-testid`. */
  async click(page: Visit, testId: string): Promise<Visit> {
    const link = new RegExp(`<a[^>]*data-testid="${testId}"[^>]*>`).exec(page.body)?.[0] ?? "";
    const href = /href="([^"]+)"/.exec(link)?.[1];
    if (href === undefined) throw new Error(`no link ${testId} on ${page.url}:\n${page.body}`);
    return this.visit(new URL(unescapeHtml(href), page.url).href);
  }
}

function unescapeHtml(attribute: string): string {
  return attribute.replaceAll("&amp;", "&");
}

/** Text of the element that carries a `data-testid`. */
export function textOf(page: Visit, testId: string): string | undefined {
  return new RegExp(`data-testid="${testId}"[^>]*>([^<]*)<`).exec(page.body)?.[1];
}
