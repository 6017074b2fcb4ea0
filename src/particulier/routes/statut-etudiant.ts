import { z } from "zod";
import { BY_INE, MESRI_IDENTITY } from "../parameters.ts";
import type { Route } from "../route.ts";
import { date, flag, text } from "./values.ts";

/**
 * Admissions and enrolments in higher education; about two students in three are covered.
 * `est_inscrit: false` means admitted, not enrolled.
 * @see https://particulier.api.gouv.fr/catalogue/mesri/statut_etudiant
 */
export const statutEtudiant = {
  name: "statut-etudiant",
  title: "Statut d’étudiant",
  resource: "mesri/statut_etudiant",
  version: "v3",
  versions: { v3: { modes: { identite: MESRI_IDENTITY, france_connect: [], ine: BY_INE } } },
  holder: "le ministère de l’Enseignement supérieur",
  provider: "MESRI",
  scopes: [
    { name: "mesri_identite", keys: ["identite"], franceConnect: false },
    { name: "mesri_admissions", keys: ["admissions"], franceConnect: true },
    { name: "mesri_admission_inscrit", keys: ["admissions.est_inscrit"], franceConnect: true },
    {
      name: "mesri_admission_regime_formation",
      keys: ["admissions.regime_formation"],
      franceConnect: true,
    },
    {
      name: "mesri_admission_commune_etudes",
      keys: ["admissions.code_cog_insee_commune"],
      franceConnect: true,
    },
    // FranceConnect's public source spells it `…_etude`, so its tokens do not unmask the key.
    {
      name: "mesri_admission_etablissement_etudes",
      keys: ["admissions.etablissement_etudes"],
      franceConnect: false,
    },
  ],
  schema: z.object({
    identite: z
      .object({
        nom_naissance: text,
        prenom: text,
        date_naissance: date,
      })
      .nullish(),
    admissions: z
      .array(
        z.object({
          date_debut: date,
          date_fin: date,
          est_inscrit: flag,
          regime_formation: z.object({ code: text, libelle: text }).nullish(),
          code_cog_insee_commune: text,
          etablissement_etudes: z.object({ uai: text, nom: text }).nullish(),
        }),
      )
      .nullish(),
  }),
  people: { keys: ["identite"], scopes: ["mesri_identite"] },
  cacheSeconds: 0,
  ping: "mesri_statut_etudiant_identite",
} as const satisfies Route;
