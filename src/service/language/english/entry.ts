/** Home, presentation of a procedure, what was retrieved: the pages before the form. */
export const ENTRY = {
  "Vos démarches en ligne": "Your services online",
  "Choisissez votre démarche": "Choose a service",
  "Ce que l’État sait déjà, vous ne l’écrivez plus.": "You no longer write what the State already knows.",
  "À {collectivite}, votre identité et vos droits arrivent seuls dans le formulaire. Vous vérifiez, vous corrigez, vous envoyez.":
    "In {collectivite}, your identity and your entitlements fill in the form by themselves. You check, you correct, you send.",
  "Voir les démarches": "See the services",
  "Comment ça marche ?": "How does it work?",
  "Nous demandons pour vous": "We ask on your behalf for",
  "information à saisir": "answer to type",
  "informations à saisir": "answers to type",
  "Toutes les démarches": "All services",
  "Pour qui": "For whom",
  "Temps à prévoir": "Time needed",
  Délai: "Reply",
  Connexion: "Sign-in",
  "{platform}, ou sans": "{platform}, or without",
  "Ce qu’il vous restera à saisir": "What you will have to type",
  "Sans Internet": "Offline",
  "Téléphone : {number}": "Telephone: {number}",
  "Vous avez commencé cette demande": "You have started this application",
  "Ce que vous aviez saisi est enregistré.": "What you had typed is saved.",
  "Reprendre ma demande": "Resume my application",
  Commencer: "Start",
  "Commencer ma demande": "Start my application",
  "La connexion par {platform} n’est pas encore ouverte pour cette démarche. Vous pouvez la remplir sans.":
    "Signing in with {platform} is not open yet for this service. You can fill in the form without it.",
  "FranceConnect est la solution proposée par l’État pour sécuriser et simplifier la connexion à vos services en ligne.":
    "FranceConnect is the solution offered by the French State to make signing in to your online services safer and simpler.",
  ou: "or",
  "Continuer sans FranceConnect": "Continue without FranceConnect",
  "Vous saisissez alors vous-même les informations, avec vos justificatifs. Votre demande est traitée de la même façon, dans le même délai.":
    "You then type in the details yourself, with your supporting documents. Your application is handled in the same way, in the same time.",
  "Les données que nous récupérons pour vous": "The data we retrieve for you",
  "Base légale, conservation et vos droits": "Legal basis, retention and your rights",
  "Le tarif": "The price",
  "Règle votée : {reference}.": "Adopted rule: {reference}.",
  "Vos données récupérées": "Your retrieved data",
  "Ce que nous avons récupéré pour vous": "What we have retrieved for you",
  "Votre identité": "Your identity",
  Reçue: "Received",
  "{received} de {platform}. Elle ne se modifie pas ici. Une erreur ? Elle se corrige auprès de l’Insee ou de votre mairie de naissance ; en attendant, dites-le-nous au guichet.":
    "{received} from {platform}. It cannot be changed here. Is it wrong? It is corrected by Insee or by the town hall of your place of birth; meanwhile, tell us at the counter.",
  "Une réponse est encore attendue.": "One reply is still awaited.",
  "Actualiser la page": "Refresh the page",
  Réessayer: "Try again",
  Reçu: "Received",
  "{received} de {whom} le {moment}. Vous n’avez pas de justificatif à fournir.":
    "{received} from {whom} on {moment}. You do not need to provide any supporting document.",
  "En cours.": "Under way.",
  "La réponse de {whom} tarde. Vous pouvez commencer : ce qui arrivera sera ajouté au formulaire.":
    "The reply from {whom} is slow. You can start: whatever arrives will be added to the form.",
  "Aucun dossier trouvé": "No record found",
  "{nothing} à votre nom auprès de {whom}. Cela arrive, par exemple quand le dossier est à un autre nom.":
    "{nothing} under your name at {whom}. This happens, for example when the record is under another name.",
  "Pas de réponse à votre nom.": "No reply under your name.",
  "{Whom} n’a pas pu vous reconnaître avec certitude : rien n’a été repris.":
    "{Whom} could not recognise you with certainty: nothing was taken over.",
  "Une nouvelle identification est nécessaire.": "You need to sign in again.",
  "Ces données ne peuvent être lues que juste après une connexion.":
    "This data can only be read just after signing in.",
  "Ou continuez sans.": "Or continue without.",
  "Ces données seront demandées dès que vous aurez répondu à la question dont elles dépendent.":
    "This data will be asked for as soon as you have answered the question it depends on.",
  "Vous avez choisi de saisir ces informations vous-même.":
    "You have chosen to type in these details yourself.",
  "Indisponible pour le moment.": "Unavailable for now.",
  "{Whom} ne répond pas. Réessayez dans quelques minutes, ou continuez sans attendre.":
    "{Whom} does not answer. Try again in a few minutes, or continue without waiting.",
  "Vous pouvez saisir ces informations vous-même. À fournir alors : {what}.":
    "You can type in these details yourself. To be provided in that case: {what}.",
} as const satisfies Record<string, string>;
