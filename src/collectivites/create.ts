import type { Store, Vault } from "../storage/index.ts";
import { createCache } from "./cache.ts";
import type { Collectivite } from "./collectivite.ts";
import type { Collectivites } from "./registry.ts";
import { fromRow, openCredentials, type Row } from "./row.ts";
import { saveCollectivite } from "./save.ts";

/** How long another process's change may go unseen, in milliseconds. */
const LIFETIME = 60_000;
/** Keys kept in memory: a thousand collectivités under a few names each, and no more for whoever invents host names. */
const CAPACITY = 10_000;

/**
 * The registry of collectivités. With one, every request is for it; `save` at start fills it from the environment.
 *
 * @example
 * import { createVault, migrate, openDatabase } from "../storage/index.ts";
 * import { createCollectivites } from "./index.ts";
 * const store = await openDatabase("file::memory:");
 * await migrate(store);
 * const vault = createVault({ key: "ERERERERERERERERERERERERERERERERERERERERERE" });
 * const collectivites = createCollectivites({ store, vault, now: () => new Date() });
 * await collectivites.save({ siret: "21330063500017", name: "Val-de-Sorgue" });
 * await collectivites.resolve({ host: "localhost:3000", path: "/" });
 */
export function createCollectivites(tools: { store: Store; vault: Vault; now: () => Date }): Collectivites {
  const { store, vault, now } = tools;
  const rows = createCache<Row | undefined>({ now, lifetime: LIFETIME, capacity: CAPACITY });
  const onlyOne = createCache<Row | undefined>({ now, lifetime: LIFETIME, capacity: 1 });

  const by = (column: "id" | "slug" | "host" | "siret", value: string): Promise<Row | undefined> =>
    rows.get(`${column} ${value}`, () =>
      store.db.selectFrom("collectivites").selectAll().where(column, "=", value).executeTakeFirst(),
    );
  const only = (): Promise<Row | undefined> =>
    onlyOne.get("", async () => {
      const [first, second] = await store.db.selectFrom("collectivites").selectAll().limit(2).execute();
      return second ? undefined : first;
    });

  return {
    resolve: async ({ host, path }) => {
      const slug = slugIn(path);
      if (slug !== undefined) return shown(await by("slug", slug));
      return shown((await only()) ?? (host === undefined ? undefined : await by("host", bare(host))));
    },
    find: async (id) => shown(await by("id", id)),
    findBySiret: async (siret) => shown(await by("siret", siret)),
    credentials: async (id) => openCredentials(vault, await by("id", id)),
    save: async (input) => {
      const saved = await saveCollectivite(tools, input);
      rows.clear();
      onlyOne.clear();
      return saved;
    },
    list: async () =>
      (await store.db.selectFrom("collectivites").selectAll().orderBy("name").orderBy("id").execute()).map(
        fromRow,
      ),
  };
}

function shown(row: Row | undefined): Collectivite | undefined {
  return row && fromRow(row);
}

function slugIn(path = ""): string | undefined {
  return /^\/c\/([a-z\d-]+)(?=[/?]|$)/.exec(path)?.[1];
}

/** A Host header without its port; it is typed by anybody, and PostgreSQL refuses some characters. */
function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, "")
    .replace(/\.$/, "")
    .replace(/[^\x21-\x7e]/g, "");
}
