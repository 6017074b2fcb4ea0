import { defineProcedure } from "../define/index.ts";
import { CRECHE } from "../english/creche.ts";
import { field, options } from "../options.ts";
import { psu } from "../tariff/psu.ts";
import { OTHER_WAYS, PSU_FIELDS, participationFamiliale, YOU } from "./shared.ts";

const HALF_DAYS = options({
  "1-2": "1 ou 2 jours par semaine",
  "3-4": "3 ou 4 jours",
  "tous-les-jours": "5 jours",
});

/**
 * A place in a crèche under the prestation de service unique. The family’s share follows the national scale, from the
 * resources that the Cnaf itself uses: never from the quotient familial, nor from the tax assessment.
 * The cap is 8 500 € a month since 1 September 2025. The Cnaf publishes the floor every January: 801,00 € in 2025,
 * 814,62 € in 2026 (the RSA of one adult with one child, less the forfait logement). Set both each year, with the year.
 *
 * @see https://particulier.api.gouv.fr/catalogue/cnav/participation_familiale_eaje
 * @see https://caf.fr/professionnels/actualites/le-plafond-de-ressources-mensuelles-en-hausse-pour-les-eaje-au-1er-septembre-2025
 */
export const creche = defineProcedure({
  slug: "accueil-en-creche",
  version: "2026-11-22",
  title: "Accueil en crèche",
  summary: "Demander une place en crèche et connaître votre participation horaire.",
  audience: "Les parents d'un enfant de moins de 4 ans, né ou à naître",
  duration: "8 minutes",
  delay: "réponse après la commission d'attribution, en mai ou en octobre",
  level: "eidas1",
  useCase: "participation_familiale_eaje",
  legalBasis: [
    "articles L214-1-1 et L214-1-3 du code de l'action sociale et des familles",
    "article L2324-1 du code de la santé publique",
  ],
  deliberation: { reference: "délibération n° 2026-017", date: "2026-03-12" },
  retentionMonths: 36,
  sources: {
    psu: participationFamiliale("calculer votre participation au barème national", "enfants", "adresse"),
  },
  steps: [
    YOU,
    {
      slug: "foyer",
      title: "Votre foyer",
      fields: [
        field("address", "adresse", "Adresse", { from: "psu.adresse", policy: "correctable" }),
        ...PSU_FIELDS,
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
  tariff: psu({ year: 2026, floorCents: 81_462, capCents: 850_000 }),
  otherWays: OTHER_WAYS,
  english: CRECHE,
});
