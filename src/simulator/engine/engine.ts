import type { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import Provider, { type Configuration } from "oidc-provider";
import { generateSigningKeys, type SigningKey } from "./keys.ts";

export interface EngineOptions {
  readonly issuer: string;
  readonly signingAlgs: readonly string[];
  readonly kid: (alg: string) => string;
  /** The whole configuration but the keys. */
  readonly configuration: Configuration;
  /** Runs on every new provider: middleware and events are lost when the keys change. */
  readonly install: (provider: Provider) => void;
  /** Told of what went wrong outside any answer. */
  readonly onError?: (error: unknown) => void;
}

/** One platform's oidc-provider, which can be replaced by one with other keys while it runs. */
export interface Engine {
  readonly issuer: string;
  provider(): Provider;
  /** Signing keys, newest first; the ones after the first of an algorithm are only published. */
  keys(): readonly SigningKey[];
  handle(req: IncomingMessage, res: ServerResponse): void;
  /** Signs with new keys from now on; earlier ones stay published for a while, so tokens in flight still verify. */
  rotate(): Promise<void>;
}

/** Generations of keys that stay published. */
const PUBLISHED_GENERATIONS = 4;

/** Builds a platform's oidc-provider with new keys; the store behind it outlives every rotation. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  let keys: readonly SigningKey[] = [];
  let provider: Provider;
  let callback: ReturnType<Provider["callback"]>;

  async function rotate(): Promise<void> {
    const fresh = await generateSigningKeys(options.signingAlgs, options.kid);
    keys = [...fresh, ...keys].slice(0, fresh.length * PUBLISHED_GENERATIONS);
    provider = new Provider(options.issuer, {
      ...options.configuration,
      jwks: { keys: keys.map((key) => ({ ...key })) as never },
    });
    provider.proxy = true;
    // A caller who hangs up in the middle of an answer is no event for the console, where Koa would print it.
    (provider as EventEmitter).on("error", (error) => options.onError?.(error));
    options.install(provider);
    callback = provider.callback();
  }

  await rotate();
  return {
    issuer: options.issuer,
    provider: () => provider,
    keys: () => keys,
    handle: (req, res) => {
      void callback(req, res);
    },
    rotate,
  };
}
