import { createHash, randomBytes } from "node:crypto";
import type { Parked, ParkedValues } from "./draft.ts";
import { DossierError } from "./error.ts";
import type { Tools } from "./tools.ts";

/** Milliseconds. Long enough to find one's password again. */
const LIFETIME = 3_600_000;
/** Characters of JSON: as much as a form may post. */
const LARGEST = 150_000;

/** Only the browser holds the token: whoever reads the database cannot claim anything with it. */
const idOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
const contextOf = (collectivite: string, id: string): string => `${collectivite}/parked_values.sealed/${id}`;

export function createParked({ store, vault, now }: Tools): Parked {
  return {
    park: async ({ collectivite, values }) => {
      if (JSON.stringify(values).length > LARGEST) {
        throw new DossierError("values_too_large", "a form posted more than can be parked");
      }
      const token = randomBytes(32).toString("base64url");
      const id = idOf(token);
      const sealed = await vault.seal(values, contextOf(collectivite, id));
      const expires_at = new Date(now().getTime() + LIFETIME).toISOString();
      await store.db
        .insertInto("parked_values")
        .values({ id, collectivite_id: collectivite, sealed, expires_at })
        .execute();
      return token;
    },
    claim: async ({ collectivite, token }) => {
      const id = idOf(token);
      const row = await store.db
        .deleteFrom("parked_values")
        .where("id", "=", id)
        .where("collectivite_id", "=", collectivite)
        .returning(["sealed", "expires_at"])
        .executeTakeFirst();
      if (!row || row.expires_at <= now().toISOString()) return undefined;
      return (await vault.open(row.sealed, contextOf(collectivite, id))) as ParkedValues;
    },
  };
}
