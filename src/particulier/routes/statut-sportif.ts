import { z } from "zod";
import { BY_IDENTIFIANT } from "../parameters.ts";
import type { Route } from "../route.ts";
import { date, flag, number, text } from "./values.ts";

const record = z.object({
  periode: z.object({ date_debut_statut: date, date_fin_statut: date }).nullish(),
  federation: z.object({ code_federation: text, nom_federation: text, nom_court_federation: text }).nullish(),
  etablissement: z.object({ code_etablissement: text, nom_etablissement: text }).nullish(),
  region: z.object({ code_region: text, nom_region: text }).nullish(),
  categorie: z.object({ code_categorie: text, nom_categorie: text, valeur: text }).nullish(),
  sportif_de_haut_niveau: flag,
});

/**
 * High-level athletes, by their SI Sports number.
 * @see https://particulier.api.gouv.fr/catalogue/sport_data_hub/statut_sportif
 */
export const statutSportif = {
  name: "statut-sportif",
  title: "Statut de sportif de haut niveau",
  resource: "sdh/statut_sportif",
  version: "v3",
  versions: { v3: { modes: { identifiant: BY_IDENTIFIANT } } },
  holder: "le ministère des Sports",
  provider: "SDH",
  scopes: [
    { name: "sdh_statut_sportif_identite", keys: ["identite"], franceConnect: false },
    {
      name: "sdh_statut_sportif_est_sportif_de_haut_niveau",
      keys: ["est_sportif_de_haut_niveau"],
      franceConnect: false,
    },
    {
      name: "sdh_statut_sportif_a_ete_sportif_de_haut_niveau",
      keys: ["a_ete_sportif_de_haut_niveau"],
      franceConnect: false,
    },
    {
      name: "sdh_statut_sportif_informations_statut",
      keys: ["informations_statut"],
      franceConnect: false,
    },
    {
      name: "sdh_statut_sportif_informations_statuts_precedents",
      keys: ["informations_statuts_precedents"],
      franceConnect: false,
    },
  ],
  schema: z.object({
    identite: z
      .object({
        nom_naissance: text,
        nom_usage: text,
        prenoms: text,
        date_naissance: date,
        sexe: text,
      })
      .nullish(),
    est_sportif_de_haut_niveau: flag,
    a_ete_sportif_de_haut_niveau: flag,
    informations_statut: record.nullish(),
    informations_statuts_precedents: z.array(record.extend({ fiche: number })).nullish(),
  }),
  people: { keys: ["identite"], scopes: ["sdh_statut_sportif_identite"] },
  cacheSeconds: 0,
  ping: "sdh_statut_sportif",
} as const satisfies Route;
