import * as cheerio from "cheerio";
import { CookieJar } from "tough-cookie";

/** A page as a visitor without JavaScript has it. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly $: cheerio.CheerioAPI;
  /** The page's words, white space folded (non-breaking spaces included). */
  readonly text: string;
}

/** What to put into a form, by input name; an array ticks several boxes. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Files chosen in a form, by input name. */
export type Files = Readonly<Record<string, readonly File[]>>;

/**
 * A browser of its own: cookies, redirects, links and forms over plain HTTP, no JavaScript.
 * It submits what the page itself contains (hidden fields, ticked boxes), so a form that would not work for a person does not work here.
 */
export class Visitor {
  readonly jar = new CookieJar();
  /** Every address asked, in order: redirects included. */
  readonly trail: string[] = [];

  async get(url: string): Promise<Page> {
    return this.#open(url, {});
  }

  async post(url: string, body: Answers, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    return this.#open(url, { method: "POST", body: encode(body), headers: { ...headers } });
  }

  /** Follows the first link whose words contain `label`. */
  async click(page: Page, label: string | RegExp): Promise<Page> {
    const link = page
      .$("a[href]")
      .toArray()
      .find((element) => matches(fold(page.$(element).text()), label));
    if (!link) throw new Error(`No link « ${label} » on ${page.url}:\n${page.text.slice(0, 2_000)}`);
    return this.get(new URL(page.$(link).attr("href") as string, page.url).href);
  }

  /** Fills the form whose submit button's words contain `button`, and presses it. */
  async submit(page: Page, button: string | RegExp, answers: Answers = {}, files: Files = {}): Promise<Page> {
    const { $ } = page;
    const pressed = $("form button, form input[type=submit], button[form]")
      .toArray()
      .find((element) => matches(fold($(element).text() || String($(element).attr("value"))), button));
    if (!pressed) throw new Error(`No button « ${button} » on ${page.url}:\n${page.text.slice(0, 2_000)}`);
    return this.#press(page, $(pressed), answers, files);
  }

  /** Presses the button that a CSS selector finds. */
  async press(page: Page, selector: string, answers: Answers = {}): Promise<Page> {
    const pressed = page.$(selector).first();
    if (pressed.length === 0) throw new Error(`Nothing to press at ${selector} on ${page.url}`);
    return this.#press(page, pressed, answers);
  }

  async #press(
    page: Page,
    pressed: ReturnType<Page["$"]>,
    answers: Answers,
    files: Files = {},
  ): Promise<Page> {
    const owner = pressed.attr("form");
    const form = owner ? page.$(`form#${owner}`) : pressed.closest("form");
    const names = new Set(
      form
        .find("[name]")
        .toArray()
        .map((element) => page.$(element).attr("name")),
    );
    for (const name of [...Object.keys(answers), ...Object.keys(files)]) {
      if (!names.has(name))
        throw new Error(`No input « ${name} » on ${page.url}; there are: ${[...names].join(", ")}`);
    }
    const kept = form.serializeArray().filter(({ name }) => !(name in answers));
    const body = encode(answers);
    for (const { name, value } of kept) body.append(name, value);
    const buttonName = pressed.attr("name");
    if (buttonName) body.append(buttonName, pressed.attr("value") ?? "");
    const action = new URL(pressed.attr("formaction") ?? form.attr("action") ?? page.url, page.url).href;
    if ((form.attr("method") ?? "get").toLowerCase() === "get")
      return this.get(`${action.split("?")[0]}?${body}`);
    const inputs = form.find("input[type=file]").toArray();
    const carried =
      form.attr("enctype") === "multipart/form-data"
        ? withFiles(
            body,
            inputs.map((input) => page.$(input).attr("name") ?? ""),
            files,
          )
        : body;
    return this.#open(action, {
      method: "POST",
      body: carried,
      headers: { origin: new URL(page.url).origin },
    });
  }

  async #open(url: string, init: RequestInit): Promise<Page> {
    let next = new URL(url);
    let request: RequestInit = init;
    for (let hops = 0; hops < 30; hops += 1) {
      this.trail.push(next.href);
      const headers = new Headers(request.headers);
      headers.set("accept", "text/html,application/xhtml+xml");
      // A test may think for longer than a server keeps an idle connection.
      headers.set("connection", "close");
      headers.set("cookie", await this.jar.getCookieString(next.href));
      const response = await fetch(next, { ...request, headers, redirect: "manual" });
      for (const cookie of response.headers.getSetCookie()) {
        await this.jar.setCookie(cookie, next.href, { ignoreError: true });
      }
      const location = response.headers.get("location");
      if (!location || response.status < 300 || response.status >= 400) return toPage(next.href, response);
      await response.arrayBuffer();
      next = new URL(location, next);
      if (response.status !== 307 && response.status !== 308) request = {};
    }
    throw new Error(`Too many redirects: ${this.trail.slice(-6).join(" → ")}`);
  }
}

async function toPage(url: string, response: Response): Promise<Page> {
  const html = await response.text();
  const $ = cheerio.load(html);
  const words = $("body").clone();
  words.find("script, style, template").remove();
  return { url, status: response.status, headers: response.headers, html, $, text: fold(words.text()) };
}

const fold = (text: string) => text.replace(/\s+/g, " ").trim();

const matches = (text: string, wanted: string | RegExp) =>
  typeof wanted === "string" ? text.includes(wanted) : wanted.test(text);

function encode(answers: Answers): URLSearchParams {
  return new URLSearchParams(
    Object.entries(answers).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one as string]),
    ),
  );
}

/** The same as a browser sends it with files; an input in which none was chosen is sent all the same, empty. */
function withFiles(body: URLSearchParams, inputs: readonly string[], files: Files): FormData {
  const form = new FormData();
  for (const [name, value] of body) form.append(name, value);
  for (const name of inputs) {
    for (const file of files[name] ?? [new File([], "", { type: "application/octet-stream" })]) {
      form.append(name, file);
    }
  }
  return form;
}
