import { defineProcedure } from "../define/index.ts";
import { bands } from "../tariff/bands.ts";
import { CONTACT, OTHER_WAYS, PARENT } from "./shared.ts";

/**
 * School meals by bands of the quotient familial. The grid is the one of Champcevinel (24) for 2022-2023;
 * a band at 1 € must stay at or below a QF of 1 000 to receive the State’s 3 € (« cantine à 1 € »).
 *
 * @see https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000020743085 code de l’éducation, art. R531-52
 */
export const restaurationScolaire = defineProcedure({
  slug: "restauration-scolaire",
  version: "2026-09-01",
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
    qf: {
      route: "quotient-familial",
      keys: ["quotient_familial", "enfants", "adresse"],
      why: "calculer votre tarif et préparer l'inscription de vos enfants",
      ifMissing: {
        document: "Attestation de quotient familial de la CAF ou de la MSA, de moins de trois mois",
        hint: "Sans quotient familial, ce document n'est pas nécessaire : le tarif le plus élevé s'applique.",
      },
    },
  },
  steps: [
    { slug: "parent", title: "Vous", fields: [...PARENT, ...CONTACT] },
    {
      slug: "foyer",
      title: "Votre foyer",
      fields: [
        { name: "adresse", kind: "address", label: "Adresse", from: "qf.adresse", policy: "correctable" },
        {
          name: "quotient-familial",
          kind: "number",
          label: "Quotient familial",
          hint: "Il figure sur votre attestation de la CAF ou de la MSA. Par exemple : 1 045",
          unit: "€",
          max: 99_999,
          optional: true,
          from: "qf.quotient_familial.valeur",
        },
      ],
    },
    {
      slug: "enfants",
      title: "Vos enfants",
      fields: [
        {
          name: "enfants",
          kind: "children",
          label: "Enfants à inscrire",
          from: "qf.enfants",
          policy: "chosen",
        },
        {
          name: "ecole",
          kind: "choice",
          label: "École",
          hint: "Si vos enfants sont dans deux écoles, envoyez une demande par école.",
          options: [
            { value: "jean-moulin", label: "École Jean-Moulin" },
            { value: "les-platanes", label: "École des Platanes" },
            { value: "la-sorgue", label: "École de la Sorgue" },
          ],
        },
      ],
    },
    {
      slug: "repas",
      title: "Les repas",
      fields: [
        {
          name: "jours",
          kind: "choices",
          label: "Jours de repas",
          missing: "Choisissez au moins un jour de repas.",
          options: [
            { value: "lundi", label: "Lundi" },
            { value: "mardi", label: "Mardi" },
            { value: "jeudi", label: "Jeudi" },
            { value: "vendredi", label: "Vendredi" },
          ],
        },
        {
          name: "regime",
          kind: "choice",
          label: "Menu",
          options: [
            { value: "classique", label: "Menu classique" },
            { value: "sans-viande", label: "Menu sans viande" },
            {
              value: "pai",
              label: "Panier-repas (projet d'accueil individualisé)",
              hint: "En cas d'allergie",
            },
          ],
        },
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
});
