import { SHARED } from "./shared.ts";

export const RESTAURATION_SCOLAIRE = {
  ...SHARED,
  "Restauration scolaire": "School meals",
  "Inscrire vos enfants au restaurant scolaire et connaître votre tarif.":
    "Enrol your children for school meals and know your price.",
  "Les familles dont un enfant est scolarisé dans une école publique de la commune":
    "Families with a child in a public school of the town",
  "Vos enfants": "Your children",
  "Si vos enfants sont dans deux écoles, envoyez une demande par école.":
    "If your children are in two schools, send one application for each school.",
  École: "School",
  "Jean-Moulin": "Jean-Moulin",
  "Les Platanes": "Les Platanes",
  "La Sorgue": "La Sorgue",
  "Les repas": "The meals",
  "Jours de repas": "Meal days",
  Lundi: "Monday",
  Mardi: "Tuesday",
  Jeudi: "Thursday",
  Vendredi: "Friday",
  Menu: "Menu",
  "Menu classique": "Standard menu",
  "Menu sans viande": "Meat-free menu",
  "Panier-repas, en cas d’allergie (projet d’accueil individualisé)":
    "Packed lunch, in case of allergy (individual care plan)",
  "par repas et par enfant": "per meal and per child",
  "quotient familial non communiqué : tarif le plus élevé": "no quotient familial given: highest price",
} as const satisfies Readonly<Record<string, string>>;
