import { SHARED } from "./shared.ts";

export const AIDE_FACULTATIVE_CCAS = {
  ...SHARED,
  "Aide facultative du CCAS": "One-off help from the CCAS",
  "Demander une aide ponctuelle au centre communal d’action sociale.":
    "Ask the town’s social services centre (CCAS) for one-off help.",
  "Les habitants de la commune qui traversent une période difficile":
    "People of the town who are going through a difficult time",
  "réponse sous 15 jours, sous 48 heures en cas d’urgence":
    "reply within 15 days, within 48 hours in an emergency",
  "évaluer vos ressources au regard de votre foyer": "assess your means with regard to your household",
  "connaître vos droits en cours": "know your present entitlements",
  "Je certifie sur l’honneur l’exactitude de ma réponse sur le RSA":
    "I certify on my honour that my answer about the RSA is correct",
  "Je certifie sur l’honneur l’exactitude de ma réponse sur l’AAH":
    "I certify on my honour that my answer about the AAH is correct",
  "Votre situation": "Your situation",
  "Sa situation": "Their situation",
  "Bénéficiaire du RSA": "Receiving the RSA (minimum income)",
  "Bénéficiaire de l’AAH": "Receiving the AAH (disabled adult allowance)",
  "Votre demande": "Your request",
  "Sa demande": "Their request",
  Besoin: "Need",
  "Payer une facture d’énergie ou d’eau": "Paying an energy or water bill",
  "Payer un loyer": "Paying rent",
  "Se nourrir": "Food",
  "Se soigner": "Health care",
  "Autre besoin": "Another need",
  "Montant souhaité": "Amount requested",
  "Situation rencontrée": "What is happening",
  "En quelques phrases, avec des mots de tous les jours": "In a few sentences, in everyday words",
} as const satisfies Readonly<Record<string, string>>;
