import { expect, it } from "vitest";
import { createVault, recogniseKey } from "../../src/storage/index.ts";
import { newKey, onEachDatabase } from "../support/databases.ts";

const now = () => new Date("2026-11-22T10:00:00Z");

onEachDatabase((database) => {
  it("a new database takes any key, and the same one ever after", async () => {
    const store = await database.fresh();
    const vault = createVault({ key: newKey() });
    await recogniseKey({ store, vault, now });
    await expect(recogniseKey({ store, vault, now })).resolves.toBeUndefined();
  });

  it("a key that a database has never seen is refused before anything is read or written", async () => {
    const store = await database.fresh();
    await recogniseKey({ store, vault: createVault({ key: newKey() }), now });
    await expect(recogniseKey({ store, vault: createVault({ key: newKey() }), now })).rejects.toMatchObject({
      name: "StorageError",
      code: "key_unknown",
      operatorHint: expect.stringContaining("ENCRYPTION_KEY"),
    });
    expect(await store.db.selectFrom("vault_keys").select("id").execute()).toHaveLength(1);
  });

  it("a new key is taken together with the one before it, and alone from then on", async () => {
    const store = await database.fresh();
    const [first, second] = [newKey(), newKey()];
    await recogniseKey({ store, vault: createVault({ key: first }), now });
    await recogniseKey({ store, vault: createVault({ key: second, previousKeys: [first] }), now });
    await expect(recogniseKey({ store, vault: createVault({ key: second }), now })).resolves.toBeUndefined();
  });

  it("several processes that start at once agree", async () => {
    const store = await database.fresh();
    const vault = createVault({ key: newKey() });
    await Promise.all(Array.from({ length: 5 }, () => recogniseKey({ store, vault, now })));
    expect(await store.db.selectFrom("vault_keys").select("id").execute()).toEqual([{ id: vault.keyIds[0] }]);
  });
});
