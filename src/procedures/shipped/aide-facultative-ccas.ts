import { defineProcedure } from "../define/index.ts";
import { AIDE_FACULTATIVE_CCAS } from "../english/aide-facultative-ccas.ts";
import { field, options } from "../options.ts";
import { ADDRESS, CAPACITIES, OTHER_WAYS, QUOTIENT_FAMILIAL, quotientFamilial, YOU } from "./shared.ts";

const NEEDS = options({
  energie: "Payer une facture d'énergie ou d'eau",
  logement: "Payer un loyer",
  alimentation: "Se nourrir",
  sante: "Se soigner",
  autre: "Autre besoin",
});

/**
 * A one-off help of the CCAS: a commission decides, so there is no price. Nothing here proves a refusal:
 * a person unknown to the CAF tells their situation, and is received.
 *
 * @see https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031106561 code de l’action sociale et des familles, art. L123-5
 */
export const aideFacultativeCcas = defineProcedure({
  slug: "aide-facultative-ccas",
  version: "2026-11-22",
  title: "Aide facultative du CCAS",
  summary: "Demander une aide ponctuelle au centre communal d'action sociale.",
  audience: "Les habitants de la commune qui traversent une période difficile",
  duration: "8 minutes",
  delay: "réponse sous 15 jours, sous 48 heures en cas d'urgence",
  level: "eidas1",
  forOthers: CAPACITIES,
  useCase: "ccas",
  legalBasis: ["articles L123-5 et R123-2 du code de l'action sociale et des familles"],
  deliberation: { reference: "délibération du CCAS n° 2026-008", date: "2026-02-05" },
  retentionMonths: 24,
  sources: {
    qf: quotientFamilial("évaluer vos ressources au regard de votre foyer", "adresse"),
    rsa: {
      route: "revenu-solidarite-active",
      keys: ["est_beneficiaire"],
      why: "connaître vos droits en cours",
      ifMissing: { declaration: "Je certifie sur l'honneur l'exactitude de ma réponse sur le RSA" },
    },
    aah: {
      route: "allocation-adulte-handicape",
      keys: ["est_beneficiaire"],
      why: "connaître vos droits en cours",
      ifMissing: { declaration: "Je certifie sur l'honneur l'exactitude de ma réponse sur l'AAH" },
    },
  },
  steps: [
    { ...YOU, fields: [...YOU.fields, ADDRESS] },
    {
      slug: "situation",
      title: "Votre situation",
      titleForOthers: "Sa situation",
      fields: [
        QUOTIENT_FAMILIAL,
        field("yes-no", "rsa", "Bénéficiaire du RSA", { optional: true, from: "rsa.est_beneficiaire" }),
        field("yes-no", "aah", "Bénéficiaire de l'AAH", { optional: true, from: "aah.est_beneficiaire" }),
      ],
    },
    {
      slug: "demande",
      title: "Votre demande",
      titleForOthers: "Sa demande",
      fields: [
        field("choice", "besoin", "Besoin", { options: NEEDS }),
        field("number", "montant", "Montant souhaité", { unit: "€", min: 1, max: 5000, optional: true }),
        field("long-text", "recit", "Situation rencontrée", {
          hint: "En quelques phrases, avec des mots de tous les jours",
        }),
      ],
    },
  ],
  otherWays: OTHER_WAYS,
  english: AIDE_FACULTATIVE_CCAS,
});
