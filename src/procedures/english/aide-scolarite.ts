import { SHARED } from "./shared.ts";

export const AIDE_SCOLARITE = {
  ...SHARED,
  "Aide à la scolarité": "Help with school costs",
  "Recevoir l’aide de rentrée que la commune verse aux collégiens et lycéens boursiers.":
    "Receive the back-to-school help that the town pays to secondary pupils with a grant.",
  "Les parents d’un collégien ou d’un lycéen boursier qui habitent la commune":
    "Parents of a secondary pupil with a grant who live in the town",
  "savoir quels enfants sont les vôtres et où vous habitez":
    "know which children are yours and where you live",
  "calculer le montant de l’aide": "work out the amount of the help",
  "Attestation de la CAF ou de la MSA, ou livret de famille":
    "Certificate from the CAF or the MSA, or family record book",
  "Certificat de scolarité et notification de bourse de l’année":
    "School attendance certificate and this year’s grant letter",
  "L’élève": "The pupil",
  "Faites une demande par enfant.": "Make one application for each child.",
  Élève: "Pupil",
  Établissement: "University or school",
  "Collège des Ocres": "Collège des Ocres",
  "Lycée de la Fontaine": "Lycée de la Fontaine",
  "Année scolaire": "School year",
  "2026-2027": "2026-2027",
  "2025-2026": "2025-2026",
  "Sa scolarité": "Their schooling",
  "Scolarisé cette année": "At school this year",
  "Élève boursier": "Pupil with a grant",
  "Montant de l’aide": "Amount of the help",
  "pour l’année scolaire": "for the school year",
} as const satisfies Readonly<Record<string, string>>;
