/** What surrounds every page: header, footer, landmarks. */
export const FRAME = {
  "Aller au contenu": "Skip to content",
  "Erreur :": "Error:",
  Démarches: "Services",
  "Mes données": "My data",
  Aide: "Help",
  Accueil: "Home",
  "Démarches en ligne": "Online services",
  "Menu principal": "Main menu",
  "Se connecter": "Sign in",
  "Se déconnecter": "Sign out",
  "{demonstration} Commune fictive, personnes fictives, services de l’État simulés : rien n’est transmis à une administration.":
    "{demonstration} An invented town, invented people, simulated State services: nothing is passed on to any administration.",
  "Démonstration.": "Demonstration.",
  "Sans Internet, avec quelqu’un": "Offline, with somebody to help",
  "Au téléphone : {number}": "By telephone: {number}",
  "Au guichet, un agent remplit la demande avec vous.":
    "At the counter, an officer fills in the application with you.",
  "Toutes les façons de faire": "Every way to apply",
  "Vos données": "Your data",
  "Nous ne demandons à l’administration que ce que votre démarche exige, et vous voyez tout ce que nous lisons.":
    "We ask other administrations only for what your application needs, and you see everything we read.",
  "Voir mes données": "See my data",
  "Plan du site": "Site map",
  "Accessibilité : non conforme": "Accessibility: not compliant",
  "Mentions légales": "Legal notice",
  "Données personnelles": "Personal data",
  Déploiement: "Roll-out",
  "Espace des agents": "Staff area",
  "Vous préférez faire autrement ?": "Would you rather do it another way?",
  "En ligne, sans FranceConnect": "Online, without FranceConnect",
  "Chaque démarche peut être remplie à la main, avec vos justificatifs. Elle est traitée de la même façon et dans le même délai.":
    "Every form can be filled in by hand, with your supporting documents. It is handled in the same way and in the same time.",
  "Un agent remplit la demande avec vous.": "An officer fills in the application with you.",
  "Au {number}, pour une question ou pour prendre rendez-vous.":
    "On {number}, for a question or to make an appointment.",
  "Appelez la mairie pour une question ou pour prendre rendez-vous.":
    "Call the town hall for a question or to make an appointment.",
} as const satisfies Record<string, string>;
