import type Provider from "oidc-provider";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { AnswerFault, Endpoint, Fault, TokenContext } from "../faults/fault.ts";
import type { Engine } from "./engine.ts";
import type { FaultDeck } from "./fault-deck.ts";
import { playAnswer } from "./play-answer.ts";

/** The library's paths, by the name faults give them. */
const ENDPOINTS: readonly (readonly [RegExp, Endpoint])[] = [
  [/^\/authorize(\/|$)/, "authorize"],
  [/^\/token$/, "token"],
  [/^\/userinfo$/, "userinfo"],
  [/^\/jwks$/, "jwks"],
  [/^\/\.well-known\/openid-configuration$/, "discovery"],
  [/^\/session\/end(\/|$)/, "logout"],
];

/** Headers that describe the body the library made, not the one that is sent. */
const BODY_HEADERS = new Set(["content-length", "content-encoding", "transfer-encoding", "etag"]);

export interface AnswerInstallOptions {
  readonly engine: () => Engine;
  readonly deck: FaultDeck;
  readonly now: () => Date;
}

function endpointOf(path: string): Endpoint | undefined {
  return ENDPOINTS.find(([pattern]) => pattern.test(path))?.[1];
}

function headersOf(ctx: KoaContextWithOIDC): Record<string, string> {
  const kept = Object.entries(ctx.response.headers).filter(([name]) => !BODY_HEADERS.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

function bodyOf(ctx: KoaContextWithOIDC): string {
  return typeof ctx.body === "string" ? ctx.body : JSON.stringify(ctx.body ?? "");
}

/** Changes the address a browser is sent to: with `code` or `error`, or after logout. */
function redirectElsewhere(ctx: KoaContextWithOIDC, fault: Fault, context: TokenContext): void {
  const location: string | undefined = ctx.response.get("location");
  if (!location) return;
  const url = new URL(location, context.issuer);
  const answers = url.searchParams.has("code") || url.searchParams.has("error");
  if (answers && url.origin !== new URL(context.issuer).origin) fault.callback?.(url, context);
  else if (ctx.path === "/session/end/confirm") fault.logoutReturn?.(url);
  ctx.set("location", url.href);
}

function changeJson(ctx: KoaContextWithOIDC, answer: AnswerFault, context: TokenContext): void {
  if (answer.json === undefined || typeof ctx.body !== "object" || ctx.body === null || ctx.status !== 200)
    return;
  const type = ctx.response.get("content-type");
  ctx.body = JSON.stringify(answer.json(ctx.body as Record<string, unknown>, context));
  ctx.set("content-type", type);
}

function isPlain(answer: AnswerFault): boolean {
  return (
    answer.delayMs === undefined &&
    answer.transport === undefined &&
    answer.status === undefined &&
    answer.headers === undefined &&
    answer.body === undefined
  );
}

/** Lets faults into the HTTP answers of a provider, after the library made the right ones. */
export function installAnswerFaults(provider: Provider, options: AnswerInstallOptions): void {
  provider.use(async (koa, next) => {
    const ctx = koa as KoaContextWithOIDC;
    const endpoint = endpointOf(ctx.path);
    const page = endpoint === "authorize" || endpoint === "logout" ? endpoint : undefined;
    const outage = page && options.deck.forRequest(ctx.req)?.answers?.[page];
    if (outage !== undefined) {
      ctx.respond = false;
      await playAnswer(ctx.res, { status: 200, headers: {}, body: "" }, outage);
      return;
    }
    await next();
    if (ctx.respond === false) return;
    const fault = endpoint === undefined ? undefined : options.deck.forContext(ctx);
    if (endpoint === undefined || fault === undefined) return;
    const { issuer } = options.engine();
    const context: TokenContext = {
      issuer,
      clientId: String(ctx.oidc.client?.clientId ?? ""),
      now: Math.floor(options.now().getTime() / 1000),
    };
    redirectElsewhere(ctx, fault, context);
    const answer = fault.answers?.[endpoint];
    if (answer === undefined) return;
    changeJson(ctx, answer, context);
    if (isPlain(answer)) return;
    ctx.respond = false;
    await playAnswer(ctx.res, { status: ctx.status, headers: headersOf(ctx), body: bodyOf(ctx) }, answer);
  });
}
