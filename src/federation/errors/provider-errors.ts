import { rows } from "./row.ts";

const WITHOUT = "Vous pouvez aussi faire votre démarche sans FranceConnect, auprès de nos services.";

/** What the provider said, or failed to say. */
export const PROVIDER_ERRORS = {
  ...rows(
    {
      status: 403,
      citizenTitle: "Vous avez interrompu la connexion",
      citizenMessage: `Vous êtes revenu sur notre site sans vous identifier. Vous pouvez recommencer, ou choisir un autre compte. ${WITHOUT}`,
      wayOn: "retry",
    },
    {
      login_cancelled:
        "`access_denied`: the citizen went back, or the provider already explained its refusal to them.",
    },
  ),
  ...rows(
    {
      status: 400,
      citizenTitle: "Votre identification n’a pas abouti",
      citizenMessage: `Le service d’identification attend une nouvelle connexion de votre part. Recommencez. ${WITHOUT}`,
      wayOn: "retry",
    },
    {
      provider_login_required:
        "`login_required` or another interaction is needed: start the login again without `prompt=none`.",
    },
  ),
  ...rows(
    {
      status: 400,
      citizenTitle: "Le service d’identification a rencontré une difficulté",
      citizenMessage: `L’identification n’a pas pu aboutir à cause d’un incident chez le service d’identification. Réessayez dans quelques minutes. ${WITHOUT}`,
      wayOn: "retry",
    },
    {
      provider_server_error: "`server_error`: an incident at the provider.",
      provider_temporarily_unavailable:
        "`temporarily_unavailable`: the provider cannot reach a service it needs (RNIPP, identity provider).",
      provider_error_unknown: "The provider answered with an `error` outside its documented list.",
      provider_error_legacy:
        "The provider answered with one of its own codes (Y… or E…) instead of a standard one: look it up in its list.",
    },
  ),
  ...rows(
    {
      status: 400,
      citizenTitle: "Notre site n’est pas correctement raccordé",
      citizenMessage: `Le service d’identification a refusé la demande de notre site. Ce n’est pas de votre fait et recommencer n’y changera rien pour le moment : nos équipes en sont informées. ${WITHOUT}`,
      wayOn: "home",
    },
    {
      provider_refused_request:
        "`invalid_request`, `unauthorized_client` or similar: compare the client’s registration (redirect URI, parameters) with ours.",
      provider_refused_level:
        "`invalid_acr`: this platform does not serve the level, or the client may not ask for it.",
      provider_refused_scope:
        "`invalid_scope`: a requested scope is not in the client’s habilitation. Reduce the scopes or extend the habilitation.",
      provider_refused_hint: "The identity-provider hint is not allowed or unknown.",
      client_refused:
        "The token endpoint refused the client: check client id and secret, and that the environment is the right one.",
      token_request_refused:
        "The token endpoint refused the request for another reason than the code or the client.",
    },
  ),
  ...rows(
    {
      status: 400,
      citizenTitle: "Votre connexion a pris trop de temps",
      citizenMessage:
        "Le service d’identification ne laisse que quelques secondes pour revenir sur notre site, et elles étaient écoulées. Recommencez la connexion.",
      wayOn: "retry",
    },
    {
      code_refused: "`invalid_grant`: the code is older than 30 seconds, already used, or not this client’s.",
      userinfo_refused:
        "UserInfo refused the access token: the grant lives 30 seconds from the citizen’s click.",
    },
  ),
  ...rows(
    {
      status: 503,
      citizenTitle: "Le service d’identification est momentanément indisponible",
      citizenMessage: `Nous n’arrivons pas à joindre le service d’identification. Réessayez dans quelques minutes. ${WITHOUT}`,
      wayOn: "retry",
    },
    {
      provider_not_ready:
        "The provider’s metadata has not been read yet: it is down, or closed to this machine. It is retried in the background.",
      provider_unavailable: "The provider answered 429 or 5xx.",
    },
  ),
  ...rows(
    {
      status: 502,
      citizenTitle: "Le service d’identification est injoignable",
      citizenMessage: `Le service d’identification ne répond pas correctement. Réessayez dans quelques minutes. ${WITHOUT}`,
      wayOn: "retry",
    },
    {
      provider_unreachable: "The connection to the provider failed (name, network, TLS): see `cause`.",
      provider_response_invalid:
        "The provider’s answer is not what the protocol says: redirect, size, format or a missing member.",
      provider_metadata_invalid:
        "The provider’s metadata is unusable: another issuer, an endpoint on another host, or a plain-http endpoint.",
    },
  ),
  ...rows(
    {
      status: 504,
      citizenTitle: "Le service d’identification ne répond pas",
      citizenMessage: `Le service d’identification a mis trop de temps à répondre. Réessayez dans quelques minutes. ${WITHOUT}`,
      wayOn: "retry",
    },
    { provider_timeout: "The provider did not answer within the time limit." },
  ),
} as const;
