import type { Answer } from "../answer.ts";
import { isRecord } from "../citizen-token.ts";
import { providerError } from "../errors.ts";
import type { Parameters } from "../query.ts";
import { fold } from "./person.ts";

/**
 * Compares the citizen with the person whom the answer is about, as the platform does for vehicles: no match is a
 * 404 (`42005`), a match is told in `meta.identity_matching`.
 */
export function answerToHolder(status: number, body: unknown, parameters: Parameters): Answer {
  const { data, links = {}, meta = {} } = isRecord(body) ? body : {};
  const holder = isRecord(data) && isRecord(data.identite_particulier) ? data.identite_particulier : {};
  const matching = compare(holder, parameters);
  if (!matching.overall_match) {
    const detail = "L'identité FranceConnect ne correspond à aucune personne rattachée à ce véhicule.";
    return providerError(404, "ANTS", "005", { title: "Identité non trouvée", detail });
  }
  return {
    status,
    body: { data, links, meta: { ...(isRecord(meta) ? meta : {}), identity_matching: matching } },
  };
}

function compare(holder: Readonly<Record<string, unknown>>, parameters: Parameters) {
  const score = (matches: boolean) => (matches ? 1 : 0);
  const name = fold(holder.nom) === fold(parameters.nomNaissance);
  const [given = ""] = fold(holder.prenom).split(/\s+/);
  const firstGiven = [parameters.prenoms ?? []].flat()[0];
  const givenMatches = given === fold(firstGiven);
  const birth = ["annee", "mois", "jour"].every(
    (part) => Number(holder[`${part}_date_naissance`]) === Number(parameters[`${part}DateNaissance`]),
  );
  return {
    family_name: score(name),
    given_name: score(givenMatches),
    birth_date: score(birth),
    overall_match: name && givenMatches,
  };
}
