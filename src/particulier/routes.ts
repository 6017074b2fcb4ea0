import type { z } from "zod";
import { etudiantBoursier } from "./routes/etudiant-boursier.ts";
import { extraitImmatriculationVehicule } from "./routes/extrait-immatriculation-vehicule.ts";
import { franceTravailIndemnites, franceTravailStatut } from "./routes/france-travail.ts";
import { participationFamilialeEaje } from "./routes/participation-familiale-eaje.ts";
import { quotientFamilial } from "./routes/quotient-familial.ts";
import { scolarites } from "./routes/scolarites.ts";
import { serviceCivique } from "./routes/service-civique.ts";
import { serviceNational } from "./routes/service-national.ts";
import {
  allocationAdulteHandicape,
  allocationEnfantHandicape,
  allocationRentreeScolaire,
  allocationSoutienFamilial,
  complementaireSanteSolidaire,
  primeActivite,
  revenuSolidariteActive,
} from "./routes/social-benefits.ts";
import { statutEtudiant } from "./routes/statut-etudiant.ts";
import { statutSportif } from "./routes/statut-sportif.ts";

/** Everything the State can be asked, by route name. Adding a route is adding a row and its schema. */
export const ROUTES = {
  "quotient-familial": quotientFamilial,
  "complementaire-sante-solidaire": complementaireSanteSolidaire,
  "allocation-adulte-handicape": allocationAdulteHandicape,
  "allocation-enfant-handicape": allocationEnfantHandicape,
  "allocation-soutien-familial": allocationSoutienFamilial,
  "revenu-solidarite-active": revenuSolidariteActive,
  "prime-activite": primeActivite,
  "participation-familiale-eaje": participationFamilialeEaje,
  "allocation-rentree-scolaire": allocationRentreeScolaire,
  "etudiant-boursier": etudiantBoursier,
  "statut-etudiant": statutEtudiant,
  scolarites,
  "service-national": serviceNational,
  "service-civique": serviceCivique,
  "extrait-immatriculation-vehicule": extraitImmatriculationVehicule,
  "france-travail-statut": franceTravailStatut,
  "france-travail-indemnites": franceTravailIndemnites,
  "statut-sportif": statutSportif,
} as const;

export type RouteName = keyof typeof ROUTES;

/** The `data` of a route's answer. Every key is optional: a missing scope makes it absent, with a 200. */
export type RouteData<N extends RouteName> = z.infer<(typeof ROUTES)[N]["schema"]>;

export const ROUTE_NAMES = Object.keys(ROUTES) as RouteName[];

/**
 * Whether API Particulier has a route of this name, as `passerelle particulier ROUTE` writes it.
 *
 * @see https://particulier.api.gouv.fr/developpeurs
 * @example
 * import { isRouteName } from "passerelle";
 * isRouteName("quotient-familial"); // true
 */
export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(ROUTES, name);
}
