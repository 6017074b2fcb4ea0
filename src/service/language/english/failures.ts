/** What did not work, and what to do. */
export const FAILURES = {
  "Revenir à l’accueil": "Back to the home page",
  "Page introuvable": "Page not found",
  "Il n’y a rien à cette adresse. Vérifiez le lien, ou repartez de l’accueil.":
    "There is nothing at this address. Check the link, or start from the home page.",
  "Quelque chose n’a pas fonctionné": "Something went wrong",
  "Ce n’est pas de votre fait, et ce que vous aviez enregistré est gardé. Réessayez dans quelques minutes.":
    "It is not your doing, and what you had saved is kept. Try again in a few minutes.",
  "Votre envoi est trop volumineux": "What you sent is too large",
  "Raccourcissez votre réponse ou vos remarques, puis envoyez de nouveau.":
    "Shorten your answer or your remarks, then send again.",
  "Ce formulaire contient trop de réponses. Rechargez la page, puis envoyez de nouveau.":
    "This form contains too many answers. Reload the page, then send again.",
  "Rechargez la page, puis envoyez de nouveau. Si cela se répète, appelez-nous.":
    "Reload the page, then send again. If this happens again, call us.",
  "Cette page ne se demande pas ainsi": "This page cannot be asked for in this way",
  "Revenez à l’accueil, puis suivez les liens ou les boutons.":
    "Go back to the home page, then follow the links or the buttons.",
  "Vos demandes enregistrées sont gardées. Réessayez dans quelques minutes, ou appelez-nous.":
    "Your saved applications are kept. Try again in a few minutes, or call us.",
  "Le service est momentanément indisponible. Ce que vous avez déjà enregistré est conservé. Veuillez réessayer dans quelques minutes.":
    "The service is unavailable for now. What you have already saved is kept. Please try again in a few minutes.",
  "Nous ne parvenons pas à relire ces informations. Veuillez contacter votre mairie : elle pourra vous aider.":
    "We cannot read these details again. Please contact your town hall: it will be able to help you.",
  "Cette démarche est momentanément indisponible. Vous pouvez la faire auprès de nos services, à l’accueil ou par téléphone.":
    "This service is unavailable for now. You can apply with our staff, at the reception or by telephone.",
  "Trop de connexions en même temps": "Too many sign-ins at once",
  "Beaucoup de connexions viennent de votre adresse. Patientez une minute, puis réessayez.":
    "Many sign-ins come from your address. Wait a minute, then try again.",
  "Trop d’essais": "Too many attempts",
  "Beaucoup de codes viennent de votre adresse. Patientez une minute, puis réessayez.":
    "Many codes come from your address. Wait a minute, then try again.",
  "Votre session a expiré et beaucoup de formulaires viennent de votre adresse. Gardez cette page ouverte, patientez une minute, puis revenez en arrière et envoyez de nouveau.":
    "Your session has expired and many forms come from your address. Keep this page open, wait a minute, then go back and send again.",
  "Votre session a expiré": "Your session has expired",
  "Vous êtes resté longtemps sans bouger, et nous avons fermé votre session pour protéger vos données. Ce que vous veniez de saisir est gardé une heure, pour ce navigateur.":
    "Nothing happened for a long time, and we closed your session to protect your data. What you had just typed is kept for one hour, for this browser.",
  "Vous êtes resté longtemps sans bouger, et nous avons fermé votre session pour protéger vos données. Votre demande n’a pas été envoyée.":
    "Nothing happened for a long time, and we closed your session to protect your data. Your application was not sent.",
  "Recommencer ma demande": "Start my application again",
  "Votre session a changé depuis que cette page a été ouverte. Rien n’a été enregistré : vérifiez ce qui suit, puis recommencez.":
    "Your session has changed since this page was opened. Nothing was saved: check what follows, then try again.",
  "Vos réponses ont été retrouvées. Vérifiez-les, puis enregistrez.":
    "Your answers have been found again. Check them, then save.",
  "Certaines réponses ne sont pas encore valables. Elles sont gardées telles que vous les avez saisies : corrigez-les pour continuer.":
    "Some answers are not valid yet. They are kept as you typed them: correct them to continue.",
  "Le formulaire a changé depuis que vous avez commencé. Vos réponses sont gardées : relisez chaque étape, puis continuez.":
    "The form has changed since you started. Your answers are kept: read each step again, then continue.",
  "Cette demande a changé de personne dans un autre onglet. Rien de ce que vous veniez de saisir n’a été enregistré.":
    "This application was changed to another person in another tab. Nothing of what you had just typed was saved.",
  "Cette correction ne peut plus se faire ici": "This correction can no longer be made here",
  "Le formulaire a changé depuis votre envoi. Contactez la mairie avec le numéro {reference} : elle corrigera votre dossier avec vous.":
    "The form has changed since you sent it. Contact the town hall with the number {reference}: it will correct your application with you.",
  "Contacter la mairie": "Contact the town hall",
  "Cette demande est déjà envoyée": "This application has already been sent",
  "Elle ne peut plus être modifiée ici. Vous pouvez la retrouver, ou en commencer une autre.":
    "It can no longer be changed here. You can find it again, or start another one.",
  "Commencer une autre demande": "Start another application",
  "réponse dès que possible": "reply as soon as possible",
  "Vos réponses ont changé depuis que cette page a été ouverte, dans un autre onglet, parce qu’une donnée est arrivée ou parce que la règle de calcul n’est plus la même. Relisez-les avant d’envoyer.":
    "Your answers have changed since this page was opened: in another tab, because some data arrived, or because the rule of calculation is no longer the same. Read them again before sending.",
  "Ce brouillon n’existe plus ou a déjà été envoyé. Retrouvez vos demandes dans « Mes dossiers ».":
    "This draft no longer exists or has already been sent. Find your applications under “My applications”.",
  "Ce brouillon a été modifié dans un autre onglet. Vérifiez les réponses affichées, puis continuez.":
    "This draft was changed in another tab. Check the answers shown, then continue.",
  "Vous avez déjà un brouillon pour cette démarche. Reprenez-le depuis « Mes dossiers ».":
    "You already have a draft for this service. Resume it from “My applications”.",
  "Ce dossier est introuvable. Retrouvez vos demandes dans « Mes dossiers ».":
    "This application cannot be found. Find your applications under “My applications”.",
  "Ce dossier a été modifié entre-temps. Relisez-le avant de continuer.":
    "This application has changed in the meantime. Read it again before you continue.",
  "Cette action n’est plus possible dans l’état actuel du dossier.":
    "This can no longer be done in the present state of the application.",
  "Ce formulaire ne correspond pas à votre brouillon. Rouvrez-le depuis « Mes dossiers ».":
    "This form does not match your draft. Open it again from “My applications”.",
  "Seules les réponses signalées par la mairie peuvent être corrigées.":
    "Only the answers that the town hall pointed out can be corrected.",
  "Votre saisie est trop volumineuse pour être conservée. Connectez-vous, puis recommencez.":
    "What you typed is too large to be kept. Sign in, then try again.",
} as const satisfies Record<string, string>;
