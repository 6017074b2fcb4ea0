import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Response } from "express";

/** A platform's own session of one browser, beside the library's. `Proof` is what an identity provider has proven. */
export interface BrowserSession<Proof> {
  readonly id: string;
  readonly csrf: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  /** Interactions this browser started, and what it has proven in each. */
  readonly pending: Map<string, Proof | null>;
  /** Reusable by the next service. */
  sso: Proof | null;
  /** Token of the library's logout form, while the chain runs. */
  logoutToken: string | null;
}

export interface SessionOptions {
  readonly cookie: string;
  readonly ttlSeconds: number;
  readonly sliding: boolean;
  readonly now: () => Date;
}

const SWEEP_ABOVE = 500;

/** Sessions of one platform, in memory; an expired one is as good as absent. */
export class BrowserSessions<Proof> {
  readonly #sessions = new Map<string, BrowserSession<Proof>>();
  readonly #options: SessionOptions;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  find(req: IncomingMessage): BrowserSession<Proof> | undefined {
    const id = readCookie(req.headers.cookie, this.#options.cookie);
    const session = id === undefined ? undefined : this.#sessions.get(id);
    if (session === undefined) return undefined;
    const now = this.#options.now().getTime();
    if (session.expiresAt <= now) {
      this.#sessions.delete(session.id);
      return undefined;
    }
    if (this.#options.sliding) session.expiresAt = now + this.#options.ttlSeconds * 1000;
    return session;
  }

  /** The browser's session, or a new one with its cookie set. */
  open(req: IncomingMessage, res: Response): BrowserSession<Proof> {
    const known = this.find(req);
    if (known !== undefined) return known;
    if (this.#sessions.size > SWEEP_ABOVE) this.#sweep();
    const session: BrowserSession<Proof> = {
      id: randomBytes(32).toString("base64url"),
      csrf: randomBytes(32).toString("base64url"),
      expiresAt: this.#options.now().getTime() + this.#options.ttlSeconds * 1000,
      pending: new Map(),
      sso: null,
      logoutToken: null,
    };
    this.#sessions.set(session.id, session);
    res.cookie(this.#options.cookie, session.id, {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      ...(this.#options.sliding ? { maxAge: this.#options.ttlSeconds * 1000 } : {}),
    });
    return session;
  }

  destroy(session: BrowserSession<Proof>): void {
    this.#sessions.delete(session.id);
  }

  #sweep(): void {
    const now = this.#options.now().getTime();
    for (const [id, session] of this.#sessions) {
      if (session.expiresAt <= now) this.#sessions.delete(id);
    }
  }
}

/** One cookie of a `Cookie` header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}
