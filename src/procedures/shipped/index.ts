import type { Procedure } from "../declaration.ts";
import { accueilDeLoisirs } from "./accueil-de-loisirs.ts";
import { aideFacultativeCcas } from "./aide-facultative-ccas.ts";
import { aideScolarite } from "./aide-scolarite.ts";
import { apa } from "./apa.ts";
import { bourseEtudes } from "./bourse-etudes.ts";
import { creche } from "./creche.ts";
import { restaurationScolaire } from "./restauration-scolaire.ts";
import { stationnementResident } from "./stationnement-resident.ts";
import { transportSolidaire } from "./transport-solidaire.ts";

/** The procedures that come with the reference portal, in the order of its first page. */
export const PROCEDURES: readonly Procedure[] = [
  restaurationScolaire,
  accueilDeLoisirs,
  creche,
  transportSolidaire,
  stationnementResident,
  aideFacultativeCcas,
  bourseEtudes,
  aideScolarite,
  apa,
];
