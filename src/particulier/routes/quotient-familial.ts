import { z } from "zod";
import { DSS_IDENTITY, PERIOD } from "../parameters.ts";
import type { Route } from "../route.ts";
import { familyMember, postalAddress } from "./people.ts";

/**
 * The quotient familial of CNAF and MSA, the family and its declared address.
 * The family is always that of the current month, whatever month is asked.
 * @see https://particulier.api.gouv.fr/catalogue/cnav/quotient_familial
 */
export const quotientFamilial = {
  name: "quotient-familial",
  title: "Quotient familial et composition de la famille",
  resource: "dss/quotient_familial",
  version: "v3",
  versions: { v3: { modes: { identite: [...DSS_IDENTITY, ...PERIOD], france_connect: PERIOD } } },
  holder: "la CAF ou la MSA",
  provider: "CNAF & MSA",
  scopes: [
    { name: "cnaf_quotient_familial", keys: ["quotient_familial"], franceConnect: true },
    { name: "cnaf_allocataires", keys: ["allocataires"], franceConnect: true },
    { name: "cnaf_enfants", keys: ["enfants"], franceConnect: true },
    { name: "cnaf_adresse", keys: ["adresse"], franceConnect: true },
  ],
  schema: z.object({
    allocataires: z.array(familyMember).nullish(),
    enfants: z.array(familyMember).nullish(),
    adresse: postalAddress.nullish(),
    quotient_familial: z
      .object({
        fournisseur: z.string(),
        valeur: z.number().int().nonnegative(),
        annee: z.number().int(),
        mois: z.number().int(),
        annee_calcul: z.number().int().nullish(),
        mois_calcul: z.number().int().nullish(),
      })
      .nullish(),
  }),
  people: { keys: ["allocataires"], scopes: ["cnaf_allocataires"] },
  cacheSeconds: 86_400,
  ping: "cnaf_msa_quotient_familial",
} as const satisfies Route;
