import { defineProcedure } from "../define/index.ts";
import { STATIONNEMENT_RESIDENT } from "../english/stationnement-resident.ts";
import { field, options } from "../options.ts";
import { bands } from "../tariff/bands.ts";
import { OTHER_WAYS, YOU } from "./shared.ts";

const HOLDERS = options({ titulaire: "Titulaire", cotitulaire: "Cotitulaire", locataire: "Locataire" });
const HOLDER = field("choice", "rattachement", "Vous êtes", {
  options: HOLDERS,
  from: "vehicule.statut_rattachement",
});
const CO2 = field("number", "co2", "Émissions de CO₂", {
  hint: "Case V.7 de la carte grise",
  unit: "g/km",
  max: 999,
  from: "vehicule.caracteristiques_techniques_vehicule.taux_co2",
});

const byEmissions = bands({
  field: "co2",
  figure: "CO₂",
  figureUnit: "g/km",
  unit: "par an",
  bands: [
    { from: 0, to: 0, cents: 0 },
    { from: 1, to: 120, cents: 6000 },
    { from: 121, cents: 12_000 },
  ],
});

/**
 * Residents’ parking. The registration certificate is read with the citizen’s own FranceConnect token and their plate,
 * for this tariff only: never for a later control. The bands by CO₂ are those of a fictional commune.
 *
 * @see https://particulier.api.gouv.fr/catalogue/ants/extrait_immatriculation_vehicule
 */
export const stationnementResident = defineProcedure({
  slug: "stationnement-resident",
  version: "2026-09-01",
  title: "Stationnement résident",
  summary: "Obtenir votre droit de stationnement de résident pour un an.",
  audience: "Les habitants du centre-ville, pour un véhicule à leur nom",
  duration: "4 minutes",
  delay: "droit ouvert sous 2 jours ouvrés",
  level: "eidas1",
  useCase: "stationnement-residentiel",
  legalBasis: ["article L2333-87 du code général des collectivités territoriales"],
  deliberation: { reference: "délibération n° 2026-029", date: "2026-04-30" },
  retentionMonths: 14,
  sources: {
    vehicule: {
      route: "extrait-immatriculation-vehicule",
      keys: ["adresse_particulier", "statut_rattachement", "caracteristiques_techniques_vehicule.taux_co2"],
      why: "vérifier que le véhicule est à votre nom et calculer votre tarif",
      needs: { immatriculation: "plaque" },
      ifMissing: { document: "Certificat d'immatriculation (carte grise) du véhicule" },
    },
  },
  steps: [
    YOU,
    {
      slug: "plaque",
      title: "Votre plaque",
      introduction: "Avec ce numéro, nous demandons pour vous les informations de la carte grise.",
      fields: [field("plate", "plaque", "Numéro d'immatriculation", { hint: "Par exemple : AB-123-CD" })],
    },
    {
      slug: "vehicule",
      title: "Votre véhicule",
      fields: [
        HOLDER,
        CO2,
        field("address", "adresse", "Adresse", {
          from: "vehicule.adresse_particulier",
          policy: "correctable",
        }),
      ],
    },
  ],
  tariff: byEmissions,
  otherWays: OTHER_WAYS,
  english: STATIONNEMENT_RESIDENT,
});
