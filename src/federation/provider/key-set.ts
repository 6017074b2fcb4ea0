import {
  type CryptoKey,
  createLocalJWKSet,
  errors,
  type JSONWebKeySet,
  type JWSHeaderParameters,
} from "jose";
import { FederationError } from "../errors/federation-error.ts";

/** How long an unknown `kid` stays unknown without asking the provider again. */
const MISS_LASTS = 10_000;
/** Reads that tokens may cause, refilled over a minute: nobody makes us ask at will. */
const READS_PER_MINUTE = 12;
const MOST_MISSES = 200;

/**
 * The provider's signature keys. An unknown `kid` is looked up at once, in one request for all who wait, so that
 * no login fails after a rotation; then it stays unknown for a while, and reads are counted, so that nobody can
 * make us read at will.
 */
export class KeySet {
  #find: ReturnType<typeof createLocalJWKSet> | undefined;
  #text = "";
  #reading: Promise<void> | undefined;
  #budget = READS_PER_MINUTE;
  #refilledAt: number;
  readonly #misses = new Map<string, number>();

  constructor(
    private readonly fetchKeys: (signal?: AbortSignal) => Promise<string>,
    private readonly now: () => Date,
  ) {
    this.#refilledAt = now().getTime();
  }

  /** Reads the provider's JWKS, joining a read under way. */
  read(signal?: AbortSignal): Promise<void> {
    this.#reading ??= this.#readNow(signal).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Names the keys as last read: see `hasChangedSince`. */
  get edition(): string {
    return this.#text;
  }

  /** The key that fits the token's header. */
  async find(header: JWSHeaderParameters, signal: AbortSignal): Promise<CryptoKey> {
    if (!this.#find) await this.read(signal);
    const known = await this.#lookup(header);
    if (known) return known;
    const name = `${header.alg}:${header.kid ?? ""}`.slice(0, 200);
    if (!this.#isMissed(name)) {
      await this.#readUntil(async () => (await this.#lookup(header)) !== undefined, signal);
    }
    const found = await this.#lookup(header);
    if (!found) {
      this.#miss(name);
      throw new FederationError("token_key_unknown", { part: "jwks" });
    }
    return found;
  }

  /** A signature failed: true where the provider publishes other keys by now, under the same names perhaps. */
  async hasChangedSince(edition: string, signal: AbortSignal): Promise<boolean> {
    const hasChanged = (): boolean => this.#text !== edition;
    if (!hasChanged()) await this.#readUntil(hasChanged, signal);
    return hasChanged();
  }

  /**
   * Hundreds may wait at a rotation: joining a read under way costs nothing of the budget. It may have begun too
   * early, so a read of one's own follows where it did not help.
   */
  async #readUntil(isEnough: () => boolean | Promise<boolean>, signal: AbortSignal): Promise<void> {
    if (this.#reading) {
      await this.#reading;
      if (await isEnough()) return;
    }
    if (this.#reading || this.#spend()) await this.read(signal);
  }

  async #readNow(signal?: AbortSignal): Promise<void> {
    const text = await this.fetchKeys(signal);
    if (text === this.#text) return;
    try {
      this.#find = createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
    } catch (cause) {
      throw new FederationError("provider_response_invalid", { part: "jwks", cause });
    }
    this.#text = text;
    this.#misses.clear();
  }

  async #lookup(header: JWSHeaderParameters): Promise<CryptoKey | undefined> {
    try {
      return await this.#find?.(header);
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey) return undefined;
      if (cause instanceof errors.JWKSMultipleMatchingKeys) {
        throw new FederationError("token_key_ambiguous", { part: "jwks", cause });
      }
      throw new FederationError("token_key_unknown", { part: "jwks", cause });
    }
  }

  #isMissed(name: string): boolean {
    const until = this.#misses.get(name);
    return until !== undefined && until > this.now().getTime();
  }

  #miss(name: string): void {
    if (this.#misses.size >= MOST_MISSES) this.#misses.clear();
    this.#misses.set(name, this.now().getTime() + MISS_LASTS);
  }

  #spend(): boolean {
    const now = this.now().getTime();
    const refill = ((now - this.#refilledAt) / 60_000) * READS_PER_MINUTE;
    this.#budget = Math.min(READS_PER_MINUTE, this.#budget + Math.max(0, refill));
    this.#refilledAt = now;
    if (this.#budget < 1) return false;
    this.#budget -= 1;
    return true;
  }
}
