import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";

/** An identity a browser has proven at an identity provider. */
export interface Authentication {
  readonly persona: string;
  readonly identityProvider: string;
  readonly acr: string;
  readonly amr: readonly string[];
}

/** FranceConnect's own session of one browser, beside the library's. */
export interface CitizenSession {
  readonly id: string;
  readonly csrf: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  /** Interactions this browser started, and what it has proven in each. */
  readonly pending: Map<string, Authentication | null>;
  /** Reusable by the next service. */
  sso: Authentication | null;
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
export class CitizenSessions {
  readonly #sessions = new Map<string, CitizenSession>();
  readonly #options: SessionOptions;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  find(req: Request): CitizenSession | undefined {
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
  open(req: Request, res: Response): CitizenSession {
    const known = this.find(req);
    if (known !== undefined) return known;
    if (this.#sessions.size > SWEEP_ABOVE) this.#sweep();
    const session: CitizenSession = {
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

  destroy(session: CitizenSession): void {
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
    if (key === name) return decodeURIComponent(value.join("="));
  }
  return undefined;
}
