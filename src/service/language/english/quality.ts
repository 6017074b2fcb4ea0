/** « Je donne mon avis », asked by the portal itself, and what it leads to. */
export const QUALITY = {
  Qualité: "Quality",
  "Ce que vous écrivez en donnant votre avis, sans rien qui vous nomme : 12 mois":
    "What you write when you give your opinion, with nothing that names you: 12 months",
  "Déclaration d’accessibilité": "Accessibility statement",
  "Accessibilité : partiellement conforme": "Accessibility: partly compliant",
  "Accessibilité : totalement conforme": "Accessibility: fully compliant",
  "Je donne mon avis": "Give my opinion",
  "Aidez-nous à améliorer cette démarche": "Help us improve this service",
  "Dites-nous en une minute comment ça s’est passé. Votre avis est anonyme et ne change rien à l’examen de votre demande.":
    "Tell us in a minute how it went. Your opinion is anonymous and changes nothing for your application.",
  "Votre avis est anonyme : rien ne le relie à vous ni à votre demande, qu’il ne change en rien. Il se donne une seule fois.":
    "Your opinion is anonymous: nothing links it to you or to your application, and it changes nothing for it. It can be given once.",
  "Votre session a expiré : rien n’est encore enregistré. Vérifiez vos réponses, puis envoyez-les de nouveau.":
    "Your session has expired: nothing has been saved yet. Check your answers, then send them again.",
  "Seule la première question est obligatoire.": "Only the first question is required.",
  "De façon générale, comment ça s’est passé ?": "Overall, how did it go?",
  "Dites comment ça s’est passé : mal, moyen ou bien": "Tell us how it went: badly, fairly or well",
  Mal: "Badly",
  Moyen: "Fairly",
  Bien: "Well",
  "Qu’avez-vous pensé des informations et des instructions fournies ? (optionnel)":
    "What did you think of the information and instructions? (optional)",
  "1, pas clair du tout": "1, not clear at all",
  "5, très clair": "5, very clear",
  "Avez-vous tenté d’obtenir de l’aide par l’un de ces moyens ? (optionnel)":
    "Did you try to get help in one of these ways? (optional)",
  "Au guichet": "At the counter",
  "Par téléphone": "By telephone",
  "Par courriel": "By e-mail",
  "Si oui, avez-vous réussi à joindre quelqu’un ? (optionnel)":
    "If so, did you manage to reach somebody? (optional)",
  Oui: "Yes",
  Non: "No",
  "Si oui, que valait l’aide que vous avez obtenue ? (optionnel)":
    "If so, how good was the help you got? (optional)",
  "1, très mauvaise": "1, very poor",
  "5, excellente": "5, excellent",
  "Souhaitez-vous nous en dire plus ? (optionnel)": "Would you like to tell us more? (optional)",
  "N’écrivez rien qui dise qui vous êtes. Votre texte est chiffré, lu par les agents de la démarche, et effacé après {months} mois. {count} caractères au plus.":
    "Write nothing that says who you are. Your text is encrypted, read by the officers of this service, and erased after {months} months. {count} characters at most.",
  "Raccourcissez votre texte : 1 000 caractères au plus": "Shorten your text: 1,000 characters at most",
  "Envoyer mon avis": "Send my opinion",
  "Merci pour votre avis": "Thank you for your opinion",
  "Il est enregistré, sans rien qui le relie à vous. Il compte dans les indicateurs publiés chaque trimestre.":
    "It is saved, with nothing that links it to you. It counts in the indicators published every quarter.",
  "Revenir aux démarches": "Back to the services",
  "Voir la qualité des démarches": "See the quality of the services",
  "Il n’y a pas d’avis à donner ici": "There is no opinion to give here",
  "Un avis se donne une fois, dans les trois mois qui suivent l’envoi d’une demande : le vôtre est déjà enregistré, ou ce délai est passé.":
    "An opinion is given once, within three months of sending an application: yours is already saved, or that time has passed.",
} as const;
