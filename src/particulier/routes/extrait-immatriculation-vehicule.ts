import { z } from "zod";
import { BY_IMMATRICULATION } from "../parameters.ts";
import type { Route } from "../route.ts";
import { date, number, text } from "./values.ts";

const coded = z.object({ code: text, label: text }).nullish();

/**
 * The registration certificate, for residents' parking only. FranceConnect mode only: the platform compares the
 * holder with the citizen and answers 404 `42005` when they differ.
 * @see https://particulier.api.gouv.fr/catalogue/ants/extrait_immatriculation_vehicule
 */
export const extraitImmatriculationVehicule = {
  name: "extrait-immatriculation-vehicule",
  title: "Extrait du certificat d’immatriculation",
  resource: "ants/extrait_immatriculation_vehicule",
  version: "v3",
  versions: { v3: { modes: { france_connect: BY_IMMATRICULATION } } },
  holder: "l’Agence nationale des titres sécurisés",
  provider: "ANTS",
  scopes: [
    // Unlike every other `_identite` scope, this one is not dropped: the key is written unconditionally.
    {
      name: "ants_extrait_immatriculation_vehicule_identite_particulier",
      keys: ["identite_particulier"],
      franceConnect: true,
    },
    {
      name: "ants_extrait_immatriculation_vehicule_adresse_particulier",
      keys: ["adresse_particulier"],
      franceConnect: true,
    },
    {
      name: "ants_extrait_immatriculation_vehicule_statut_rattachement",
      keys: ["statut_rattachement"],
      franceConnect: true,
    },
    {
      name: "ants_extrait_immatriculation_vehicule_donnees_immatriculation_vehicule",
      keys: ["donnees_immatriculation_vehicule"],
      franceConnect: true,
    },
    {
      name: "ants_extrait_immatriculation_vehicule_caracteristiques_techniques_vehicule",
      keys: ["caracteristiques_techniques_vehicule"],
      franceConnect: true,
    },
  ],
  schema: z.object({
    identite_particulier: z
      .object({
        nom: text,
        prenom: text,
        sexe_etat_civil: text,
        annee_date_naissance: number,
        mois_date_naissance: number,
        jour_date_naissance: number,
        code_departement_naissance: text,
      })
      .nullish(),
    adresse_particulier: z
      .object({
        num_voie: text,
        type_voie: text,
        libelle_voie: text,
        code_postal_ville: text,
        libelle_commune: text,
        extension: text,
        etage_escalier_appartement: text,
        lieu_dit: text,
        complement_information: text,
        pays: text,
      })
      .nullish(),
    statut_rattachement: text,
    donnees_immatriculation_vehicule: z
      .object({
        numero_immatriculation: text,
        date_premiere_immatriculation: date,
        statut_location: coded,
      })
      .nullish(),
    caracteristiques_techniques_vehicule: z
      .object({
        marque: text,
        type_variante_version: text,
        denomination_commerciale: text,
        masse_charge_maximale: number,
        categorie_vehicule: coded,
        genre_national: coded,
        cylindree: number,
        type_carburant: coded,
        taux_co2: number,
        classe_environnementale: coded,
      })
      .nullish(),
  }),
  people: {
    keys: ["identite_particulier"],
    scopes: ["ants_extrait_immatriculation_vehicule_identite_particulier"],
  },
  cacheSeconds: 0,
  ping: "ants",
} as const satisfies Route;
