/** What the form says of answers: messages, parts of inputs, values in words. */
export const ANSWERS = {
  "« {label} » : {what}": "“{label}”: {what}",
  "complétez ce champ.": "fill in this field.",
  "choisissez une réponse.": "choose an answer.",
  "choisissez au moins une réponse.": "choose at least one answer.",
  "répondez par oui ou par non.": "answer yes or no.",
  "cochez la case pour continuer.": "tick the box to continue.",
  "choisissez au moins un enfant, ou ajoutez-en un.": "choose at least one child, or add one.",
  "saisissez une date, par exemple 27 3 2018.": "type a date, for example 27 3 2018.",
  "saisissez une adresse, par exemple nom@domaine.fr.": "type an address, for example name@domain.fr.",
  "saisissez un numéro, par exemple 06 12 34 56 78.": "type a number, for example 06 12 34 56 78.",
  "saisissez un nombre en chiffres, par exemple 1 045.": "type a number in figures, for example 1 045.",
  "saisissez le numéro et la voie, par exemple 12 rue des Tilleuls.":
    "type the number and street, for example 12 rue des Tilleuls.",
  "saisissez le numéro de la plaque, par exemple AB-123-CD.":
    "type the registration number, for example AB-123-CD.",
  "joignez ce document, ou cochez la case pour le fournir plus tard.":
    "attach this document, or tick the box to provide it later.",
  "vérifiez votre réponse.": "check your answer.",
  "écrivez au plus {number} caractères.": "write {number} characters at most.",
  "saisissez une adresse complète, par exemple nom@domaine.fr.":
    "type a complete address, for example name@domain.fr.",
  "saisissez un numéro complet, par exemple 06 12 34 56 78 ou +32 470 12 34 56.":
    "type a complete number, for example 06 12 34 56 78 or +32 470 12 34 56.",
  "saisissez le numéro qui figure sur la carte grise, par exemple AB-123-CD.":
    "type the number shown on the registration certificate, for example AB-123-CD.",
  "saisissez un nombre en chiffres.": "type a number in figures.",
  "saisissez au moins {number}.": "type at least {number}.",
  "saisissez au plus {number}.": "type at most {number}.",
  "choisissez une des réponses proposées.": "choose one of the answers offered.",
  "choisissez parmi les réponses proposées.": "choose among the answers offered.",
  "choisissez au plus {number} réponses.": "choose {number} answers at most.",
  "choisissez au moins {number} réponses.": "choose at least {number} answers.",
  "la date ne peut pas être après {date}.": "the date cannot be after {date}.",
  "la date ne peut pas être avant {date}.": "the date cannot be before {date}.",
  "aujourd’hui": "today",
  "le {date}": "{date}",
  "saisissez une date qui existe, avec le jour, le mois et l’année, par exemple 27 3 2018.":
    "type a date that exists, with the day, the month and the year, for example 27 3 2018.",
  "saisissez un code postal de cinq chiffres, par exemple 84800.":
    "type a postcode of five figures, for example 84800.",
  "Saisissez le numéro et la voie, par exemple 12 rue des Tilleuls.":
    "Type the number and street, for example 12 rue des Tilleuls.",
  "Saisissez le code postal, par exemple 84800.": "Type the postcode, for example 84800.",
  "Saisissez le nom de la commune, par exemple L’Isle-sur-la-Sorgue.":
    "Type the name of the town, for example L’Isle-sur-la-Sorgue.",
  "Saisissez les prénoms de l’enfant, par exemple Lina Marie.":
    "Type the child’s given names, for example Lina Marie.",
  "Saisissez le nom de l’enfant, par exemple Martin.": "Type the child’s surname, for example Martin.",
  "Saisissez la date de naissance de l’enfant, par exemple 27 3 2018.":
    "Type the child’s date of birth, for example 27 3 2018.",
  "La date de naissance de l’enfant ne peut pas être dans l’avenir.":
    "The child’s date of birth cannot be in the future.",
  "le même enfant y figure deux fois. Gardez-le une seule fois.":
    "the same child is there twice. Keep only one.",
  "Choisissez un seul enfant.": "Choose one child only.",
  "Choisissez au plus {number} enfants.": "Choose {number} children at most.",
  "joignez ce document.": "attach this document.",
  Jour: "Day",
  Mois: "Month",
  Année: "Year",
  "Jour de naissance": "Day of birth",
  "Mois de naissance": "Month of birth",
  "Année de naissance": "Year of birth",
  "Numéro et voie": "Number and street",
  "Par exemple : 12 rue des Tilleuls": "For example: 12 rue des Tilleuls",
  "Complément d’adresse": "Further address details",
  "Bâtiment, étage, appartement, lieu-dit": "Building, floor, flat, locality",
  "Code postal": "Postcode",
  Commune: "Town",
  Pays: "Country",
  "Laissez vide pour la France": "Leave empty for France",
  Nom: "Surname",
  "Ajouter un enfant": "Add a child",
  "Ajouter un autre enfant": "Add another child",
  "Cette donnée vous semble fausse ? Expliquez pourquoi":
    "Does this information seem wrong to you? Explain why",
  "Pourquoi corrigez-vous cette donnée ?": "Why are you correcting this information?",
  "{question}, pour {verbatim}": "{question}, for {verbatim}",
  "{verbatim}, né le {date}": "{verbatim}, born on {date}",
  "{verbatim}, née le {date}": "{verbatim}, born on {date}",
  "{verbatim}, né(e) le {date}": "{verbatim}, born on {date}",
  "{verbatim}, né en {date}": "{verbatim}, born in {date}",
  "{verbatim}, née en {date}": "{verbatim}, born in {date}",
  "{verbatim}, né(e) en {date}": "{verbatim}, born in {date}",
  "{date} (jour et mois inconnus)": "{date} (day and month unknown)",
  "{date} (jour inconnu)": "{date} (day unknown)",
  "Vous, le déclarant": "You, the applicant",
  "Vous faites cette demande pour quelqu’un d’autre. Les nouvelles de la demande vous seront envoyées.":
    "You are making this application for somebody else. News of the application will be sent to you.",
  "Nom de naissance du déclarant": "Birth name of the applicant",
  "Prénoms du déclarant": "Given names of the applicant",
  "Qualité du déclarant": "Capacity of the applicant",
  "La personne concernée est d’accord pour cette demande, ou je la représente légalement":
    "The person concerned agrees with this application, or I represent them legally",
} as const satisfies Record<string, string>;
