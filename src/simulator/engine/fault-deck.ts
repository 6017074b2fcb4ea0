import type { IncomingMessage } from "node:http";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { Dial } from "../dial.ts";
import type { Fault, FaultPlatform } from "../faults/fault.ts";
import { PROVIDER_FAULTS } from "../faults/index.ts";
import { readCookie } from "./browser-session.ts";

/** Name of the cookie and of the header that choose a fault for one browser or one request. */
export const FAULT_COOKIE = "simulator_fault";
export const FAULT_HEADER = "x-simulator-fault";

const REMEMBERED = 10_000;

/**
 * Which fault a request plays: the one it names itself, else the one its login was given (by the browser's cookie or
 * the persona), else the dial's.
 */
export class FaultDeck {
  readonly #dial: Dial;
  readonly #platform: FaultPlatform;
  readonly #grants = new Map<string, string>();

  constructor(dial: Dial, platform: FaultPlatform) {
    this.#dial = dial;
    this.#platform = platform;
  }

  /** Carries a login's fault over to the calls that its tokens make. */
  remember(grantId: string, req: IncomingMessage | undefined, personaFault?: string): void {
    const name = (req === undefined ? undefined : chosenBy(req)) ?? personaFault;
    if (name === undefined) return;
    if (this.#grants.size > REMEMBERED) this.#grants.clear();
    this.#grants.set(grantId, name);
  }

  /** The fault of a request outside the library, of a grant where it is known. */
  forRequest(req: IncomingMessage, grantId?: string): Fault | undefined {
    const remembered = grantId === undefined ? undefined : this.#grants.get(grantId);
    return this.#named(chosenBy(req) ?? remembered ?? this.#dial.fault);
  }

  forContext(ctx: KoaContextWithOIDC): Fault | undefined {
    const { entities } = ctx.oidc;
    return this.forRequest(ctx.req, entities.AccessToken?.grantId ?? entities.Grant?.jti);
  }

  #named(name: string | null): Fault | undefined {
    if (name === null) return undefined;
    return PROVIDER_FAULTS.find((fault) => fault.name === name && fault.platforms.includes(this.#platform));
  }
}

function chosenBy(req: IncomingMessage): string | undefined {
  const header = req.headers[FAULT_HEADER];
  return (typeof header === "string" ? header : undefined) ?? readCookie(req.headers.cookie, FAULT_COOKIE);
}
