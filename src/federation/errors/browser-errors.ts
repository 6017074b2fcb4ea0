import { rows } from "./row.ts";

/** The browser came back in a way that the login it belongs to cannot be found, or is not its own. */
export const BROWSER_ERRORS = {
  ...rows(
    {
      status: 400,
      citizenTitle: "Adresse de retour incomplète",
      citizenMessage:
        "L’adresse qui vous ramène sur notre site est incomplète ou a été modifiée. Aucune connexion n’a été ouverte. Recommencez depuis le bouton de connexion.",
      wayOn: "retry",
    },
    {
      callback_malformed:
        "A callback parameter is repeated or too long: the request was made by hand or by a scanner.",
      callback_state_missing:
        "The callback has no usable `state`. FranceConnect may send the text `undefined` after it lost its own session.",
      callback_code_missing: "The callback has neither `code` nor `error`.",
    },
  ),
  ...rows(
    {
      status: 400,
      citizenTitle: "Votre demande de connexion n’existe plus",
      citizenMessage:
        "Plus de dix minutes se sont écoulées depuis que vous avez demandé à vous connecter, ou trop d’onglets ont été ouverts. Rien n’est perdu : recommencez la connexion.",
      wayOn: "retry",
    },
    {
      transaction_unknown:
        "No transaction for this `state`: older than ten minutes, evicted by newer ones, or the session store lost it.",
      transaction_expired: "The transaction is older than ten minutes.",
    },
  ),
  ...rows(
    {
      status: 400,
      citizenTitle: "Votre navigateur n’a pas gardé le cookie de connexion",
      citizenMessage:
        "Pour vous reconnaître à votre retour, notre site dépose un cookie strictement nécessaire, et votre navigateur ne l’a pas renvoyé. Autorisez les cookies de notre site, puis recommencez la connexion dans le même navigateur.",
      wayOn: "retry",
    },
    {
      transaction_cookie_lost:
        "The transaction exists but the browser sent no login cookie: cookies blocked, another host name than `baseUrl`, or somebody else’s callback address.",
    },
  ),
  ...rows(
    {
      status: 403,
      citizenTitle: "Cette connexion a été demandée depuis un autre navigateur",
      citizenMessage:
        "Par sécurité, une connexion se termine dans le navigateur où elle a commencé. Si vous avez suivi un lien reçu d’une autre personne, ne recommencez pas depuis ce lien : utilisez le bouton de connexion de notre site.",
      wayOn: "retry",
    },
    {
      transaction_other_browser:
        "The `state` belongs to another browser: a login forced on somebody (login CSRF), or a link opened in another browser.",
    },
  ),
  ...rows(
    {
      status: 400,
      citizenTitle: "Cette page de retour a déjà servi",
      citizenMessage:
        "Vous êtes sans doute revenu en arrière, ou la page a été rechargée. Un retour de connexion ne sert qu’une fois : recommencez la connexion.",
      wayOn: "retry",
    },
    {
      transaction_already_used:
        "The transaction was consumed by an earlier callback: back button, reload, or a replay.",
    },
  ),
  ...rows(
    {
      status: 400,
      citizenTitle: "Le retour ne correspond pas à votre demande",
      citizenMessage:
        "La réponse reçue ne vient pas du service où votre connexion a commencé. Par sécurité, elle a été écartée. Recommencez depuis le bouton de connexion.",
      wayOn: "retry",
    },
    {
      transaction_wrong_platform:
        "The login started at another provider than this callback’s (mix-up). Check that each redirect URI is registered at its own provider.",
      transaction_wrong_tenant: "The login started for another collectivité than this request’s.",
      callback_issuer_missing:
        "The provider announces `iss` in its callbacks (RFC 9207) and did not send it.",
      callback_issuer_mismatch:
        "The callback’s `iss` is not the issuer where the login started (mix-up, RFC 9207).",
    },
  ),
  ...rows(
    {
      status: 400,
      citizenTitle: "Retour de déconnexion non reconnu",
      citizenMessage:
        "Nous n’avons pas reconnu ce retour de déconnexion et n’y avons donné aucune suite. Pour vous déconnecter, utilisez le bouton « Se déconnecter » de notre site.",
      wayOn: "home",
    },
    {
      logout_state_mismatch: "The `state` of the logout callback is unknown, or belongs to another browser.",
    },
  ),
} as const;
