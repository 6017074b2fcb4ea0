import { defineProcedure } from "../define/index.ts";
import { field, options } from "../options.ts";
import { psu } from "../tariff/psu.ts";
import { OTHER_WAYS, YOU } from "./shared.ts";

const PARAMETERS = "psu.parametres_calcul_participation_familiale";
const HALF_DAYS = options({
  "1-2": "1 ou 2 jours par semaine",
  "3-4": "3 ou 4 jours",
  "tous-les-jours": "5 jours",
});

/**
 * A place in a crèche under the prestation de service unique. The family’s share follows the national scale, from the
 * resources that the Cnaf itself uses: never from the quotient familial, nor from the tax assessment.
 * The floor is published each year (801 € a month is the one of 2025): set it every January.
 *
 * @see https://particulier.api.gouv.fr/catalogue/cnav/participation_familiale_eaje
 * @see https://caf.fr/professionnels/actualites/le-plafond-de-ressources-mensuelles-en-hausse-pour-les-eaje-au-1er-septembre-2025
 */
export const creche = defineProcedure({
  slug: "accueil-en-creche",
  version: "2026-09-01",
  title: "Accueil en crèche",
  summary: "Demander une place en crèche et connaître votre participation horaire.",
  audience: "Les parents d'un enfant de moins de 4 ans, né ou à naître",
  duration: "8 minutes",
  delay: "réponse après la commission d'attribution, en mai ou en octobre",
  level: "eidas1",
  useCase: "participation_familiale_eaje",
  legalBasis: [
    "article L214-1-1 du code de l'action sociale et des familles",
    "article R2324-16 du code de la santé publique",
  ],
  deliberation: { reference: "délibération n° 2026-017", date: "2026-03-12" },
  retentionMonths: 36,
  sources: {
    psu: {
      route: "participation-familiale-eaje",
      keys: ["parametres_calcul_participation_familiale", "enfants", "adresse"],
      why: "calculer votre participation selon le barème national",
      ifMissing: { document: "Attestation CDAP de la CAF, ou avis d'imposition de l'avant-dernière année" },
    },
  },
  steps: [
    YOU,
    {
      slug: "foyer",
      title: "Votre foyer",
      fields: [
        field("address", "adresse", "Adresse", { from: "psu.adresse", policy: "correctable" }),
        field("number", "ressources", "Ressources annuelles", {
          unit: "€",
          from: `${PARAMETERS}.base_ressources_annuelles.valeur`,
        }),
        field("number", "enfants-a-charge", "Enfants à charge", {
          min: 1,
          max: 20,
          from: `${PARAMETERS}.nombre_enfants_a_charge`,
        }),
        field("number", "enfants-aeeh", "Enfants bénéficiaires de l'AEEH", {
          max: 20,
          from: `${PARAMETERS}.nombre_enfants_beneficiaire_aeeh`,
        }),
      ],
    },
    {
      slug: "accueil",
      title: "L'accueil souhaité",
      fields: [
        field("children", "enfants", "Enfants à accueillir", { from: "psu.enfants", policy: "chosen" }),
        field("date", "debut", "Date d'entrée souhaitée", { hint: "Par exemple : 1 9 2027", min: "today" }),
        field("choice", "rythme", "Rythme", { options: HALF_DAYS }),
      ],
    },
  ],
  tariff: psu({
    resources: "ressources",
    children: "enfants-a-charge",
    disabledChildren: "enfants-aeeh",
    floorCents: 80_100,
    capCents: 850_000,
  }),
  otherWays: OTHER_WAYS,
});
