/** One page on which ProConnect stops; `back` is what « Réessayer de vous connecter » sends to the service. */
export interface AgentError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly back?: { readonly error: string; readonly error_description: string };
}

const TECHNICAL = {
  error: "server_error",
  error_description: "authentication aborted due to a technical error on the authorization server",
};

/**
 * The pages the simulator can show.
 * @see https://partenaires.proconnect.gouv.fr/docs/fournisseur-service/troubleshooting-fs
 */
export const AGENT_ERRORS: readonly AgentError[] = [
  { code: "Y000400", status: 400, message: "La requête reçue est invalide." },
  { code: "Y000404", status: 404, message: "Cette page n’existe pas." },
  { code: "Y030031", status: 400, message: "L’adresse de retour du service n’est pas enregistrée." },
  { code: "Y030110", status: 401, message: "Votre session a expiré. Recommencez la connexion." },
  { code: "Y030111", status: 400, message: "L’adresse de retour après déconnexion n’est pas enregistrée." },
  { code: "Y03E5DA4", status: 400, message: "Le service qui demande la connexion est inconnu." },
  { code: "Y470001", status: 403, message: "Le formulaire a expiré. Recommencez la connexion." },
  {
    code: "Y180001",
    status: 403,
    message: "Votre compte est bloqué.",
    back: { error: "access_denied", error_description: "account is blocked" },
  },
  { code: "Y020026", status: 502, message: "Votre fournisseur d’identité ne répond pas.", back: TECHNICAL },
  {
    code: "Y500015",
    status: 403,
    message: "Ce service est réservé aux agents du secteur public.",
    back: { error: "access_denied", error_description: "private sector identity not allowed" },
  },
];

/** The page of a code; a technical error where the list has none. */
export function agentError(code: string): AgentError {
  return (
    AGENT_ERRORS.find((row) => row.code === code) ?? {
      code,
      status: 500,
      message: "Une erreur technique est survenue.",
      back: TECHNICAL,
    }
  );
}

const LIBRARY_CODES: Readonly<Record<string, string>> = {
  invalid_redirect_uri: "Y030031",
  invalid_client: "Y03E5DA4",
};

/** ProConnect's code for an error of oidc-provider that is shown as a page. */
export function agentLibraryCode(error: string, description: string): string {
  if (description.includes("post_logout_redirect_uri")) return "Y030111";
  return LIBRARY_CODES[error] ?? "Y000400";
}
