/** What the shipped procedures say alike. */
export const SHARED = {
  Vous: "You",
  "La personne concernée": "The person concerned",
  "Nom de naissance": "Birth name",
  Prénoms: "Given names",
  "Dans l’ordre de l’état civil": "In the order of the civil register",
  "Nom d’usage": "Name in use",
  "Date de naissance": "Date of birth",
  "Par exemple : 27 3 1985": "For example: 27 3 1985",
  "Adresse électronique": "E-mail address",
  "Pour vous tenir au courant. Format attendu : nom@domaine.fr":
    "To keep you informed. Expected format: name@domain.fr",
  Téléphone: "Telephone",
  "Par exemple : 06 12 34 56 78": "For example: 06 12 34 56 78",
  "Son père ou sa mère": "Their father or mother",
  "Son tuteur ou son curateur": "Their legal guardian or curator",
  "Son mandataire : habilitation familiale, mandat de protection future ou procuration":
    "Their agent: family authorisation, lasting mandate or power of attorney",
  "Son proche aidant": "Their family carer",
  "Un professionnel qui l’accompagne": "A professional who supports them",
  Adresse: "Address",
  "Quotient familial": "Quotient familial (household means, QF)",
  "Il figure sur votre attestation de la CAF ou de la MSA. Par exemple : 1 045":
    "It is on your certificate from the CAF or the MSA. For example: 1 045",
  "Attestation de quotient familial de la CAF ou de la MSA, de moins de trois mois":
    "Certificate of quotient familial from the CAF or the MSA, less than three months old",
  "Si vous n’indiquez pas de quotient familial, ce document n’est pas nécessaire.":
    "If you give no quotient familial, this document is not needed.",
  QF: "QF",
  "€": "€",
  "À l’accueil de la mairie, sans rendez-vous, avec l’aide d’un agent":
    "At the town hall’s reception, without an appointment, with the help of an officer",
  "Par téléphone, aux heures d’ouverture": "By telephone, during opening hours",
  "Par courrier, avec le formulaire papier remis à l’accueil":
    "By post, with the paper form available at the reception",
  "3 minutes": "3 minutes",
  "4 minutes": "4 minutes",
  "5 minutes": "5 minutes",
  "8 minutes": "8 minutes",
  "10 minutes": "10 minutes",
  "réponse sous 5 jours ouvrés": "reply within 5 working days",
  "versement sous 30 jours": "payment within 30 days",
  "calculer votre tarif et préparer l’inscription": "work out your price and prepare the enrolment",
  "délibération n° {reference}": "council decision no. {reference}",
  "délibération du CCAS n° {reference}": "decision of the CCAS no. {reference}",
  "Votre foyer": "Your household",
  "Enfants à inscrire": "Children to enrol",
  "articles R531-52 et R531-53 du code de l’éducation":
    "articles R531-52 and R531-53 of the French education code",
  "articles L123-5 et R123-2 du code de l’action sociale et des familles":
    "articles L123-5 and R123-2 of the French code of social action and families",
  Formule: "Option",
  "par mois": "per month",
  "par an": "per year",
  "Montant selon l’échelon": "Amount by grant level",
  "Échelon de bourse": "Grant level",
  "Échelon {number}": "Level {number}",
  "échelon {number}": "level {number}",
  "Échelon 0bis": "Level 0bis",
  "échelon 0bis": "level 0bis",
} as const satisfies Readonly<Record<string, string>>;
