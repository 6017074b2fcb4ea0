import type { Selectable } from "kysely";
import type { Schema, Vault } from "../storage/index.ts";
import type { Collectivite, Contact, Credentials, Theme } from "./collectivite.ts";
import type { CollectiviteInput } from "./registry.ts";

export type Row = Selectable<Schema["collectivites"]>;

interface Profile {
  readonly theme: Theme;
  readonly contact: Contact;
}

const DEFAULT_THEME: Theme = { primary: "#0b5a53", accent: "#f2b134" };

export function fromRow(row: Row): Collectivite {
  const { id, slug, siret, siren, name, host } = row;
  return { id, slug, siret, siren, name, ...(host !== null && { host }), ...profileOf(row) };
}

function profileOf(row: Row): Profile {
  return JSON.parse(row.profile) as Profile;
}

/** The columns to write: what the input leaves out keeps its value. */
export function columnsOf(
  input: CollectiviteInput,
  sealed: string | undefined,
  known: Row | undefined,
): Pick<Row, "siret" | "siren" | "name" | "profile"> & Partial<Pick<Row, "slug" | "host" | "sealed">> {
  const before = known ? profileOf(known) : { theme: DEFAULT_THEME, contact: {} };
  const profile: Profile = { theme: input.theme ?? before.theme, contact: input.contact ?? before.contact };
  return {
    siret: input.siret,
    siren: input.siret.slice(0, 9),
    name: input.name,
    profile: JSON.stringify(profile),
    ...(input.slug !== undefined && { slug: input.slug }),
    ...(input.host !== undefined && { host: input.host }),
    ...(sealed !== undefined && { sealed }),
  };
}

const contextOf = (id: string): string => `${id}/collectivites.sealed`;

export function sealCredentials(vault: Vault, id: string, credentials: Credentials): Promise<string> {
  return vault.seal(credentials, contextOf(id));
}

export async function openCredentials(vault: Vault, row: Row | undefined): Promise<Credentials> {
  if (!row?.sealed) return {};
  return (await vault.open(row.sealed, contextOf(row.id))) as Credentials;
}
