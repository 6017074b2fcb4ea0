import { defineProcedure } from "../define/index.ts";
import { RESTAURATION_SCOLAIRE } from "../english/restauration-scolaire.ts";
import { field, options } from "../options.ts";
import { bands } from "../tariff/bands.ts";
import { ADDRESS, OTHER_WAYS, QUOTIENT_FAMILIAL, quotientFamilial, YOU } from "./shared.ts";

const SCHOOLS = options({ "jean-moulin": "Jean-Moulin", platanes: "Les Platanes", sorgue: "La Sorgue" });
const DAYS = options({ lundi: "Lundi", mardi: "Mardi", jeudi: "Jeudi", vendredi: "Vendredi" });
const MENUS = options({
  classique: "Menu classique",
  "sans-viande": "Menu sans viande",
  pai: "Panier-repas, en cas d'allergie (projet d'accueil individualisé)",
});

/**
 * School meals by bands of the quotient familial: the grid of Champcevinel (Dordogne) for 2022-2023.
 * Three bands or more, and the one at 1 € for a QF of 1 000 at most: what the State’s 3 € per meal demand since August 2022.
 *
 * @see https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000020743085 code de l’éducation, art. R531-52
 * @see https://www.champcevinel.fr/2022/11/14/mise-en-place-de-la-tarification-sociale-a-la-cantine/ the grid
 * @see https://solidarites.gouv.fr/proposer-une-tarification-sociale-dans-les-cantines-la-cantine-1-euro « cantine à 1 € »
 */
export const restaurationScolaire = defineProcedure({
  slug: "restauration-scolaire",
  version: "2026-11-22",
  title: "Restauration scolaire",
  summary: "Inscrire vos enfants au restaurant scolaire et connaître votre tarif.",
  audience: "Les familles dont un enfant est scolarisé dans une école publique de la commune",
  duration: "5 minutes",
  delay: "réponse sous 5 jours ouvrés",
  level: "eidas1",
  useCase: "tarification_municipale_enfance",
  legalBasis: ["articles R531-52 et R531-53 du code de l'éducation"],
  deliberation: { reference: "délibération n° 2026-041", date: "2026-06-18" },
  retentionMonths: 24,
  sources: {
    qf: quotientFamilial("calculer votre tarif et préparer l'inscription", "enfants", "adresse"),
  },
  steps: [
    YOU,
    { slug: "foyer", title: "Votre foyer", fields: [ADDRESS, QUOTIENT_FAMILIAL] },
    {
      slug: "enfants",
      title: "Vos enfants",
      introduction: "Si vos enfants sont dans deux écoles, envoyez une demande par école.",
      fields: [
        field("children", "enfants", "Enfants à inscrire", { from: "qf.enfants", policy: "chosen" }),
        field("choice", "ecole", "École", { options: SCHOOLS }),
      ],
    },
    {
      slug: "repas",
      title: "Les repas",
      fields: [
        field("choices", "jours", "Jours de repas", { options: DAYS }),
        field("choice", "menu", "Menu", { options: MENUS, each: "enfants" }),
      ],
    },
  ],
  tariff: bands({
    field: "quotient-familial",
    figure: "QF",
    figureUnit: "€",
    unit: "par repas et par enfant",
    bands: [
      { from: 0, to: 622, cents: 100 },
      { from: 623, to: 1000, cents: 330 },
      { from: 1001, to: 1500, cents: 340 },
      { from: 1501, cents: 350 },
    ],
    without: { cents: 350, why: "quotient familial non communiqué : tarif le plus élevé" },
  }),
  otherWays: OTHER_WAYS,
  english: RESTAURATION_SCOLAIRE,
});
