import { defineProcedure } from "../define/index.ts";
import { ACCUEIL_DE_LOISIRS } from "../english/accueil-de-loisirs.ts";
import { field, options } from "../options.ts";
import { effortRate } from "../tariff/effort-rate.ts";
import { outsideCommune } from "../tariff/outside.ts";
import { perChild } from "../tariff/per-child.ts";
import { ADDRESS, OTHER_WAYS, QUOTIENT_FAMILIAL, quotientFamilial, YOU } from "./shared.ts";

const WEDNESDAYS = options({
  repas: "Le repas de midi",
  "repas-et-accueil": "Le repas et l'accueil de l'après-midi",
});

const effort = effortRate({
  field: "quotient-familial",
  figure: "QF",
  unit: "par mercredi",
  rate: "0.36",
  floorCents: 260,
  capCents: 450,
  without: { why: "quotient familial non communiqué : tarif maximum" },
});

/**
 * Wednesday meals by taux d’effort: 0,36 % of the quotient familial between 2,60 € and 4,50 €, the rule of
 * Fay-aux-Loges (Loiret). It erases the threshold effects of bands. Families of three and of other communes are ours.
 *
 * @see https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000020743085 code de l’éducation, art. R531-52
 */
export const accueilDeLoisirs = defineProcedure({
  slug: "accueil-de-loisirs",
  version: "2026-09-01",
  title: "Mercredis de l'accueil de loisirs",
  summary: "Réserver le repas et l'accueil du mercredi pour vos enfants.",
  audience: "Les familles dont un enfant a entre 3 et 12 ans",
  duration: "5 minutes",
  delay: "réponse sous 5 jours ouvrés",
  level: "eidas1",
  useCase: "tarification_municipale_enfance",
  legalBasis: [
    "articles R531-52 et R531-53 du code de l'éducation",
    "article L227-4 du code de l'action sociale et des familles",
  ],
  deliberation: { reference: "délibération n° 2026-042", date: "2026-06-18" },
  retentionMonths: 24,
  sources: {
    qf: quotientFamilial("calculer votre tarif et préparer l'inscription", "enfants", "adresse"),
  },
  steps: [
    YOU,
    { slug: "foyer", title: "Votre foyer", fields: [ADDRESS, QUOTIENT_FAMILIAL] },
    {
      slug: "enfants",
      title: "Vos enfants et leurs mercredis",
      fields: [
        field("children", "enfants", "Enfants à inscrire", { from: "qf.enfants", policy: "chosen" }),
        field("choice", "formule", "Formule", { options: WEDNESDAYS }),
        field("date", "debut", "Premier mercredi", { hint: "Par exemple : 6 1 2027", min: "today" }),
      ],
    },
  ],
  tariff: perChild(outsideCommune(effort, { field: "adresse", postalCodes: ["84800"], percent: "25" }), {
    field: "enfants",
    siblings: [{ rank: 3, percent: "30" }],
  }),
  checks: [
    {
      field: "debut",
      message: "Choisissez un mercredi, par exemple le 6 1 2027.",
      holds: ({ debut }) => new Date(`${String(debut)}T12:00:00Z`).getUTCDay() === 3,
    },
  ],
  otherWays: OTHER_WAYS,
  english: ACCUEIL_DE_LOISIRS,
});
