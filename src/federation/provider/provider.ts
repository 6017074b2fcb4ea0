import { setTimeout as delay } from "node:timers/promises";
import { ExponentialBackoff, handleAll, retry } from "cockatiel";
import { runChecks } from "../checks/check.ts";
import type { Client, ProviderMetadata } from "../client.ts";
import { FederationError } from "../errors/federation-error.ts";
import { asFederationError } from "../errors/log-failure.ts";
import type { Transport } from "../http/transport.ts";
import type { Logger } from "../logger.ts";
import type { ProviderStatus } from "../options.ts";
import { KeySet } from "./key-set.ts";
import { type MetadataChecks, readMetadata } from "./read-metadata.ts";

/** FranceConnect and ProConnect send both documents with max-age=600: read again before that. */
const REFRESH_EVERY = 8 * 60_000;
/** Citizens who arrive while a provider is down do not each try it. */
const FAILURE_LASTS = 1_000;
/** Failing calls make us look again at most this often: a provider that is overloaded is not helped by us. */
const LOOKS_APART = 10_000;

export interface ProviderOptions {
  readonly client: Pick<Client, "issuer" | "metadata" | "profile">;
  readonly transport: Transport;
  readonly checks: MetadataChecks;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** One issuer: its endpoints and keys, read in the background before a citizen needs them. */
export class Provider {
  readonly keys: KeySet;
  #metadata: ProviderMetadata | undefined;
  #refreshing: Promise<void> | undefined;
  #state: ProviderStatus["state"] = "starting";
  #since: Date;
  #hint: string | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;
  #nap = new AbortController();
  readonly #closing = new AbortController();

  constructor(private readonly options: ProviderOptions) {
    this.#since = options.now();
    this.keys = new KeySet((signal) => this.#fetchKeys(signal), options.now);
  }

  /** Reads metadata and keys now, and again ahead of their expiry; a failure is retried ever more slowly. */
  start(): this {
    void this.#keepFresh(this.#closing.signal);
    return this;
  }

  /** The endpoints: at once where they are known, else after one try. */
  async metadata(): Promise<ProviderMetadata> {
    const isWorthTrying = this.#refreshing !== undefined || this.#sinceTried() > FAILURE_LASTS;
    if (!this.#metadata && isWorthTrying) await this.refresh().catch(() => undefined);
    if (!this.#metadata) throw new FederationError("provider_not_ready", { part: "discovery" });
    return this.#metadata;
  }

  /** What is known now: never waits. */
  get known(): ProviderMetadata | undefined {
    return this.#metadata;
  }

  /** Whether our own keys matter to it. */
  get isEncrypted(): boolean {
    return this.options.client.profile.encrypted;
  }

  /** A call failed: look at once, without making anybody wait. */
  suspect(): void {
    if (this.#sinceTried() > LOOKS_APART) this.#nap.abort();
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#refreshNow().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  status(): ProviderStatus {
    const { client } = this.options;
    return {
      name: client.profile.name,
      issuer: client.issuer,
      state: this.#state,
      since: this.#since.toISOString(),
      ...(this.#hint && { hint: this.#hint }),
    };
  }

  close(): void {
    this.#closing.abort();
    this.#nap.abort();
  }

  async #keepFresh(signal: AbortSignal): Promise<void> {
    const backoff = new ExponentialBackoff({ initialDelay: 500, maxDelay: 30_000 });
    const untilRead = retry(handleAll, { backoff, maxAttempts: Number.POSITIVE_INFINITY }).dangerouslyUnref();
    while (!signal.aborted) {
      await untilRead.execute(() => this.refresh(), signal).catch(() => undefined);
      this.#nap = new AbortController();
      const wake = AbortSignal.any([signal, this.#nap.signal]);
      await delay(REFRESH_EVERY, undefined, { signal: wake, ref: false }).catch(() => undefined);
    }
  }

  #sinceTried(): number {
    return this.options.now().getTime() - this.#triedAt;
  }

  async #refreshNow(): Promise<void> {
    const { client, transport, checks, now } = this.options;
    this.#triedAt = now().getTime();
    try {
      this.#metadata = await readMetadata(client, transport, checks);
      await this.keys.read();
      this.#become("up");
    } catch (error) {
      const { code, operatorHint } = asFederationError(error);
      this.#become("down", `${code}: ${operatorHint}`);
      throw error;
    }
  }

  async #fetchKeys(signal?: AbortSignal): Promise<string> {
    const { transport, checks } = this.options;
    const { jwks_uri: url } = await this.metadata();
    const answer = await transport.send({
      url,
      headers: { accept: "application/jwk-set+json, application/json" },
      ...(signal && { signal }),
    });
    await runChecks(checks.answer, { answer, accepted: [200] });
    return answer.body;
  }

  #become(state: "up" | "down", hint?: string): void {
    this.#hint = hint;
    if (state === this.#state) return;
    this.#state = state;
    this.#since = this.options.now();
    const { issuer, profile } = this.options.client;
    this.options.logger[state === "up" ? "info" : "warn"](
      { provider: profile.name, issuer, state, hint },
      "provider",
    );
  }
}
