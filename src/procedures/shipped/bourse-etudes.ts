import { defineProcedure } from "../define/index.ts";
import { BOURSE_ETUDES } from "../english/bourse-etudes.ts";
import { field } from "../options.ts";
import { byAnswer } from "../tariff/by-answer.ts";
import { OTHER_WAYS, YOU } from "./shared.ts";

const GRADES = ["0bis", "1", "2", "3", "4", "5", "6", "7"];
const GRADE_OPTIONS = GRADES.map((value) => ({ value, label: `Échelon ${value}` }));
/** Cents for the year, from the lowest grade to the highest. */
const AMOUNTS = [15_000, 20_000, 25_000, 30_000, 35_000, 40_000, 45_000, 50_000];

/**
 * A grant of the CCAS for students, on top of the one of the CROUS, by its échelon. Communes use the « ccas » use case;
 * that of « aides facultatives » is kept for départements and regions.
 *
 * @see https://particulier.api.gouv.fr/catalogue/cnous/statut_etudiant_boursier
 */
export const bourseEtudes = defineProcedure({
  slug: "bourse-communale-etudes",
  version: "2026-09-01",
  title: "Bourse communale d'études",
  summary: "Recevoir le complément de bourse que la commune verse à ses étudiants.",
  audience: "Les étudiants boursiers du CROUS dont le foyer habite la commune",
  duration: "4 minutes",
  delay: "versement sous 30 jours",
  level: "eidas1",
  useCase: "ccas",
  legalBasis: ["articles L123-5 et R123-2 du code de l'action sociale et des familles"],
  deliberation: { reference: "délibération du CCAS n° 2026-021", date: "2026-07-02" },
  retentionMonths: 24,
  sources: {
    bourse: {
      route: "etudiant-boursier",
      keys: ["statut_boursier.est_boursier", "echelon_bourse.echelon", "etablissement_etudes"],
      why: "calculer le montant de votre bourse communale",
      ifMissing: { document: "Notification de bourse du CROUS de l'année en cours" },
    },
  },
  steps: [
    YOU,
    {
      slug: "etudes",
      title: "Vos études",
      fields: [
        field("yes-no", "boursier", "Étudiant boursier", { from: "bourse.statut_boursier.est_boursier" }),
        field("choice", "echelon", "Échelon de bourse", {
          options: GRADE_OPTIONS,
          optional: true,
          from: "bourse.echelon_bourse.echelon",
        }),
        field("text", "etablissement", "Établissement", {
          from: "bourse.etablissement_etudes.nom_etablissement",
          policy: "correctable",
        }),
      ],
    },
    {
      slug: "foyer",
      title: "Votre foyer",
      fields: [
        field("address", "adresse", "Adresse dans la commune"),
        field("date", "depuis", "Vous y habitez depuis le", { hint: "Par exemple : 1 9 2021", max: "today" }),
      ],
    },
  ],
  tariff: byAnswer({
    field: "echelon",
    label: "Montant de la bourse",
    unit: "par an",
    caption: "Montant selon l'échelon",
    amounts: GRADES.map((is, index) => ({ is, cents: AMOUNTS[index] ?? 0, what: `échelon ${is}` })),
  }),
  otherWays: OTHER_WAYS,
  english: BOURSE_ETUDES,
});
