import { INDICATORS, type QuarterIndicators } from "../../dossiers/index.ts";

/** One column, in the words of Table Schema. @see https://specs.frictionlessdata.io/table-schema/ */
interface Field {
  readonly name: string;
  readonly type: "string" | "number" | "integer" | "boolean" | "datetime";
  readonly description: string;
}

/** The columns of `indicateurs`. */
export const FIELDS: readonly Field[] = [
  { name: "trimestre", type: "string", description: "2026-Q4" },
  { name: "demarche", type: "string", description: "Identifiant de la démarche" },
  { name: "titre", type: "string", description: "Nom de la démarche" },
  { name: "version", type: "string", description: "Version de la déclaration de la démarche" },
  { name: "indicateur", type: "string", description: "Identifiant de l’indicateur" },
  { name: "libelle", type: "string", description: "Nom de l’indicateur" },
  { name: "valeur", type: "string", description: "En toutes lettres, sur l’échelle de l’indicateur" },
  { name: "chiffre", type: "number", description: "Note sur 10, pourcentage ou nombre ; vide sans chiffre" },
  { name: "base", type: "integer", description: "Réponses ou demandes sur lesquelles il repose" },
  { name: "objectif_atteint", type: "boolean", description: "Vide où il n’y a pas d’objectif" },
  { name: "compte_depuis", type: "datetime", description: "Début du comptage sur ce portail" },
  { name: "methode", type: "string", description: "Version de la méthode de calcul" },
  { name: "fige_le", type: "datetime", description: "Vide tant que le trimestre dure" },
];

export const TABLE_SCHEMA = {
  $schema: "https://specs.frictionlessdata.io/schemas/table-schema.json",
  name: "passerelle-qualite-indicateurs",
  title: "Indicateurs de qualité des démarches, alignés sur « Vos démarches essentielles »",
  fields: FIELDS,
};

export type Row = Readonly<Record<string, string | number | boolean | undefined>>;

/** What may be told outside: an indicator that rests on too few opinions loses its figure. */
export const UNPUBLISHED = "Trop peu d’avis";

export function rowsOf(quarters: readonly QuarterIndicators[]): readonly Row[] {
  return quarters.flatMap(
    ({ quarter, procedure, title, version, method, countedSince, frozenAt, indicators }) =>
      indicators.map(({ slug, value, figure, base, goalReached, published }) => ({
        trimestre: quarter,
        demarche: procedure,
        titre: title,
        version,
        indicateur: slug,
        libelle: INDICATORS.find((row) => row.slug === slug)?.label,
        valeur: published ? value : UNPUBLISHED,
        ...(published && { chiffre: figure, base, objectif_atteint: goalReached }),
        compte_depuis: countedSince,
        methode: method,
        fige_le: frozenAt,
      })),
  );
}
