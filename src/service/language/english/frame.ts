/** What surrounds every page: header, footer, landmarks. */
export const FRAME = {
  "Aller au contenu": "Skip to content",
  "Erreur :": "Error:",
  Démarches: "Services",
  "Mes dossiers": "My applications",
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
} as const satisfies Record<string, string>;
