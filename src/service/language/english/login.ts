/** What a login says that did not succeed. */
export const LOGIN = {
  "Adresse de retour incomplète": "Incomplete return address",
  "L’adresse qui vous ramène sur notre site est incomplète ou a été modifiée. Aucune connexion n’a été ouverte. Recommencez depuis le bouton de connexion.":
    "The address that brings you back to our site is incomplete or was altered. You have not been signed in. Start again from the sign-in button.",
  "Votre demande de connexion n’existe plus": "Your sign-in request no longer exists",
  "Plus de dix minutes se sont écoulées depuis que vous avez demandé à vous connecter, ou trop d’onglets ont été ouverts. Rien n’est perdu : recommencez la connexion.":
    "More than ten minutes have passed since you asked to sign in, or too many tabs were opened. Nothing is lost: sign in again.",
  "Votre navigateur n’a pas gardé le cookie de connexion": "Your browser did not keep the sign-in cookie",
  "Pour vous reconnaître à votre retour, notre site dépose un cookie strictement nécessaire, et votre navigateur ne l’a pas renvoyé. Autorisez les cookies de notre site, puis recommencez la connexion dans le même navigateur.":
    "To recognise you when you come back, our site sets a strictly necessary cookie, and your browser did not send it back. Allow our site’s cookies, then sign in again in the same browser.",
  "Cette connexion a été demandée depuis un autre navigateur":
    "This sign-in was requested from another browser",
  "Par sécurité, une connexion se termine dans le navigateur où elle a commencé. Si vous avez suivi un lien reçu d’une autre personne, ne recommencez pas depuis ce lien : utilisez le bouton de connexion de notre site.":
    "For your security, signing in ends in the browser where it began. If you followed a link from somebody else, do not start again from that link: use the sign-in button of our site.",
  "Cette page de retour a déjà servi": "This return page has already been used",
  "Vous êtes sans doute revenu en arrière, ou la page a été rechargée. Un retour de connexion ne sert qu’une fois : recommencez la connexion.":
    "You have probably gone back, or the page was reloaded. A return from signing in can be used only once: sign in again.",
  "Le retour ne correspond pas à votre demande": "The return does not match your request",
  "La réponse reçue ne vient pas du service où votre connexion a commencé. Par sécurité, elle a été écartée. Recommencez depuis le bouton de connexion.":
    "The reply we received does not come from the service where your sign-in began. For your security, it was discarded. Start again from the sign-in button.",
  "Retour de déconnexion non reconnu": "Unknown return from signing out",
  "Nous n’avons pas reconnu ce retour de déconnexion et n’y avons donné aucune suite. Pour vous déconnecter, utilisez le bouton « Se déconnecter » de notre site.":
    "We did not recognise this return from signing out and took no action. To sign out, use the “Sign out” button of our site.",
  "Votre session est terminée": "Your session has ended",
  "Vous n’êtes plus connecté. Identifiez-vous de nouveau pour continuer votre démarche.":
    "You are no longer signed in. Sign in again to continue your application.",
  "Un niveau de garantie plus élevé est nécessaire": "A higher level of assurance is needed",
  "Cette démarche demande une identification plus sûre que celle de votre connexion actuelle. Identifiez-vous de nouveau, avec FranceConnect+.":
    "This service needs a safer identification than your present one. Sign in again, with FranceConnect+.",
  "Lien de connexion incorrect": "Wrong sign-in link",
  "Ce lien de connexion est incorrect. Recommencez depuis le bouton de connexion de notre site.":
    "This sign-in link is wrong. Start again from the sign-in button of our site.",
  "Votre page a expiré": "Your page has expired",
  "Par sécurité, votre demande n’a pas été prise en compte : la page était ouverte depuis trop longtemps ou dans une autre session. Revenez en arrière, rechargez la page, puis recommencez.":
    "For your security, your request was not taken into account: the page had been open for too long or in another session. Go back, reload the page, then try again.",
  "La personne identifiée n’est pas la même": "Not the same person",
  "L’identité que nous venons de recevoir n’est pas celle de votre session. Par sécurité, votre session est restée comme elle était. Pour changer de personne, déconnectez-vous d’abord.":
    "The identity we have just received is not the one of your session. For your security, your session has stayed as it was. To change to another person, sign out first.",
  "Vous n’avez pas accès à cet espace": "You have no access to this area",
  "Votre identification ProConnect a réussi, mais votre organisation n’a pas accès à cet espace.":
    "You signed in with ProConnect, but your organisation has no access to this area.",
  "Le service est momentanément indisponible": "The service is unavailable for now",
  "Nous ne pouvons pas vous connecter pour le moment. Réessayez dans quelques minutes. Si votre demande est urgente, contactez nos services : les démarches restent possibles sans FranceConnect.":
    "We cannot sign you in for now. Try again in a few minutes. If your request is urgent, contact us: every service remains open without FranceConnect.",
  "Vous avez interrompu la connexion": "You stopped signing in",
  "Vous êtes revenu sur notre site sans vous identifier. Vous pouvez recommencer, ou choisir un autre compte. Vous pouvez aussi faire votre démarche sans FranceConnect, auprès de nos services.":
    "You came back to our site without identifying yourself. You can start again, or choose another account. You can also apply without FranceConnect, with our staff.",
  "Votre identification n’a pas abouti": "You could not be identified",
  "Le service d’identification attend une nouvelle connexion de votre part. Recommencez. Vous pouvez aussi faire votre démarche sans FranceConnect, auprès de nos services.":
    "The identification service wants you to sign in again. Start again. You can also apply without FranceConnect, with our staff.",
  "Le service d’identification a rencontré une difficulté": "The identification service had a problem",
  "L’identification n’a pas pu aboutir à cause d’un incident chez le service d’identification. Réessayez dans quelques minutes. Vous pouvez aussi faire votre démarche sans FranceConnect, auprès de nos services.":
    "You could not be identified because of an incident at the identification service. Try again in a few minutes. You can also apply without FranceConnect, with our staff.",
  "Notre site n’est pas correctement raccordé": "Our site is not connected properly",
  "Le service d’identification a refusé la demande de notre site. Ce n’est pas de votre fait et recommencer n’y changera rien pour le moment : nos équipes en sont informées. Vous pouvez aussi faire votre démarche sans FranceConnect, auprès de nos services.":
    "The identification service refused the request of our site. It is not your doing, and trying again will change nothing for now: our team has been told. You can also apply without FranceConnect, with our staff.",
  "Votre retour n’a pas été accepté": "Your return was not accepted",
  "Le service d’identification laisse quelques secondes pour revenir sur notre site, une seule fois. Elles étaient écoulées, ou la page s’est ouverte deux fois. Recommencez la connexion.":
    "The identification service leaves a few seconds to come back to our site, once. They had passed, or the page was opened twice. Sign in again.",
  "Le service d’identification est momentanément indisponible":
    "The identification service is unavailable for now",
  "Nous n’arrivons pas à joindre le service d’identification. Réessayez dans quelques minutes. Vous pouvez aussi faire votre démarche sans FranceConnect, auprès de nos services.":
    "We cannot reach the identification service. Try again in a few minutes. You can also apply without FranceConnect, with our staff.",
  "Le service d’identification est injoignable": "The identification service cannot be reached",
  "Le service d’identification ne répond pas correctement. Réessayez dans quelques minutes. Vous pouvez aussi faire votre démarche sans FranceConnect, auprès de nos services.":
    "The identification service does not answer properly. Try again in a few minutes. You can also apply without FranceConnect, with our staff.",
  "Le service d’identification ne répond pas": "The identification service does not answer",
  "Le service d’identification a mis trop de temps à répondre. Réessayez dans quelques minutes. Vous pouvez aussi faire votre démarche sans FranceConnect, auprès de nos services.":
    "The identification service took too long to answer. Try again in a few minutes. You can also apply without FranceConnect, with our staff.",
  "Votre identité n’a pas pu être vérifiée": "Your identity could not be verified",
  "La réponse du service d’identification n’a pas passé nos contrôles de sécurité. Aucune session n’a été ouverte et rien n’a été conservé. Recommencez la connexion ; si cela se reproduit, contactez nos services.":
    "The reply of the identification service did not pass our security checks. No session was opened and nothing was kept. Sign in again; if this happens again, contact us.",
  "Le niveau de garantie de votre identification est insuffisant":
    "The level of assurance of your identification is too low",
  "Cette démarche demande un niveau de garantie que le compte choisi ne permet pas d’atteindre. Recommencez en choisissant un autre compte, ou contactez nos services.":
    "This service needs a level of assurance that the account you chose cannot reach. Start again with another account, or contact us.",
  "Votre identité est incomplète": "Your identity is incomplete",
  "Le service d’identification ne nous a pas transmis toutes les informations nécessaires, ou sous une forme que nous ne pouvons pas lire. Choisissez un autre compte, ou contactez nos services pour faire votre démarche autrement.":
    "The identification service did not pass on all the details we need, or in a form that we cannot read. Choose another account, or contact us to apply in another way.",
} as const satisfies Record<string, string>;
