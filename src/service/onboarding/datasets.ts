import type { Onboarding } from "../../onboarding/index.ts";

/** One column, in the words of Table Schema. */
export interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "date" | "datetime";
  readonly description: string;
}

export type Row = Readonly<Record<string, string | number | undefined>>;

/** One table that anybody may reuse. */
export interface Dataset {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  rows(onboarding: Onboarding, campaign: string): Promise<readonly Row[]>;
}

/** Everything published: adding a table is adding a row here. */
export const DATASETS: readonly Dataset[] = [
  {
    name: "courbe",
    title: "La courbe : nécessaire et atteint, mois par mois",
    fields: [
      { name: "jour", type: "date", description: "Fin de mois, début de campagne ou jour de la lecture" },
      { name: "necessaire", type: "integer", description: "Nombre sur la droite du départ à l’objectif" },
      { name: "atteint", type: "integer", description: "Nombre atteint ce jour ; vide dans l’avenir" },
    ],
    rows: async (onboarding, campaign) =>
      (await onboarding.overview(campaign)).curve.map(({ day, required, actual }) => ({
        jour: day,
        necessaire: required,
        atteint: actual,
      })),
  },
  {
    name: "etapes",
    title: "Les étapes : combien, en attente, en retard, en combien de jours",
    fields: [
      { name: "etape", type: "string", description: "Identifiant de l’étape" },
      { name: "titre", type: "string", description: "Nom de l’étape" },
      { name: "atteinte", type: "integer", description: "Collectivités qui l’ont atteinte" },
      { name: "en_attente", type: "integer", description: "Collectivités dont c’est la prochaine étape" },
      {
        name: "en_retard",
        type: "integer",
        description: "Celles d’entre elles qui attendent plus que d’habitude",
      },
      {
        name: "jours_medians",
        type: "number",
        description: "Médiane des jours depuis l’étape précédente connue",
      },
      { name: "jours_habituels", type: "integer", description: "Au-delà, une attente est un retard" },
      { name: "acteur", type: "string", description: "À qui d’agir" },
    ],
    rows: async (onboarding, campaign) =>
      (await onboarding.overview(campaign)).funnel.map((stage) => ({
        etape: stage.slug,
        titre: stage.title,
        atteinte: stage.reached,
        en_attente: stage.waiting,
        en_retard: stage.stalled,
        jours_medians: stage.medianDays,
        jours_habituels: stage.usualDays,
        acteur: stage.owner,
      })),
  },
  {
    name: "groupes",
    title: "Par strate, département, éditeur et opérateur",
    fields: [
      { name: "dimension", type: "string", description: "stratum, departement, vendor ou opsn" },
      {
        name: "cle",
        type: "string",
        description: "Identifiant du groupe ; code officiel pour un département",
      },
      { name: "nom", type: "string", description: "Nom du groupe" },
      {
        name: "atteint",
        type: "integer",
        description: "Collectivités du groupe qui ont atteint l’étape comptée",
      },
      { name: "sur", type: "integer", description: "Toutes les collectivités du groupe" },
    ],
    rows: async (onboarding, campaign) =>
      Object.entries((await onboarding.overview(campaign)).breakdowns).flatMap(([dimension, rates]) =>
        rates.map(({ key, name, reached, of }) => ({
          dimension,
          cle: key,
          nom: name,
          atteint: reached,
          sur: of,
        })),
      ),
  },
  {
    name: "trimestres",
    title: "Les trimestres clos, figés",
    fields: [
      { name: "trimestre", type: "string", description: "2021-Q4" },
      { name: "jour", type: "date", description: "Son dernier jour" },
      { name: "atteint", type: "integer", description: "Nombre atteint ce jour" },
      { name: "necessaire", type: "integer", description: "Nombre sur la droite du départ à l’objectif" },
      { name: "objectif", type: "integer", description: "Objectif de la campagne" },
      { name: "arrivees", type: "integer", description: "Arrivées prouvées depuis le début de la campagne" },
      {
        name: "subventions",
        type: "integer",
        description: "Collectivités à qui une subvention avait été versée",
      },
      { name: "methode", type: "string", description: "Version de la méthode de calcul" },
      { name: "fige_le", type: "datetime", description: "Instant où ces chiffres ont été figés" },
    ],
    rows: async (onboarding, campaign) =>
      (await onboarding.quarters(campaign)).map((figures) => ({
        trimestre: figures.quarter,
        jour: figures.day,
        atteint: figures.actual,
        necessaire: figures.required,
        objectif: figures.target,
        arrivees: figures.arrivals,
        subventions: figures.funded,
        methode: figures.method,
        fige_le: figures.frozenAt,
      })),
  },
];

/** The columns of a table in the format that data.gouv.fr validates. @see https://specs.frictionlessdata.io/table-schema/ */
export function tableSchema({ name, title, fields }: Dataset) {
  return {
    $schema: "https://specs.frictionlessdata.io/schemas/table-schema.json",
    name: `passerelle-deploiement-${name}`,
    title,
    fields,
  };
}
