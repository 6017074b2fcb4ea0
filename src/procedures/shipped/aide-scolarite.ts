import { defineProcedure } from "../define/index.ts";
import { AIDE_SCOLARITE } from "../english/aide-scolarite.ts";
import { field, options } from "../options.ts";
import { byAnswer } from "../tariff/by-answer.ts";
import { ADDRESS, OTHER_WAYS, YOU } from "./shared.ts";

const SCHOOLS = options({ "0840999A": "Collège des Ocres", "0840998B": "Lycée de la Fontaine" });
const YEARS = options({ "2026-2027": "2026-2027", "2025-2026": "2025-2026" });
const GRADES = ["1", "2", "3", "4", "5", "6"];
const GRADE_OPTIONS = GRADES.map((value) => ({ value, label: `Échelon ${value}` }));
const GRADE = field("choice", "echelon", "Échelon de bourse", {
  options: GRADE_OPTIONS,
  optional: true,
  from: "ecole.echelon_bourse",
});
/** Cents for the school year, from the lowest grade to the highest. */
const AMOUNTS = [6_000, 7_500, 9_000, 12_000, 15_000, 18_000];

const amounts = byAnswer({
  field: "echelon",
  label: "Montant de l'aide",
  unit: "pour l'année scolaire",
  caption: "Montant selon l'échelon",
  amounts: GRADES.map((is, index) => ({ is, cents: AMOUNTS[index] ?? 0, what: `échelon ${is}` })),
});

/**
 * A help of the CCAS for a pupil with a national grant, by its échelon. The school is asked about one child, and only
 * about a child whom the CAF or the MSA has named as the parent's. Before mid-October the ministry may not know this
 * year's grants yet: « non » can be corrected. The amounts are those of a fictional commune.
 *
 * @see https://particulier.api.gouv.fr/catalogue/education_nationale/statut_eleve_scolarise
 */
export const aideScolarite = defineProcedure({
  slug: "aide-a-la-scolarite",
  version: "2026-11-22",
  title: "Aide à la scolarité",
  summary: "Recevoir l'aide de rentrée que la commune verse aux collégiens et lycéens boursiers.",
  audience: "Les parents d'un collégien ou d'un lycéen boursier qui habitent la commune",
  duration: "4 minutes",
  delay: "versement sous 30 jours",
  level: "eidas1",
  useCase: "ccas",
  legalBasis: ["articles L123-5 et R123-2 du code de l'action sociale et des familles"],
  deliberation: { reference: "délibération du CCAS n° 2026-022", date: "2026-07-02" },
  retentionMonths: 24,
  sources: {
    qf: {
      route: "quotient-familial",
      keys: ["enfants", "adresse"],
      why: "savoir quels enfants sont les vôtres et où vous habitez",
      ifMissing: { document: "Attestation de la CAF ou de la MSA, ou livret de famille" },
    },
    ecole: {
      route: "scolarites",
      keys: ["est_scolarise", "est_boursier", "echelon_bourse"],
      why: "calculer le montant de l'aide",
      about: "eleve",
      needs: { codeEtablissement: "etablissement", anneeScolaire: "annee" },
      ifMissing: { document: "Certificat de scolarité et notification de bourse de l'année" },
    },
  },
  steps: [
    YOU,
    {
      slug: "eleve",
      title: "L'élève",
      introduction: "Faites une demande par enfant.",
      fields: [
        ADDRESS,
        field("children", "eleve", "Élève", { from: "qf.enfants", policy: "chosen", max: 1 }),
        field("choice", "etablissement", "Établissement", { options: SCHOOLS }),
        field("choice", "annee", "Année scolaire", { options: YEARS }),
      ],
    },
    {
      slug: "scolarite",
      title: "Sa scolarité",
      fields: [
        field("yes-no", "scolarise", "Scolarisé cette année", { from: "ecole.est_scolarise" }),
        field("yes-no", "boursier", "Élève boursier", { from: "ecole.est_boursier", policy: "correctable" }),
        GRADE,
      ],
    },
  ],
  tariff: amounts,
  otherWays: OTHER_WAYS,
  english: AIDE_SCOLARITE,
});
