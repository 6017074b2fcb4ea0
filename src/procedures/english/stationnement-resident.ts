import { SHARED } from "./shared.ts";

export const STATIONNEMENT_RESIDENT = {
  ...SHARED,
  "Stationnement résident": "Residents’ parking",
  "Obtenir votre droit de stationnement de résident pour un an.":
    "Get your resident’s parking permit for one year.",
  "Les habitants du centre-ville, pour un véhicule à leur nom":
    "People living in the town centre, for a vehicle in their own name",
  "droit ouvert sous 2 jours ouvrés": "permit valid within 2 working days",
  "article L2333-87 du code général des collectivités territoriales":
    "article L2333-87 of the French general code of local authorities",
  "vérifier que le véhicule est à votre nom et calculer votre tarif":
    "check that the vehicle is in your name and work out your price",
  "Certificat d’immatriculation (carte grise) du véhicule":
    "Registration certificate (carte grise) of the vehicle",
  "Votre plaque": "Your number plate",
  "Avec ce numéro, nous demandons pour vous les informations de la carte grise.":
    "With this number, we ask on your behalf for the details of the registration certificate.",
  "Numéro d’immatriculation": "Registration number",
  "Par exemple : AB-123-CD": "For example: AB-123-CD",
  "Votre véhicule": "Your vehicle",
  "Vous êtes": "You are",
  Titulaire: "The holder",
  Cotitulaire: "The joint holder",
  Locataire: "The lessee",
  "Émissions de CO₂": "CO₂ emissions",
  "Case V.7 de la carte grise": "Box V.7 of the registration certificate",
  "g/km": "g/km",
  "CO₂": "CO₂",
  "{number} g/km": "{number} g/km",
} as const satisfies Readonly<Record<string, string>>;
