import type { Route } from "../routes/route.ts";
import { comparable, type Values } from "./canonical.ts";

/** Misspelt or older names that official case files use. */
const ALIASES: Readonly<Record<string, string>> = {
  anneeDateDaissance: "anneeDateNaissance",
  moisDateDaissance: "moisDateNaissance",
  jourDateDaissance: "jourDateNaissance",
  anneeNateNaissance: "anneeDateNaissance",
  codeInseeLieuDaissance: "codeCogInseeCommuneNaissance",
  codeInseeLieuDeNaissance: "codeCogInseeCommuneNaissance",
  codePaysLieuDaissance: "codeCogInseePaysNaissance",
  codePaysLieuDeNaissance: "codeCogInseePaysNaissance",
  sexe: "sexeEtatCivil",
  prenom: "prenoms",
};

/**
 * The same values once more, for the second try: without nom d'usage (FranceConnect no longer gives it), misspelt
 * names put right, unknown ones left out, a text of given names split into a list.
 */
export function lenient(route: Route, matched: readonly string[], values: Values): Values {
  const renamed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) renamed[ALIASES[name] ?? name] = value;
  delete renamed.nomUsage;
  const { prenoms } = renamed;
  if (typeof prenoms === "string") renamed.prenoms = prenoms.split(/,?\s+/);
  return comparable(route, matched, renamed);
}
