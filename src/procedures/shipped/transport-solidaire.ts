import { defineProcedure } from "../define/index.ts";
import { TRANSPORT_SOLIDAIRE } from "../english/transport-solidaire.ts";
import { field, options } from "../options.ts";
import { byAnswer } from "../tariff/by-answer.ts";
import { reduction } from "../tariff/reduction.ts";
import { CAPACITIES, OTHER_WAYS, YOU } from "./shared.ts";

const PASSES = options({ mois: "Abonnement mensuel", an: "Abonnement annuel, payé chaque mois" });

const RIGHTS = [
  field("yes-no", "c2s", "Bénéficiaire de la complémentaire santé solidaire", {
    optional: true,
    from: "c2s.est_beneficiaire",
  }),
  field("yes-no", "boursier", "Étudiant boursier", {
    optional: true,
    from: "bourse.statut_boursier.est_boursier",
  }),
];

const passes = byAnswer({
  field: "formule",
  unit: "par mois",
  caption: "Abonnements",
  amounts: [
    { is: "mois", cents: 3600, what: "abonnement mensuel" },
    { is: "an", cents: 3000, what: "abonnement annuel" },
  ],
});

/**
 * A transport pass: at least half price is owed to whoever has the resources of the complémentaire santé solidaire.
 * The 75 % are those of Île-de-France’s network; the reduction for students with a grant is ours.
 *
 * @see https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042005921 code des transports, art. L1113-1
 */
export const transportSolidaire = defineProcedure({
  slug: "transport-solidaire",
  version: "2026-11-22",
  title: "Abonnement de transport solidaire et étudiant",
  summary: "Obtenir un abonnement de bus à tarif réduit, sans fournir d'attestation.",
  audience: "Les bénéficiaires de la complémentaire santé solidaire et les étudiants boursiers",
  duration: "3 minutes",
  delay: "carte prête sous 3 jours ouvrés",
  level: "eidas1",
  forOthers: CAPACITIES,
  useCase: "tarification_transports",
  legalBasis: ["articles L1113-1, L1231-1 et L1231-3 du code des transports"],
  deliberation: { reference: "délibération n° 2026-058", date: "2026-09-24" },
  retentionMonths: 18,
  sources: {
    c2s: {
      route: "complementaire-sante-solidaire",
      keys: ["est_beneficiaire"],
      why: "vérifier votre droit à la réduction solidaire de 75 %",
      ifMissing: { document: "Attestation de complémentaire santé solidaire", hint: "Si vous répondez oui" },
    },
    bourse: {
      route: "etudiant-boursier",
      keys: ["statut_boursier.est_boursier"],
      why: "vérifier votre droit à la réduction étudiante de 50 %",
      ifMissing: { document: "Notification de bourse du CROUS", hint: "Si vous répondez oui" },
    },
  },
  steps: [
    YOU,
    {
      slug: "droits",
      title: "Vos droits",
      titleForOthers: "Ses droits",
      fields: RIGHTS,
    },
    {
      slug: "abonnement",
      title: "L'abonnement",
      fields: [
        field("address", "adresse", "Adresse où envoyer la carte", { autocomplete: "street-address" }),
        field("choice", "formule", "Formule", { options: PASSES }),
      ],
    },
  ],
  tariff: reduction(passes, [
    { field: "c2s", is: true, percent: "75", why: "complémentaire santé solidaire" },
    { field: "boursier", is: true, percent: "50", why: "étudiant boursier" },
  ]),
  otherWays: OTHER_WAYS,
  english: TRANSPORT_SOLIDAIRE,
});
