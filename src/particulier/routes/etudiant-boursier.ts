import { z } from "zod";
import { BY_INE, CAMPAIGN_YEAR, CNOUS_IDENTITY } from "../parameters.ts";
import type { Route } from "../route.ts";
import { date, flag, number, text } from "./values.ts";

const campaign = {
  modes: {
    identite: [...CNOUS_IDENTITY, ...CAMPAIGN_YEAR],
    france_connect: CAMPAIGN_YEAR,
    ine: [...BY_INE, ...CAMPAIGN_YEAR],
  },
} as const;

/**
 * The CNOUS grant. v3 (deprecated) says `est_boursier` at the root, v4 says `statut_boursier`, v5 adds `ine`.
 * v4 is the default: it is the newest one that the published OpenAPI description holds.
 * @see https://particulier.api.gouv.fr/catalogue/cnous/statut_etudiant_boursier
 */
export const etudiantBoursier = {
  name: "etudiant-boursier",
  title: "Statut d’étudiant boursier",
  resource: "cnous/etudiant_boursier",
  version: "v4",
  versions: {
    v3: {
      modes: { identite: CNOUS_IDENTITY, france_connect: [], ine: BY_INE },
      deprecated: true,
    },
    v4: campaign,
    v5: campaign,
  },
  holder: "le CNOUS",
  provider: "CNOUS",
  scopes: [
    { name: "cnous_statut_boursier", keys: ["statut_boursier", "est_boursier"], franceConnect: true },
    { name: "cnous_echelon_bourse", keys: ["echelon_bourse"], franceConnect: true },
    { name: "cnous_email", keys: ["email"], franceConnect: true },
    { name: "cnous_periode_versement", keys: ["periode_versement_bourse"], franceConnect: true },
    { name: "cnous_ville_etudes", keys: ["etablissement_etudes"], franceConnect: true },
    // API Particulier drops every scope containing `_identite` from a FranceConnect token, by FranceConnect's demand.
    { name: "cnous_identite", keys: ["identite"], franceConnect: false },
    { name: "cnous_ine", keys: ["ine"], since: "v5", franceConnect: false },
  ],
  schema: z.object({
    est_boursier: flag,
    statut_boursier: z
      .object({
        est_boursier: z.boolean(),
        est_radie: flag,
        date_radiation: date,
      })
      .nullish(),
    periode_versement_bourse: z.object({ date_rentree: date, duree: number }).nullish(),
    etablissement_etudes: z.object({ nom_commune: text, nom_etablissement: text }).nullish(),
    echelon_bourse: z
      .object({
        // « 0bis » to « 7 »: a string by the description, seen as a number.
        echelon: z.union([z.string(), z.number()]).nullish(),
        echelon_bourse_regionale_provisoire: flag,
      })
      .nullish(),
    email: text,
    ine: text,
    identite: z
      .object({
        nom: text,
        prenoms: z.array(z.string()).nullish(),
        date_naissance: date,
        nom_commune_naissance: text,
        sexe: text,
      })
      .nullish(),
  }),
  people: { keys: ["identite"], scopes: ["cnous_identite"] },
  cacheSeconds: 0,
  ping: "cnous_etudiant_boursier_identite",
} as const satisfies Route;
