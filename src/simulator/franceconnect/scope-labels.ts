import type { DataGroup } from "../pages/information.tsx";
import { DATA_SCOPES, type ScopeClaims } from "./scopes.ts";

const CLAIM_LABELS: Readonly<Record<string, string>> = {
  given_name: "Prénoms",
  given_name_array: "Prénoms",
  family_name: "Nom de naissance",
  preferred_username: "Nom d’usage",
  birthdate: "Date de naissance",
  idp_birthdate: "Date de naissance",
  gender: "Sexe",
  birthplace: "Lieu de naissance",
  birthcountry: "Pays de naissance",
  email: "Adresse électronique",
  idp_id: "Fournisseur d’identité",
};

function label(claim: string): string | undefined {
  return CLAIM_LABELS[claim.replace(/^rnipp_/, "").replace(/_array$/, "")];
}

/** What the requested scopes mean to a citizen, by source; empty for `openid` alone. */
export function describeScopes(scope: string, identity: ScopeClaims): readonly DataGroup[] {
  const scopes = scope.split(" ");
  const items = scopes
    .flatMap((name) => identity[name] ?? [])
    .map(label)
    .filter((item) => item !== undefined);
  const groups = DATA_SCOPES.map((row) => ({
    source: row.label,
    items: row.scopes.filter((name) => scopes.includes(name)),
  }));
  return [{ source: "Votre identité", items: [...new Set(items)] }, ...groups].filter(
    (group) => group.items.length > 0,
  );
}
