import { randomUUID } from "node:crypto";
import type Provider from "oidc-provider";
import type { KoaContextWithOIDC } from "oidc-provider";

interface LibraryError {
  readonly error?: string | undefined;
  readonly error_description?: string | undefined;
  readonly error_detail?: string | undefined;
}

const BACK_CHANNEL = /\/(token|userinfo|token\/revocation|token\/introspection)$/;

/** Endpoints that answer errors as JSON, whatever the caller accepts. */
export function isBackChannel(path: string): boolean {
  return BACK_CHANNEL.test(path);
}

/** How a platform names an error in JSON. */
export interface ErrorNaming {
  readonly documentation: string;
  readonly code: (error: string, description: string, detail: string) => string;
}

/** Body of an error on `/token`, `/userinfo` and `/token/revocation`. */
export function jsonError(err: LibraryError, naming: ErrorNaming): Record<string, string> {
  const error = err.error ?? "server_error";
  const description = err.error_description ?? "";
  const detail = String(err.error_detail);
  const query = new URLSearchParams({ code: naming.code(error, description, detail), id: randomUUID() });
  return {
    error,
    error_description: `${description} (${detail})`,
    error_uri: `${naming.documentation}?${query}`,
  };
}

/** Gives every back-channel error the platform's own shape. */
export function installJsonErrors(provider: Provider, naming: ErrorNaming): void {
  const caught = new WeakMap<object, LibraryError>();
  const remember = (ctx: KoaContextWithOIDC, err: Error & LibraryError): void => {
    caught.set(ctx, err);
  };
  provider.on("grant.error", remember);
  provider.on("userinfo.error", remember);
  provider.on("revocation.error", remember);
  provider.on("server_error", remember);
  provider.use(async (ctx, next) => {
    await next();
    const err = caught.get(ctx);
    if (err === undefined || !isBackChannel(ctx.path)) return;
    ctx.body = jsonError(err, naming);
  });
}
