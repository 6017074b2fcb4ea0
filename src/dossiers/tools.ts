import type { Transaction } from "kysely";
import type { Schema, Store, Vault } from "../storage/index.ts";
import type { Owner } from "./owner.ts";

/** What every verb of this room works with. */
export interface Tools {
  readonly store: Store;
  readonly vault: Vault;
  readonly now: () => Date;
  /** An integer from 0 up to, not including, `bound`. */
  readonly random: (bound: number) => number;
}

/** A connection, inside a transaction or not. */
export type Db = Store["db"] | Transaction<Schema>;

/** The name of an owner in one collectivité: two collectivités cannot tell that they know the same person. */
export function ownerName(vault: Vault, collectivite: string, owner: Owner): string {
  return marked(owner, vault.pseudonym(ownerParts(collectivite, owner)));
}

/** Every name these owners may have been given, older keys included. */
export function ownerNames(vault: Vault, collectivite: string, owners: readonly Owner[]): string[] {
  return owners.flatMap((owner) =>
    vault.pseudonyms(ownerParts(collectivite, owner)).map((name) => marked(owner, name)),
  );
}

/** Before the name of what was typed in at the counter: agents list it, and it says nothing of the person. */
const COUNTER = "counter.";

function marked({ platform }: Owner, name: string): string {
  return platform === "counter" ? COUNTER + name : name;
}

/** Whether an agent typed it in at the counter. */
export function isAtCounter({ owner }: { readonly owner: string }): boolean {
  return owner.startsWith(COUNTER);
}

function ownerParts(collectivite: string, { platform, sub }: Owner): readonly string[] {
  return [collectivite, "owner", platform, sub];
}

/** Whether the owner found inside a seal is one of these: the column outside could have been overwritten. */
export function isOneOf(owners: readonly Owner[], owner: Owner): boolean {
  return owners.some(({ platform, sub }) => platform === owner.platform && sub === owner.sub);
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Whether this can be an id of ours: addresses are typed by anybody, and PostgreSQL refuses some characters. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
