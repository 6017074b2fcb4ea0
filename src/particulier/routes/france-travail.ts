import { z } from "zod";
import { BY_IDENTIFIANT } from "../parameters.ts";
import type { Route } from "../route.ts";
import { date, number, text } from "./values.ts";

const versions = { v3: { modes: { identifiant: BY_IDENTIFIANT } } } as const;

/**
 * A job seeker's registration, by their France Travail identifier.
 * @see https://particulier.api.gouv.fr/catalogue/pole_emploi/situation
 */
export const franceTravailStatut = {
  name: "france-travail-statut",
  title: "Inscription à France Travail",
  resource: "france_travail/statut",
  version: "v3",
  versions,
  holder: "France Travail",
  provider: "France Travail",
  scopes: [
    { name: "pole_emploi_identifiant", keys: ["identifiant"], franceConnect: false },
    { name: "pole_emploi_identite", keys: ["identite"], franceConnect: false },
    { name: "pole_emploi_contact", keys: ["contact"], franceConnect: false },
    { name: "pole_emploi_adresse", keys: ["adresse"], franceConnect: false },
    { name: "pole_emploi_inscription", keys: ["inscription"], franceConnect: false },
  ],
  schema: z.object({
    identifiant: text,
    identite: z
      .object({
        civilite: text,
        nom_naissance: text,
        nom_usage: text,
        prenom: text,
        sexe: text,
        date_naissance: date,
      })
      .nullish(),
    contact: z.object({ telephone: text, telephone2: text, email: text }).nullish(),
    adresse: z
      .object({
        code_postal: text,
        code_cog_insee_commune: text,
        localite: text,
        ligne_voie: text,
        ligne_complement_destinataire: text,
        ligne_complement_adresse: text,
        ligne_complement_distribution: text,
        ligne_nom: text,
      })
      .nullish(),
    inscription: z
      .object({
        date_debut: date,
        date_fin: date,
        categorie: z.object({ code: number, libelle: text }).nullish(),
        code_certification_cnav: text,
      })
      .nullish(),
  }),
  people: { keys: ["identite"], scopes: ["pole_emploi_identite"] },
  cacheSeconds: 0,
  ping: "pole_emploi_status",
} as const satisfies Route;

/**
 * What France Travail paid, by the job seeker's identifier.
 * @see https://particulier.api.gouv.fr/catalogue/pole_emploi/indemnites
 */
export const franceTravailIndemnites = {
  name: "france-travail-indemnites",
  title: "Paiements versés par France Travail",
  resource: "france_travail/indemnites",
  version: "v3",
  versions,
  holder: "France Travail",
  provider: "France Travail",
  // `identifiant` is written whatever the scopes.
  scopes: [{ name: "pole_emploi_paiements", keys: ["paiements", "identifiant"], franceConnect: false }],
  schema: z.object({
    identifiant: text,
    paiements: z
      .array(
        z.object({
          date_versement: date,
          montant_total: number,
          montant_allocations: number,
          montant_aides: number,
          montant_autres: number,
        }),
      )
      .nullish(),
  }),
  cacheSeconds: 0,
  ping: "pole_emploi_indemnites",
} as const satisfies Route;
