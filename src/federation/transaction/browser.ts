import { createHash, randomBytes } from "node:crypto";
import type { Request, Response } from "express";

/** Twice the life of a transaction: one that is too old is told apart from a cookie that was lost. */
const LASTS = 20 * 60_000;
const WELL_FORMED = /^[\w-]{43}$/;

/** The cookie that ties logins to a browser: it is no session and opens none. */
export class BrowserCookie {
  readonly #name: string;
  readonly #secure: boolean;

  constructor(baseUrl: string) {
    this.#secure = baseUrl.startsWith("https:");
    this.#name = `${this.#secure ? "__Host-" : ""}passerelle-login`;
  }

  /** The digest by which records name this browser; undefined where there is no cookie. */
  read(req: Request): string | undefined {
    const value = this.#value(req);
    return value && digest(value);
  }

  /** Gives the browser a cookie, or its own again, for another twenty minutes. */
  renew(req: Request, res: Response): { readonly browser: string; readonly isNew: boolean } {
    const known = this.#value(req);
    const value = known ?? randomBytes(32).toString("base64url");
    res.cookie(this.#name, value, { ...this.#attributes(), maxAge: LASTS });
    return { browser: digest(value), isNew: known === undefined };
  }

  /** After a logout nothing that was started before can end. */
  clear(res: Response): void {
    res.clearCookie(this.#name, this.#attributes());
  }

  #attributes() {
    return { httpOnly: true, sameSite: "lax", secure: this.#secure, path: "/" } as const;
  }

  #value(req: Request): string | undefined {
    const prefix = `${this.#name}=`;
    const pair = req.headers.cookie?.split(/; */).find((candidate) => candidate.startsWith(prefix));
    const value = pair?.slice(prefix.length);
    return value && WELL_FORMED.test(value) ? value : undefined;
  }
}

function digest(value: string): string {
  return createHash("sha256").update(value).digest("base64url");
}
