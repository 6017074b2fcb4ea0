import { type Answer, PLAIN_JSON } from "./answer.ts";
import type { Platform } from "./platform.ts";

/** The providers whose state the platform publishes: identifier, and name on the status page. */
export const PINGS: Readonly<Record<string, string>> = {
  ants: "ANTS - Extrait Immatriculation Vehicule",
  dsnj_service_national: "DSNJ - Service National",
  pole_emploi_status: "France Travail - Statut demandeur d'emploi",
  pole_emploi_indemnites: "France Travail - Paiements versés",
  men_scolarite: "Ministère de l'Éducation nationale - Status élève scolarisé et boursier",
  cnous_etudiant_boursier_ine: "CNOUS - Statut étudiant boursier (via le numéro INE)",
  cnous_etudiant_boursier_identite: "CNOUS - Statut étudiant boursier (via l'état civil)",
  cnous_etudiant_boursier_france_connect: "CNOUS - Statut étudiant boursier (FranceConnecté)",
  mesri_statut_etudiant_ine: "MESRI - Statut étudiant (via le numéro INE)",
  mesri_statut_etudiant_identite: "MESRI - Statut étudiant (via l'état civil et FranceConnect)",
  cnaf_msa_quotient_familial: "MSA & CNAV - Quotient familial (v2)",
  cnaf_msa_revenu_solidarite_active: "MSA & CNAV - Revenu Solidarite Active",
  cnaf_msa_allocation_soutien_familial: "MSA & CNAV - Allocation Soutien Familial",
  cnaf_msa_allocation_adulte_handicape: "MSA & CNAV - Allocation Adulte Handicape",
  cnaf_msa_prime_activite: "MSA & CNAV - Prime Activite",
  cnaf_msa_participation_familiale_eaje: "MSA & CNAV - PSU Participation Familiale EAJE",
  securite_sociale_complementaire_sante_solidaire: "Sécurité sociale - Complémentaire santé solidaire",
  cnav_allocation_enfant_handicape: "CNAV - Allocation d'éducation de l'enfant handicapé",
  gip_mds_service_civique: "GIP-MDS - Service civique",
  sdh_statut_sportif: "SDH - Statut sportif",
  franceconnect: "FranceConnect",
};

/** The state of one provider; 502 only when it is `bad_gateway`. */
export function answerPing(provider: string, { faults, now }: Platform): Answer {
  const headers = { "Content-Type": PLAIN_JSON };
  if (!Object.hasOwn(PINGS, provider)) return { status: 404, headers, body: {} };
  const at = now().toISOString();
  const well: Answer = { status: 200, body: { status: "ok", last_update: at, last_ok_status: at } };
  return { headers, ...(faults.onPing() ?? well) };
}
