import { expect, it, vi } from "vitest";
import { createCollectivites } from "../../src/collectivites/index.ts";
import { createVault, type Store } from "../../src/storage/index.ts";
import { newKey, onEachDatabase } from "../support/databases.ts";

const VAL = { siret: "21330063500017", name: "Val-de-Sorgue" };
const PARIS = { siret: "21750001600019", name: "Paris", host: "demarches.paris.example" };
const vault = createVault({ key: newKey() });

onEachDatabase((database) => {
  let clock = Date.parse("2026-11-22T10:00:00Z");
  const now = () => new Date(clock);
  const registry = (store: Store) => createCollectivites({ store, vault, now });

  it("with one collectivité, every request is for it", async () => {
    const collectivites = registry(await database.fresh());
    const saved = await collectivites.save(VAL);
    expect(saved).toMatchObject({ ...VAL, slug: "val-de-sorgue", siren: "213300635", contact: {} });
    expect(await collectivites.resolve({ host: "localhost:3000", path: "/" })).toEqual(saved);
    expect(await collectivites.resolve({ path: "/demarches/cantine" })).toEqual(saved);
    expect(await collectivites.resolve({})).toEqual(saved);
  });

  it("with none, no request is for anybody", async () => {
    expect(await registry(await database.fresh()).resolve({ host: "localhost" })).toBeUndefined();
  });

  it("with several, the host name or the path decides, and a stranger gets nothing", async () => {
    const collectivites = registry(await database.fresh());
    const val = await collectivites.save(VAL);
    const paris = await collectivites.save(PARIS);
    expect(await collectivites.resolve({ host: "demarches.paris.example" })).toEqual(paris);
    expect(await collectivites.resolve({ host: "DEMARCHES.Paris.example.:443", path: "/" })).toEqual(paris);
    expect(
      await collectivites.resolve({ host: "demarches.paris.example", path: "/c/val-de-sorgue/demarches" }),
    ).toEqual(val);
    expect(await collectivites.resolve({ host: "evil.example", path: "/" })).toBeUndefined();
    expect(await collectivites.resolve({ path: "/c/nowhere" })).toBeUndefined();
    expect(await collectivites.resolve({})).toBeUndefined();
  });

  it("finds by id and by the SIRET of an agent, and lists by name", async () => {
    const collectivites = registry(await database.fresh());
    const val = await collectivites.save(VAL);
    const paris = await collectivites.save(PARIS);
    expect(await collectivites.find(val.id)).toEqual(val);
    expect(await collectivites.findBySiret(PARIS.siret)).toEqual(paris);
    expect(await collectivites.findBySiret("13002526500013")).toBeUndefined();
    expect(await collectivites.list()).toEqual([paris, val]);
  });

  it("saves the same one twice as one, and keeps what the second does not mention", async () => {
    const collectivites = registry(await database.fresh());
    const theme = { primary: "#123456", accent: "#abcdef" };
    const first = await collectivites.save({ ...VAL, theme, contact: { phone: "04 90 00 00 00" } });
    const second = await collectivites.save({ ...VAL, name: "Val-de-Sorgue-les-Bains" });
    expect(second).toEqual({ ...first, name: "Val-de-Sorgue-les-Bains" });
    expect(await collectivites.resolve({})).toEqual(second);
  });

  it("knows a collectivité whose seat has moved by its SIREN", async () => {
    const collectivites = registry(await database.fresh());
    const before = await collectivites.save(VAL);
    const after = await collectivites.save({ ...VAL, siret: "21330063500025" });
    expect(after).toEqual({ ...before, siret: "21330063500025" });
  });

  it("makes one of what several processes save at once", async () => {
    const store = await database.fresh();
    const saved = await Promise.all(Array.from({ length: 5 }, () => registry(store).save(VAL)));
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
  });

  it("gives the second commune of a name an address of its own", async () => {
    const collectivites = registry(await database.fresh());
    await collectivites.save({ ...VAL, name: "Saint-Étienne-du-Grès" });
    const other = await collectivites.save({ ...PARIS, name: "Saint Etienne du Gres" });
    expect(other.slug).toBe("saint-etienne-du-gres-217500016");
  });

  it.each([
    ["siret_invalid", { siret: "21330063500018" }],
    ["slug_invalid", { slug: "Val de Sorgue" }],
    ["host_invalid", { host: "https://val.example/" }],
    ["colour_invalid", { theme: { primary: "green", accent: "#000000" } }],
    ["slug_taken", { slug: "paris" }],
    ["host_taken", { host: PARIS.host }],
  ])("refuses with %s", async (code, wrong) => {
    const collectivites = registry(await database.fresh());
    await collectivites.save(PARIS);
    await expect(collectivites.save({ ...VAL, ...wrong })).rejects.toMatchObject({
      name: "CollectiviteError",
      code,
    });
    expect(await collectivites.list()).toHaveLength(1);
  });

  it("keeps credentials sealed, and out of what a page receives", async () => {
    const store = await database.fresh();
    const collectivites = registry(store);
    const credentials = {
      apiParticulierToken: "s3cret-token",
      franceConnect: { clientId: "a", clientSecret: "s3cret-b" },
    };
    const saved = await collectivites.save({ ...VAL, credentials });
    expect(await collectivites.credentials(saved.id)).toEqual(credentials);
    expect(JSON.stringify(saved)).not.toContain("s3cret");
    expect(JSON.stringify(await store.db.selectFrom("collectivites").selectAll().execute())).not.toContain(
      "s3cret",
    );
    expect(await collectivites.credentials("unknown")).toEqual({});
  });

  it("does not give one collectivité the credentials copied from another's row", async () => {
    const store = await database.fresh();
    const collectivites = registry(store);
    const val = await collectivites.save({ ...VAL, credentials: { apiParticulierToken: "of Val" } });
    const paris = await collectivites.save(PARIS);
    const { sealed } = await store.db
      .selectFrom("collectivites")
      .select("sealed")
      .where("id", "=", val.id)
      .executeTakeFirstOrThrow();
    await store.db.updateTable("collectivites").set({ sealed }).where("id", "=", paris.id).execute();
    await expect(registry(store).credentials(paris.id)).rejects.toMatchObject({ code: "seal_broken" });
  });

  it("reads a collectivité once, however many ask, and sees another process's change within a minute", async () => {
    const store = await database.fresh();
    await registry(store).save(VAL);
    await registry(store).save(PARIS);
    const cold = registry(store);
    await cold.resolve({});
    const reads = vi.spyOn(store.db, "selectFrom");
    await Promise.all(Array.from({ length: 1_000 }, () => cold.resolve({ host: PARIS.host })));
    expect(reads).toHaveBeenCalledTimes(1);
    reads.mockRestore();
    await registry(store).save({ ...PARIS, name: "Ville de Paris" });
    clock += 61_000;
    expect(await cold.resolve({ host: PARIS.host })).toMatchObject({ name: "Ville de Paris" });
  });

  it("forgets a failed read", async () => {
    const store = await database.fresh();
    const collectivites = registry(store);
    await collectivites.save(VAL);
    const broken = vi.spyOn(store.db, "selectFrom").mockImplementationOnce(() => {
      throw new Error("lost");
    });
    await expect(collectivites.resolve({})).rejects.toThrow("lost");
    broken.mockRestore();
    expect(await collectivites.resolve({})).toMatchObject(VAL);
  });
});
