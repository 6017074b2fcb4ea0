import { randomUUID } from "node:crypto";
import type Provider from "oidc-provider";
import type { KoaContextWithOIDC } from "oidc-provider";
import { libraryCode } from "./errors.ts";

interface LibraryError {
  readonly error?: string | undefined;
  readonly error_description?: string | undefined;
  readonly error_detail?: string | undefined;
}

const BACK_CHANNEL = /\/(token|userinfo|token\/revocation)$/;

/** Endpoints that answer errors as JSON, whatever the caller accepts. */
export function isBackChannel(path: string): boolean {
  return BACK_CHANNEL.test(path);
}

const DOCUMENTATION = "https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-erreurs/";

/** Body of an error on `/token`, `/userinfo` and `/token/revocation`. */
export function jsonError(err: LibraryError): Record<string, string> {
  const error = err.error ?? "server_error";
  const description = err.error_description ?? "";
  const detail = String(err.error_detail);
  const query = new URLSearchParams({ code: libraryCode(error, description, detail), id: randomUUID() });
  return {
    error,
    error_description: `${description} (${detail})`,
    error_uri: `${DOCUMENTATION}?${query}`,
  };
}

/** Gives every back-channel error FranceConnect's own shape. */
export function installJsonErrors(provider: Provider): void {
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
    ctx.body = jsonError(err);
  });
}
