import { rows } from "./row.ts";

/** What our own site refuses, before or after a login. */
export const ACCESS_ERRORS = {
  ...rows(
    {
      status: 401,
      citizenTitle: "Votre session est terminée",
      citizenMessage: "Vous n’êtes plus connecté. Identifiez-vous de nouveau pour continuer votre démarche.",
      wayOn: "retry",
    },
    {
      authentication_required:
        "A request that starts no login (not a GET navigation) came without a session.",
    },
  ),
  ...rows(
    {
      status: 403,
      citizenTitle: "Un niveau de garantie plus élevé est nécessaire",
      citizenMessage:
        "Cette démarche demande une identification plus sûre que celle de votre connexion actuelle. Identifiez-vous de nouveau, avec FranceConnect+.",
      wayOn: "retry",
    },
    {
      level_required:
        "A request that starts no login (not a GET navigation) came with a lower level than the route requires.",
    },
  ),
  ...rows(
    {
      status: 400,
      citizenTitle: "Lien de connexion incorrect",
      citizenMessage:
        "Ce lien de connexion est incorrect. Recommencez depuis le bouton de connexion de notre site.",
      wayOn: "home",
    },
    { level_unknown: "`level` must be eidas1, eidas2 or eidas3." },
  ),
  ...rows(
    {
      status: 403,
      citizenTitle: "Votre page a expiré",
      citizenMessage:
        "Par sécurité, votre demande n’a pas été prise en compte : la page était ouverte depuis trop longtemps ou dans une autre session. Revenez en arrière, rechargez la page, puis recommencez.",
      wayOn: "home",
    },
    { csrf_refused: "The POST has no CSRF token, or another session’s." },
  ),
  ...rows(
    {
      status: 403,
      citizenTitle: "La personne identifiée n’est pas la même",
      citizenMessage:
        "L’identité que nous venons de recevoir n’est pas celle de votre session. Par sécurité, votre session est restée comme elle était. Pour changer de personne, déconnectez-vous d’abord.",
      wayOn: "logout",
    },
    {
      step_up_other_person:
        "The step-up returned another `sub` or another identity than the session’s: refused, session unchanged.",
    },
  ),
  ...rows(
    {
      status: 403,
      citizenTitle: "Vous n’avez pas accès à cet espace",
      citizenMessage:
        "Votre identification ProConnect a réussi, mais votre organisation n’a pas accès à cet espace.",
      wayOn: "home",
    },
    {
      agent_not_authorised:
        "`authorize` refused the agent (SIRET, roles): ProConnect authenticates, it does not authorise.",
    },
  ),
  ...rows(
    {
      status: 503,
      citizenTitle: "Le service est momentanément indisponible",
      citizenMessage:
        "Nous ne pouvons pas vous connecter pour le moment. Réessayez dans quelques minutes. Si votre demande est urgente, contactez nos services : les démarches restent possibles sans FranceConnect.",
      wayOn: "home",
    },
    {
      session_unavailable:
        "No `req.session`: mount express-session before this middleware, or its store is disconnected.",
      session_store_failed: "The session store failed; no login is opened without it.",
      level_unavailable:
        "No configured client serves the level that was asked: configure FranceConnect+ for eidas2 and eidas3.",
      own_keys_missing:
        "FranceConnect+ encrypts to keys of ours and there are none: run `npx passerelle keys generate`, then set `keysDir`.",
      tenant_unknown: "`clientFor` knows no collectivité for this request.",
      internal_failure: "An unforeseen error: see its `cause`.",
    },
  ),
} as const;
