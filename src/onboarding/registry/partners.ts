import type { Store } from "../../storage/index.ts";

/** Who carries many collectivités at once. */
export interface Partner {
  readonly slug: string;
  /** `vendor`: an éditeur; `opsn`: a shared public operator. */
  readonly kind: "vendor" | "opsn";
  readonly name: string;
  readonly siret?: string;
  /** An éditeur certified by API Particulier: its clients' habilitations go faster. */
  readonly certified: boolean;
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

/** Adds partners, or updates those with the same slug. */
export async function savePartners(store: Store, partners: readonly Partner[]): Promise<void> {
  if (partners.length === 0) return;
  await store.db
    .insertInto("onboarding_partners")
    .values(
      partners.map(({ slug, kind, name, siret, certified }) => ({
        slug,
        kind,
        name,
        siret: siret ?? null,
        certified: certified ? 1 : 0,
      })),
    )
    .onConflict((conflict) =>
      conflict.column("slug").doUpdateSet((row) => ({
        kind: row.ref("excluded.kind"),
        name: row.ref("excluded.name"),
        siret: row.ref("excluded.siret"),
        certified: row.ref("excluded.certified"),
      })),
    )
    .execute();
}
