import { SHARED } from "./shared.ts";

export const TRANSPORT_SOLIDAIRE = {
  ...SHARED,
  "Abonnement de transport solidaire et étudiant": "Reduced-fare travel pass",
  "Obtenir un abonnement de bus à tarif réduit, sans fournir d’attestation.":
    "Get a reduced-fare bus pass, without providing any certificate.",
  "Les bénéficiaires de la complémentaire santé solidaire et les étudiants boursiers":
    "People with solidarity health cover (C2S) and students with a grant",
  "carte prête sous 3 jours ouvrés": "card ready within 3 working days",
  "articles L1113-1, L1231-1 et L1231-3 du code des transports":
    "articles L1113-1, L1231-1 and L1231-3 of the French transport code",
  "vérifier votre droit à la réduction solidaire de 75 %": "check your right to the 75% solidarity reduction",
  "vérifier votre droit à la réduction étudiante de 50 %": "check your right to the 50% student reduction",
  "Attestation de complémentaire santé solidaire": "Certificate of solidarity health cover (C2S)",
  "Notification de bourse du CROUS": "Grant letter from the CROUS",
  "Si vous répondez oui": "If you answer yes",
  "Vos droits": "Your entitlements",
  "Ses droits": "Their entitlements",
  "Bénéficiaire de la complémentaire santé solidaire": "With solidarity health cover (C2S)",
  "Étudiant boursier": "Student with a grant",
  "L’abonnement": "The pass",
  "Adresse où envoyer la carte": "Address to send the card to",
  "Abonnement mensuel": "Monthly pass",
  "Abonnement annuel, payé chaque mois": "Yearly pass, paid each month",
  Abonnements: "Passes",
  "abonnement mensuel": "monthly pass",
  "abonnement annuel": "yearly pass",
  "complémentaire santé solidaire": "solidarity health cover (C2S)",
  "étudiant boursier": "student with a grant",
} as const satisfies Readonly<Record<string, string>>;
