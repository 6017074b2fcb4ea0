import type { Checks } from "../checks/table.ts";
import { isAcceptableUrl } from "../http/address.ts";
import { LIMITS, type Limits } from "../http/limits.ts";
import { createTransport } from "../http/transport.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import { SILENT } from "../logger.ts";
import type { CommonOptions, ProviderStatus } from "../options.ts";
import { Providers } from "../provider/providers.ts";
import { BrowserCookie } from "../transaction/browser.ts";
import { type Flow, localPath } from "./flow.ts";

/** What only tests replace: one check taken out, a limit lowered. No part of the public door. */
export interface Internals {
  readonly checks: Checks;
  readonly limits?: Limits;
}

/** What differs between citizens' and agents' logins. */
export interface Kind extends Pick<Flow, "resolve" | "callbackPath"> {
  /** Path below the public address, e.g. `/auth`. */
  readonly mountPath: string;
  readonly home: string;
  readonly keys?: KeyHolder;
}

const NO_KEYS: KeyHolder = {
  ring: () => Promise.reject(new TypeError("ProConnect encrypts nothing")),
  warnings: () => [],
};

export function createFlow(options: CommonOptions, internals: Internals, kind: Kind): Flow {
  const { baseUrl, logger = SILENT, now = () => new Date(), renderError } = options;
  if (!isAcceptableUrl(baseUrl)) {
    throw new TypeError(`baseUrl must be https, or plain http on a loopback address: ${baseUrl}`);
  }
  const { checks, limits = LIMITS } = internals;
  const transport = createTransport(limits);
  return {
    baseUrl,
    checks,
    transport,
    providers: new Providers({ transport, checks, logger, now }),
    keys: kind.keys ?? NO_KEYS,
    cookie: new BrowserCookie(baseUrl),
    logger,
    now,
    renderError,
    callbackPath: kind.callbackPath,
    resolve: kind.resolve,
    loginPath: localPath(baseUrl, `${kind.mountPath}/login`),
    logoutPath: localPath(baseUrl, `${kind.mountPath}/logout`),
    logoutCallbackPath: `${kind.mountPath}/logout/callback`,
    prefix: new URL(baseUrl).pathname.replace(/\/$/, ""),
    home: localPath(baseUrl, kind.home),
  };
}

/** Provider states, with what an operator should do about our own keys. */
export function statusOf(flow: Flow): readonly ProviderStatus[] {
  const warnings = flow.keys.warnings();
  return flow.providers.all().map((provider) => {
    const status = provider.status();
    const hints = provider.isEncrypted
      ? [status.hint, ...warnings].filter(Boolean)
      : [status.hint].filter(Boolean);
    return { ...status, ...(hints.length > 0 && { hint: hints.join("; ") }) };
  });
}

export function closeFlow(flow: Flow): void {
  flow.providers.close();
  flow.transport.close();
}
