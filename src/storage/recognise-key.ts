import { StorageError } from "./error.ts";
import type { Store } from "./store.ts";
import type { Vault } from "./vault.ts";

/**
 * Refuses to go on with a key that this database has never seen: citizens would find nothing of theirs,
 * and what they write would be unreadable once the right key is back. Notes a key that is used for the first time.
 *
 * @throws StorageError `key_unknown`
 * @example
 * import { createVault, migrate, openDatabase, recogniseKey } from "./index.ts";
 * const store = await openDatabase("file::memory:");
 * await migrate(store);
 * const vault = createVault({ key: "ERERERERERERERERERERERERERERERERERERERERERE" });
 * await recogniseKey({ store, vault, now: () => new Date() });
 */
export async function recogniseKey(options: { store: Store; vault: Vault; now: () => Date }): Promise<void> {
  const { store, vault, now } = options;
  const known = await store.db.selectFrom("vault_keys").select("id").execute();
  if (known.length > 0 && !known.some(({ id }) => vault.keyIds.includes(id))) {
    throw new StorageError(
      "key_unknown",
      "ENCRYPTION_KEY is not the one that this database was written with: give that one, or another DATABASE_URL",
    );
  }
  const [id = ""] = vault.keyIds;
  await store.db
    .insertInto("vault_keys")
    .values({ id, first_used_at: now().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
