import { type CryptoKey, importJWK, type JWK } from "jose";
import { type KeyState, KeysError, readKeyFiles, type StoredKey } from "./key-file.ts";
import type { DecryptionKey, KeyRing } from "./ring.ts";
import { JWKS_MAX_AGE, KEY_AGE_WARNING } from "./rotation.ts";

/** How long what was read of the folder is taken for its present state. */
const FRESH = 15_000;
/** Another process may have rotated a moment ago: an unknown `kid` makes us look, at most this often. */
const LOOKS_APART = 1_000;
/** What a JWK may show of itself. @see https://www.rfc-editor.org/rfc/rfc7517#section-4 */
const PUBLIC_MEMBERS = ["kty", "kid", "alg", "use", "n", "e", "crv", "x", "y"] as const;
const PUBLISHED: readonly KeyState[] = ["current", "next"];

interface Loaded {
  readonly keys: readonly (DecryptionKey & { readonly stored: StoredKey })[];
  readonly published: { readonly keys: readonly JWK[] };
  readonly at: number;
}

/**
 * Opens a folder of keys and follows its rotations.
 *
 * @throws KeysError when there is no key, or a file is not one
 * @see https://openid.net/specs/openid-connect-core-1_0.html#RotateEncKeys
 * @example
 * import { loadKeys } from "passerelle";
 * const keys = await loadKeys("keys");
 * const { keys: published } = keys.published();
 */
export async function loadKeys(dir: string, options: { readonly now?: () => Date } = {}): Promise<KeyRing> {
  const { now = () => new Date() } = options;
  let loaded = await load(dir, now());
  let lookedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const reload = (): Promise<void> => {
    reading ??= load(dir, now())
      .then((fresh) => {
        loaded = fresh;
      })
      /** A folder that cannot be read for a moment must not take the keys away that we hold. */
      .catch(() => {
        loaded = { ...loaded, at: now().getTime() };
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  return {
    maxAge: JWKS_MAX_AGE,
    published: () => {
      if (now().getTime() - loaded.at > FRESH) void reload();
      return loaded.published;
    },
    find: async (kid) => {
      const known = loaded.keys.find((key) => key.kid === kid);
      if (known || now().getTime() - lookedAt < LOOKS_APART) return known;
      lookedAt = now().getTime();
      await reload();
      return loaded.keys.find((key) => key.kid === kid);
    },
    all: () => loaded.keys,
    warnings: () => warningsOf(loaded, now()),
  };
}

async function load(dir: string, at: Date): Promise<Loaded> {
  const stored = await readKeyFiles(dir);
  if (!stored.some((key) => PUBLISHED.includes(key.state))) {
    throw new KeysError("KEYS_MISSING", `${dir} holds no current key: run \`npx passerelle keys generate\``);
  }
  const keys = await Promise.all(
    stored.map(async (key) => ({
      kid: key.jwk.kid,
      alg: key.jwk.alg,
      key: (await importJWK(key.jwk, key.jwk.alg)) as CryptoKey,
      stored: key,
    })),
  );
  const published = PUBLISHED.flatMap((state) => stored.filter((key) => key.state === state));
  return { keys, published: { keys: published.map(({ jwk }) => publicMembers(jwk)) }, at: at.getTime() };
}

function publicMembers(jwk: JWK): JWK {
  return Object.fromEntries(PUBLIC_MEMBERS.filter((name) => jwk[name]).map((name) => [name, jwk[name]]));
}

function warningsOf({ keys }: Loaded, now: Date): readonly string[] {
  return keys
    .filter(
      ({ stored }) =>
        stored.state === "current" && now.getTime() - Date.parse(stored.changedAt) > KEY_AGE_WARNING,
    )
    .map(({ kid }) => `key ${kid} has been in use for more than a year: run \`npx passerelle keys rotate\``);
}
