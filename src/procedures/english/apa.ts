import { SHARED } from "./shared.ts";

export const APA = {
  ...SHARED,
  "Allocation personnalisée d’autonomie (APA)": "Personal autonomy allowance (APA)",
  "Demander une aide pour les gestes de la vie quotidienne, pour vous ou pour un proche.":
    "Apply for help with everyday tasks, for yourself or for somebody close to you.",
  "Les personnes de 60 ans et plus en perte d’autonomie": "People aged 60 and over who are losing autonomy",
  "décision du conseil départemental sous 2 mois": "decision of the departmental council within 2 months",
  "articles L232-1 et R232-23 du code de l’action sociale et des familles":
    "articles L232-1 and R232-23 of the French code of social action and families",
  "convention avec le conseil départemental n° 2026-003":
    "agreement with the departmental council no. 2026-003",
  "La vie quotidienne": "Everyday life",
  "Lieu de vie": "Where the person lives",
  "À domicile": "At home",
  "En accueil familial": "With a foster family",
  "En établissement": "In a care home",
  "Adresse du lieu de vie": "Address of that place",
  "Ce qui est devenu difficile": "What has become difficult",
  "Par exemple : se lever, se laver, préparer les repas, sortir":
    "For example: getting up, washing, cooking, going out",
  "L’APA est ouverte à partir de 60 ans. Avant, demandez la prestation de compensation du handicap (PCH).":
    "The APA is open from the age of 60. Before that, apply for the disability compensation benefit (PCH).",
} as const satisfies Readonly<Record<string, string>>;
