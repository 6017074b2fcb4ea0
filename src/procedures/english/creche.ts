import { SHARED } from "./shared.ts";

export const CRECHE = {
  ...SHARED,
  "Accueil en crèche": "Nursery place",
  "Demander une place en crèche et connaître votre participation horaire.":
    "Apply for a nursery place and know what you will pay per hour.",
  "Les parents d’un enfant de moins de 4 ans, né ou à naître": "Parents of a child under 4, born or expected",
  "réponse après la commission d’attribution, en mai ou en octobre":
    "reply after the allocation panel, in May or October",
  "articles L214-1-1 et L214-1-3 du code de l’action sociale et des familles":
    "articles L214-1-1 and L214-1-3 of the French code of social action and families",
  "article L2324-1 du code de la santé publique": "article L2324-1 of the French public health code",
  "calculer votre participation au barème national": "work out what you pay on the national scale",
  "Ressources annuelles": "Yearly income",
  "Enfants à charge": "Dependent children",
  "Enfants bénéficiaires de l’AEEH": "Children receiving the AEEH (disabled child allowance)",
  "Attestation CDAP de la CAF, ou avis d’imposition de l’avant-dernière année":
    "CDAP certificate from the CAF, or tax assessment of the year before last",
  "L’accueil souhaité": "The place you would like",
  "Enfants à accueillir": "Children who need a place",
  "Date d’entrée souhaitée": "Preferred starting date",
  "Par exemple : 1 9 2027": "For example: 1 9 2027",
  Rythme: "Attendance",
  "1 ou 2 jours par semaine": "1 or 2 days a week",
  "3 ou 4 jours": "3 or 4 days",
  "5 jours": "5 days",
} as const satisfies Readonly<Record<string, string>>;
