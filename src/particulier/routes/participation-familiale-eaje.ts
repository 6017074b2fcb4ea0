import { z } from "zod";
import { DSS_IDENTITY } from "../parameters.ts";
import type { Route } from "../route.ts";
import { familyMember, postalAddress } from "./people.ts";
import { text } from "./values.ts";

const memberWithBirthPlace = familyMember.extend({ code_cog_insee_commune_naissance: text });

/**
 * What the family's share of a crèche is computed from. Only for families with a child under 7.
 * FranceConnect's public list has none of the scopes, so the FranceConnect mode answers 403 as of 2026.
 * @see https://particulier.api.gouv.fr/catalogue/cnav/participation_familiale_eaje
 */
export const participationFamilialeEaje = {
  name: "participation-familiale-eaje",
  title: "Participation familiale en établissement d’accueil du jeune enfant",
  resource: "dss/participation_familiale_eaje",
  version: "v3",
  versions: { v3: { modes: { identite: DSS_IDENTITY, france_connect: [] } } },
  holder: "la CAF ou la MSA",
  provider: "CNAF & MSA",
  scopes: [
    {
      name: "cnav_participation_familiale_eaje_allocataires",
      keys: ["allocataires"],
      franceConnect: false,
    },
    { name: "cnav_participation_familiale_eaje_enfants", keys: ["enfants"], franceConnect: false },
    { name: "cnav_participation_familiale_eaje_adresse", keys: ["adresse"], franceConnect: false },
    {
      name: "cnav_participation_familiale_eaje_parametres_calcul",
      keys: ["parametres_calcul_participation_familiale"],
      franceConnect: false,
    },
  ],
  schema: z.object({
    allocataires: z.array(memberWithBirthPlace).nullish(),
    enfants: z.array(memberWithBirthPlace).nullish(),
    adresse: postalAddress.nullish(),
    parametres_calcul_participation_familiale: z
      .object({
        nombre_enfants_a_charge: z.number().int().nullish(),
        nombre_enfants_beneficiaire_aeeh: z.number().int().nullish(),
        base_ressources_annuelles: z
          .object({ valeur: z.number().int(), annee_calcul: z.number().int().nullish() })
          .nullish(),
      })
      .nullish(),
  }),
  people: { keys: ["allocataires"], scopes: ["cnav_participation_familiale_eaje_allocataires"] },
  cacheSeconds: 3600,
  ping: "cnaf_msa_participation_familiale_eaje",
} as const satisfies Route;
