import { z } from "zod";
import { DSS_IDENTITY } from "../parameters.ts";
import type { Route } from "../route.ts";
import { date, flag, text } from "./values.ts";

// A person without the benefit is a 200 with `est_beneficiaire: false`; a 404 says nothing about their rights.

const versions = { v3: { modes: { identite: DSS_IDENTITY, france_connect: [] } } } as const;
const CACHE_SECONDS = 3600;

/** @see https://particulier.api.gouv.fr/catalogue/cnav/complementaire_sante_solidaire */
export const complementaireSanteSolidaire = {
  name: "complementaire-sante-solidaire",
  title: "Complémentaire santé solidaire",
  resource: "dss/complementaire_sante_solidaire",
  version: "v3",
  versions,
  holder: "la Sécurité sociale",
  provider: "Sécurité sociale",
  scopes: [
    {
      name: "complementaire_sante_solidaire",
      keys: ["est_beneficiaire", "avec_participation", "date_debut_droit"],
      franceConnect: true,
    },
  ],
  schema: z.object({
    est_beneficiaire: flag,
    avec_participation: flag,
    date_debut_droit: date,
  }),
  cacheSeconds: CACHE_SECONDS,
  ping: "securite_sociale_complementaire_sante_solidaire",
} as const satisfies Route;

/** @see https://particulier.api.gouv.fr/catalogue/cnav/allocation_adulte_handicape */
export const allocationAdulteHandicape = {
  name: "allocation-adulte-handicape",
  title: "Allocation aux adultes handicapés",
  resource: "dss/allocation_adulte_handicape",
  version: "v3",
  versions,
  holder: "la CAF ou la MSA",
  provider: "CNAF & MSA",
  scopes: [
    {
      name: "allocation_adulte_handicape",
      keys: ["est_beneficiaire", "date_debut_droit"],
      franceConnect: true,
    },
  ],
  schema: z.object({ est_beneficiaire: flag, date_debut_droit: date }),
  cacheSeconds: CACHE_SECONDS,
  ping: "cnaf_msa_allocation_adulte_handicape",
} as const satisfies Route;

/** @see https://particulier.api.gouv.fr/catalogue/cnav/allocation_soutien_familial */
export const allocationSoutienFamilial = {
  name: "allocation-soutien-familial",
  title: "Allocation de soutien familial",
  resource: "dss/allocation_soutien_familial",
  version: "v3",
  versions,
  holder: "la CAF ou la MSA",
  provider: "CNAF & MSA",
  scopes: [
    {
      name: "allocation_soutien_familial",
      keys: ["est_beneficiaire", "date_debut_droit"],
      franceConnect: true,
    },
  ],
  schema: z.object({ est_beneficiaire: flag, date_debut_droit: date }),
  cacheSeconds: CACHE_SECONDS,
  ping: "cnaf_msa_allocation_soutien_familial",
} as const satisfies Route;

const withIncrease = z.object({
  est_beneficiaire: flag,
  avec_majoration: flag,
  date_debut_droit: date,
});

/** @see https://particulier.api.gouv.fr/catalogue/cnav/revenu_solidarite_active */
export const revenuSolidariteActive = {
  name: "revenu-solidarite-active",
  title: "Revenu de solidarité active",
  resource: "dss/revenu_solidarite_active",
  version: "v3",
  versions,
  holder: "la CAF ou la MSA",
  provider: "CNAF & MSA",
  scopes: [
    {
      name: "revenu_solidarite_active",
      keys: ["est_beneficiaire", "date_debut_droit"],
      franceConnect: true,
    },
    { name: "revenu_solidarite_active_majoration", keys: ["avec_majoration"], franceConnect: true },
  ],
  schema: withIncrease,
  cacheSeconds: CACHE_SECONDS,
  ping: "cnaf_msa_revenu_solidarite_active",
} as const satisfies Route;

/** @see https://particulier.api.gouv.fr/catalogue/cnav/prime_activite */
export const primeActivite = {
  name: "prime-activite",
  title: "Prime d’activité",
  resource: "dss/prime_activite",
  version: "v3",
  versions,
  holder: "la CAF ou la MSA",
  provider: "CNAF & MSA",
  scopes: [
    { name: "prime_activite", keys: ["est_beneficiaire", "date_debut_droit"], franceConnect: true },
    { name: "prime_activite_majoration", keys: ["avec_majoration"], franceConnect: true },
  ],
  schema: withIncrease,
  cacheSeconds: CACHE_SECONDS,
  ping: "cnaf_msa_prime_activite",
} as const satisfies Route;

// AEEH and ARS say `status`, not `est_beneficiaire`. FranceConnect's public list of scopes has neither.
const byStatus = z.object({ status: text, date_debut_droit: date });

/** @see https://particulier.api.gouv.fr/catalogue/cnav/allocation_enfant_handicape */
export const allocationEnfantHandicape = {
  name: "allocation-enfant-handicape",
  title: "Allocation d’éducation de l’enfant handicapé",
  resource: "dss/allocation_enfant_handicape",
  version: "v3",
  versions,
  holder: "la CAF ou la MSA",
  provider: "CNAF & MSA",
  scopes: [
    {
      name: "cnav_allocation_enfant_handicape",
      keys: ["status", "date_debut_droit"],
      franceConnect: false,
    },
  ],
  schema: byStatus,
  cacheSeconds: CACHE_SECONDS,
  ping: "cnav_allocation_enfant_handicape",
} as const satisfies Route;

/** @see https://particulier.api.gouv.fr/catalogue/cnav/allocation_rentree_scolaire */
export const allocationRentreeScolaire = {
  name: "allocation-rentree-scolaire",
  title: "Allocation de rentrée scolaire",
  resource: "dss/allocation_rentree_scolaire",
  version: "v3",
  versions,
  holder: "la CAF ou la MSA",
  provider: "CNAF & MSA",
  scopes: [
    {
      name: "cnav_allocation_rentree_scolaire",
      keys: ["status", "date_debut_droit"],
      franceConnect: false,
    },
  ],
  schema: byStatus,
  cacheSeconds: CACHE_SECONDS,
} as const satisfies Route;
