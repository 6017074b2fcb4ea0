import { SHARED } from "./shared.ts";

export const ACCUEIL_DE_LOISIRS = {
  ...SHARED,
  "Mercredis de l’accueil de loisirs": "Wednesdays at the leisure centre",
  "Réserver le repas et l’accueil du mercredi pour vos enfants.":
    "Book Wednesday meals and care for your children.",
  "Les familles dont un enfant a entre 3 et 12 ans": "Families with a child aged 3 to 12",
  "article L227-4 du code de l’action sociale et des familles":
    "article L227-4 of the French code of social action and families",
  "Vos enfants et leurs mercredis": "Your children and their Wednesdays",
  "Le repas de midi": "Lunch",
  "Le repas et l’accueil de l’après-midi": "Lunch and afternoon care",
  "Premier mercredi": "First Wednesday",
  "Par exemple : 6 1 2027": "For example: 6 1 2027",
  "Choisissez un mercredi, par exemple le 6 1 2027.": "Choose a Wednesday, for example 6 1 2027.",
  "par mercredi": "per Wednesday",
  "quotient familial non communiqué : tarif maximum": "no quotient familial given: maximum price",
} as const satisfies Readonly<Record<string, string>>;
