import { z } from "zod";
import { MEN_IDENTITY } from "../parameters.ts";
import type { Route } from "../route.ts";
import { date, flag, text } from "./values.ts";

const modes = { identite: MEN_IDENTITY } as const;

/**
 * A pupil's school, grant and boarding regime. The identity is the pupil's, hence no FranceConnect mode.
 * `est_boursier: false` is not reliable before mid-October.
 * @see https://particulier.api.gouv.fr/catalogue/education_nationale/statut_eleve_scolarise
 */
export const scolarites = {
  name: "scolarites",
  title: "Statut d’élève scolarisé et boursier",
  resource: "men/scolarites",
  version: "v5",
  versions: { v3: { modes, deprecated: true }, v4: { modes, deprecated: true }, v5: { modes } },
  holder: "le ministère de l’Éducation nationale",
  provider: "MEN",
  scopes: [
    { name: "men_statut_identite", keys: ["identite"], franceConnect: false },
    {
      name: "men_statut_scolarite",
      keys: ["annee_scolaire", "est_scolarise", "statut_eleve"],
      franceConnect: false,
    },
    { name: "men_statut_etablissement", keys: ["etablissement"], franceConnect: false },
    {
      name: "men_statut_module_elementaire_formation",
      keys: ["module_elementaire_formation"],
      franceConnect: false,
    },
    { name: "men_statut_boursier", keys: ["est_boursier"], franceConnect: false },
    { name: "men_echelon_bourse", keys: ["echelon_bourse"], franceConnect: false },
    { name: "men_regime_pensionnat", keys: ["regime_pensionnat"], since: "v5", franceConnect: false },
  ],
  schema: z.object({
    identite: z
      .object({
        nom: text,
        prenom: text,
        sexe: text,
        date_naissance: date,
      })
      .nullish(),
    module_elementaire_formation: z.object({ code_mef_stat: text, libelle: text }).nullish(),
    etablissement: z
      .object({
        code_uai: text,
        // Not in the description, but in the official answers.
        nom: text,
        code_ministere_tutelle: text,
      })
      .nullish(),
    annee_scolaire: text,
    est_scolarise: flag,
    statut_eleve: z.object({ code: text, libelle: text }).nullish(),
    est_boursier: flag,
    echelon_bourse: z.union([z.number(), z.string()]).nullish(),
    regime_pensionnat: z.object({ code: text, libelle: text }).nullish(),
  }),
  exactlyOne: ["codeEtablissement", "codesBcnDepartements", "codesBcnRegions"],
  people: { keys: ["identite"], scopes: ["men_statut_identite"] },
  cacheSeconds: 0,
  ping: "men_scolarite",
} as const satisfies Route;
