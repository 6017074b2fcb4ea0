import { SHARED } from "./shared.ts";

export const BOURSE_ETUDES = {
  ...SHARED,
  "Bourse communale d’études": "Town study grant",
  "Recevoir le complément de bourse que la commune verse à ses étudiants.":
    "Receive the top-up grant that the town pays to its students.",
  "Les étudiants boursiers du CROUS dont le foyer habite la commune":
    "Students with a CROUS grant whose household lives in the town",
  "calculer le montant de votre bourse communale": "work out the amount of your town grant",
  "Notification de bourse du CROUS de l’année en cours": "This year’s grant letter from the CROUS",
  "Vos études": "Your studies",
  "Étudiant boursier": "Student with a grant",
  Établissement: "University or school",
  "Adresse dans la commune": "Address in the town",
  "Vous y habitez depuis le": "You have lived there since",
  "Par exemple : 1 9 2021": "For example: 1 9 2021",
  "Montant de la bourse": "Amount of the grant",
} as const satisfies Readonly<Record<string, string>>;
