import { z } from "zod";
import { MEN_IDENTITY } from "../parameters.ts";
import type { Route } from "../route.ts";

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
        nom: z.string().nullish(),
        prenom: z.string().nullish(),
        sexe: z.string().nullish(),
        date_naissance: z.string().nullish(),
      })
      .nullish(),
    module_elementaire_formation: z
      .object({ code_mef_stat: z.string().nullish(), libelle: z.string().nullish() })
      .nullish(),
    etablissement: z
      .object({
        code_uai: z.string().nullish(),
        // Not in the description, but in the official answers.
        nom: z.string().nullish(),
        code_ministere_tutelle: z.string().nullish(),
      })
      .nullish(),
    annee_scolaire: z.string().nullish(),
    est_scolarise: z.boolean().nullish(),
    statut_eleve: z.object({ code: z.string().nullish(), libelle: z.string().nullish() }).nullish(),
    est_boursier: z.boolean().nullish(),
    echelon_bourse: z.union([z.number(), z.string()]).nullish(),
    regime_pensionnat: z.object({ code: z.string().nullish(), libelle: z.string().nullish() }).nullish(),
  }),
  exactlyOne: ["codeEtablissement", "codesBcnDepartements", "codesBcnRegions"],
  people: { keys: ["identite"], scopes: ["men_statut_identite"] },
  cacheSeconds: 0,
  ping: "men_scolarite",
} as const satisfies Route;
