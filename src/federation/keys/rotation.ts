/** Seconds that a provider may keep our JWKS. */
export const JWKS_MAX_AGE = 300;

const DAY = 24 * 60 * 60 * 1000;

/**
 * A retired key still decrypts for a day. A token for it may arrive for JWKS_MAX_AGE + 60 s (the least a
 * provider caches) + 60 s (a token's life): a day also covers a provider that caches longer than it should.
 */
export const RETIRED_KEPT = DAY;

/** Milliseconds after which a current key should be rotated. */
export const KEY_AGE_WARNING = 365 * DAY;
