import { sql, type Transaction } from "kysely";
import type { Schema, Store } from "../../storage/index.ts";

/** Who carries many collectivités at once. */
export interface Partner {
  readonly slug: string;
  /** `vendor`: an éditeur; `opsn`: a shared public operator. */
  readonly kind: "vendor" | "opsn";
  readonly name: string;
  readonly siret?: string;
  /** An éditeur certified by API Particulier: its clients' habilitations go faster. */
  readonly certified: boolean;
  /** Where its digest is sent: a shared mailbox. */
  readonly email?: string;
}

/** The éditeurs certified by API Particulier in February 2026. */
export const CERTIFIED_VENDORS: readonly Partner[] = [
  ["mgdis", "MGDIS"],
  ["entrouvert", "Entr’ouvert"],
  ["aiga", "Aiga"],
  ["capdemat", "CapDemat"],
  ["ciril-group", "Ciril Group"],
  ["waigeo", "Waigeo"],
  ["ypok", "Ypok"],
].map(([slug, name]) => ({ slug: slug as string, kind: "vendor", name: name as string, certified: true }));

/** Every partner known, by name. */
export async function listPartners(store: Store): Promise<readonly Partner[]> {
  const rows = await store.db.selectFrom("onboarding_partners").selectAll().orderBy("name").execute();
  return rows.map(({ slug, kind, name, siret, certified, email }) => ({
    slug,
    kind: kind === "opsn" ? "opsn" : "vendor",
    name,
    certified: certified === 1,
    ...(siret && { siret }),
    ...(email && { email }),
  }));
}

/** Finds partners by the name that a file gives them, and remembers those it did not know. */
export interface PartnerBook {
  /** The slug of this partner. */
  slugOf(kind: Partner["kind"], name: string): string;
  /** Those that no one knew before. */
  readonly added: readonly Partner[];
}

const fold = (name: string) =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

export async function openPartnerBook(store: Store): Promise<PartnerBook> {
  const known = new Map((await listPartners(store)).map(({ kind, name, slug }) => [kind + fold(name), slug]));
  const slugs = new Set(known.values());
  const added: Partner[] = [];
  return {
    added,
    slugOf: (kind, name) => {
      const key = kind + fold(name);
      const found = known.get(key);
      if (found) return found;
      const slug = slugs.has(fold(name)) ? `${fold(name)}-${kind}` : fold(name);
      known.set(key, slug);
      slugs.add(slug);
      added.push({ slug, kind, name: name.trim().slice(0, 100), certified: false });
      return slug;
    },
  };
}

/** Adds partners, or updates those with the same slug; a SIRET or an address that is known stays where none is given. */
export async function savePartners(
  { db }: { readonly db: Store["db"] | Transaction<Schema> },
  partners: readonly Partner[],
): Promise<void> {
  if (partners.length === 0) return;
  await db
    .insertInto("onboarding_partners")
    .values(
      partners.map(({ slug, kind, name, siret, certified, email }) => ({
        slug,
        kind,
        name,
        siret: siret ?? null,
        certified: certified ? 1 : 0,
        email: email ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.column("slug").doUpdateSet((row) => ({
        kind: row.ref("excluded.kind"),
        name: row.ref("excluded.name"),
        siret: sql<string | null>`coalesce(${row.ref("excluded.siret")}, onboarding_partners.siret)`,
        certified: row.ref("excluded.certified"),
        email: sql<string | null>`coalesce(${row.ref("excluded.email")}, onboarding_partners.email)`,
      })),
    )
    .execute();
}
