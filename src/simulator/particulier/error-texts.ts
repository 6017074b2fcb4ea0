export interface ErrorText {
  /** « Entité non traitable » where absent. */
  readonly title?: string;
  readonly detail: string;
  readonly source?: Readonly<Record<string, string>>;
}

const TOKEN = { parameter: "token" };
const RECIPIENT = { parameter: "recipient" };

/**
 * The platform's own errors, word for word as it answers them, misspellings included.
 * @see https://github.com/datagouv/apistration/blob/main/siade/config/errors.yml
 */
export const ERROR_TEXTS = {
  "00015": {
    title: "Conflit",
    detail:
      "Une requête associé à votre jeton est déjà en cours de traitement pour ces paramètres. Veuillez attendre la fin du traitement avant d'effectuer une nouvelle requête.",
  },
  "00100": {
    title: "Privilèges insuffisants",
    detail:
      "Votre token est valide mais vos privilèges sont insuffisants. Listez vos privilèges sur /api/introspect",
    source: TOKEN,
  },
  "00101": {
    title: "Interdit",
    detail: "Votre token n'est pas valide ou n'est pas renseigné",
    source: TOKEN,
  },
  "00103": {
    title: "Jeton expiré",
    detail:
      "Votre token est expiré. Vous devez refaire une demande à API Particulier, un guide est disponible sur https://particulier.api.gouv.fr/faq#comment-renouveler-mon-jeton-arrivant-a-expiration",
    source: TOKEN,
  },
  "00105": {
    title: "Jeton sur liste noire",
    detail:
      "Votre jeton est sur liste noire, celui-ci a certainement été divulgué sur un canal non-sécurisé. Vous pouvez trouver un jeton valide sur votre espace personnel: https://particulier.api.gouv.fr/compte",
    source: TOKEN,
  },
  "00107": {
    title: "Adresse IP non autorisée",
    detail: "Votre adresse IP n'est pas autorisée à utiliser ce jeton.",
    source: { header: "X-Forwarded-For" },
  },
  "00210": { detail: "Le paramètre recipient n'est pas un siret valide", source: RECIPIENT },
  "00353": { detail: "L'année demandée n'est pas correctement formatée ou est dans le futur." },
  "00354": { detail: "Le mois demandé est incorrect ou est dans le futur." },
  "00355": {
    title: "Impossible d'identifier l'allocataire",
    detail: "Les paramètres fournis ne permettent pas d'identifier un allocataire.",
  },
  "00356": { detail: "L'année demandée doit être l'année en cours (N), N-1 ou N-2." },
  "00360": { detail: "Le numéro d'INE n'est pas correctement formatté" },
  "00363": { detail: "La date de naissance n'est pas correctement formatté" },
  "00365": { detail: "Le lieu de naissance n'est pas correctement formaté" },
  "00366": { detail: "Un ou plusieurs paramètres de civilité ne sont pas correctement formatés" },
  "00367": { detail: "Le ou les prénoms sont manquants." },
  "00368": {
    detail:
      "L'année de campagne (campaignYear) n'est pas correctement formatée: doit être comprise entre 2021 et l'année courante - 1",
  },
  "00380": { detail: "L'identifiant est manquant" },
  "00391": {
    detail:
      "Les paramètres d'identité correspondent à plusieurs personnes. Nous ne pouvons pas fournir les informations de service civique pour cet individu.",
  },
  "00400": { detail: "Le code pays INSEE n'est pas correctement formaté" },
  "00402": { title: "Version d'API non prise en charge", detail: "Cette version de l'API n'existe pas." },
  "00410": {
    detail:
      "Le code établissement n'est pas correctement formaté: celui doit être composé de 7 chiffres et 1 lettre",
  },
  "00411": {
    detail: "L'année scolaire n'est pas correctement formatée: doit être sur le format YYYY ou YYYY-YYYY)",
  },
  "00412": { detail: "Le degré d'établissement n'est pas correctement formaté: doit être 1D ou 2D" },
  "00413": {
    detail: "Le périmètre géographique est invalide: exactement un type de périmètre doit être fourni",
  },
  "00414": { detail: "Les valeurs du périmètre sont invalides: doit être un tableau non vide" },
  "00416": { detail: "Le code département BCN MEN est invalide: valeur non reconnue" },
  "00417": { detail: "Le code région BCN MEN est invalide: valeur non reconnue" },
  "00419": {
    detail:
      "Les paramètres codeEtablissement et périmètre (codesBcnRegions/codesBcnDepartements) sont mutuellement exclusifs",
  },
  "00420": { detail: "Le nom de naissance est manquant" },
  "00421": { detail: "Le(s) prenom(s) est manquant" },
  "00422": { detail: "L'annee de naissance est manquante" },
  "00423": { detail: "Le mois de naissance est manquant" },
  "00424": { detail: "Le jour de naissance est manquant" },
  "00425": { detail: "La date de naissance n'est pas valide" },
  "00427": { detail: "Le sexe de l'état civil est manquant" },
  "00428": { detail: "Le code cog du département de naissance est manquant ou invalide" },
  "00429": { title: "Trop de requêtes", detail: "Vous avez effectué trop de requêtes" },
  "00430": { detail: "L'immatriculation du véhicule est manquante" },
  "00500": {
    title: "Erreur interne",
    detail: "Une erreur interne a été détectée, l'équipe d'API Entreprise a été notifié de l'erreur.",
  },
  "00501": {
    title: "Erreur réseau",
    detail:
      "Problème de connexion au serveur distant. L'erreur peut venir soit du fournisseur, soit de API Entreprise. Il s'agit souvent d'une erreur temporaire.",
  },
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof ERROR_TEXTS;
