/** One page on which FranceConnect stops: what the citizen reads, and what « Revenir sur … » sends to the service. */
export interface PlatformError {
  readonly code: string;
  /** HTTP status of the page. */
  readonly status: number;
  readonly message: string;
  /** Absent where the page has no way back: the service sees nothing. */
  readonly back?: { readonly error: string; readonly error_description: string };
}

const ABORTED = { error: "access_denied", error_description: "user authentication aborted" };
const TECHNICAL = {
  error: "server_error",
  error_description: "authentication aborted due to a technical error on the authorization server",
};
/** FranceConnect's exceptions without an OAuth code of their own mix the two. */
const MIXED = { error: "access_denied", error_description: TECHNICAL.error_description };
const UNAVAILABLE = { error: "temporarily_unavailable", error_description: TECHNICAL.error_description };
const ASK_PROVIDER = "Vérifiez les informations de votre compte auprès de votre fournisseur d’identité.";

/**
 * The pages the simulator can show.
 * @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-erreurs/
 */
export const PLATFORM_ERRORS: readonly PlatformError[] = [
  { code: "Y000400", status: 400, message: "La requête reçue est invalide." },
  { code: "Y000404", status: 404, message: "Cette page n’existe pas." },
  { code: "Y030007", status: 400, message: "Les paramètres de la demande de connexion sont invalides." },
  { code: "Y040001", status: 400, message: "La demande de connexion a été refusée." },
  { code: "Y04EA6EF", status: 400, message: "Le service qui demande la connexion est inconnu ou désactivé." },
  { code: "Y04C013C", status: 400, message: "L’adresse de retour du service n’est pas enregistrée." },
  {
    code: "Y04A8220",
    status: 400,
    message: "L’adresse « sector_identifier_uri » du service est injoignable.",
  },
  {
    code: "Y100009",
    status: 400,
    message: "Ce service n’est pas autorisé à demander la méthode d’authentification.",
  },
  {
    code: "Y190001",
    status: 401,
    message:
      "Votre session a expiré, ou cette fenêtre est restée ouverte trop longtemps. Recommencez la connexion.",
    back: ABORTED,
  },
  {
    code: "Y600006",
    status: 400,
    message: `Une information indispensable de votre identité manque ou est invalide. ${ASK_PROVIDER}`,
    back: TECHNICAL,
  },
  {
    code: "Y010004",
    status: 403,
    message: `Votre identité n’a pas pu être vérifiée. ${ASK_PROVIDER}`,
    back: ABORTED,
  },
  {
    code: "Y010006",
    status: 403,
    message: `Plusieurs personnes portent cette identité. ${ASK_PROVIDER}`,
    back: ABORTED,
  },
  {
    code: "Y010007",
    status: 403,
    message: `Votre nom de naissance n’est pas connu. ${ASK_PROVIDER}`,
    back: ABORTED,
  },
  {
    code: "Y010008",
    status: 403,
    message: `Votre identité n’a pas été trouvée. ${ASK_PROVIDER}`,
    back: ABORTED,
  },
  {
    code: "Y010009",
    status: 400,
    message: `Votre identité n’a pas pu être vérifiée. ${ASK_PROVIDER}`,
    back: TECHNICAL,
  },
  {
    code: "Y010011",
    status: 504,
    message: "La vérification de votre identité prend trop de temps.",
    back: UNAVAILABLE,
  },
  {
    code: "Y010012",
    status: 504,
    message: "La vérification de votre identité est indisponible.",
    back: UNAVAILABLE,
  },
  { code: "Y010013", status: 504, message: "La vérification de votre identité a échoué.", back: TECHNICAL },
  {
    code: "Y010015",
    status: 403,
    message: "La personne qui porte cette identité est décédée.",
    back: ABORTED,
  },
  {
    code: "Y180001",
    status: 403,
    message: "Vous avez désactivé l’accès à votre compte FranceConnect.",
    back: ABORTED,
  },
  {
    code: "Y100001",
    status: 400,
    message: "Le niveau de sécurité de votre identité est insuffisant pour ce service.",
    back: MIXED,
  },
  {
    code: "Y100002",
    status: 400,
    message: "Le niveau de sécurité demandé n’est pas connu.",
    back: { error: "invalid_request", error_description: "acr_values not supported" },
  },
  {
    code: "Y100018",
    status: 400,
    message: "Le fournisseur d’identité a répondu avec un niveau qui ne lui est pas accordé.",
    back: { error: "invalid_request", error_description: "idp returned a not allowed acr value" },
  },
  { code: "Y020021", status: 502, message: "Le fournisseur d’identité ne répond pas.", back: TECHNICAL },
  { code: "Y470001", status: 403, message: "Le formulaire a expiré. Recommencez la connexion." },
];

const GENERIC: PlatformError = {
  code: "Y000000",
  status: 500,
  message: "Une erreur technique est survenue.",
  back: TECHNICAL,
};

/** The page of a Y-code. */
export function platformError(code: string): PlatformError {
  return PLATFORM_ERRORS.find((row) => row.code === code) ?? { ...GENERIC, code };
}

/** The library's error → FranceConnect's code; the first row that fits. */
const LIBRARY_CODES: readonly {
  readonly error: string;
  readonly description?: RegExp;
  readonly detail?: RegExp;
  readonly code: string;
}[] = [
  { error: "invalid_client_metadata", description: /sector_identifier_uri/, code: "Y04A8220" },
  { error: "invalid_client_metadata", description: /JSON Web Key Set/, code: "Y044D511" },
  { error: "invalid_client", detail: /invalid secret provided/, code: "Y0434A7B" },
  { error: "invalid_client", detail: /client not found/, code: "Y04EA6EF" },
  { error: "invalid_redirect_uri", code: "Y04C013C" },
  { error: "invalid_request", description: /missing required parameter 'code'/, code: "Y048017B" },
  { error: "invalid_grant", detail: /authorization code not found/, code: "Y049E20B" },
  { error: "invalid_token", description: /no access token provided/, code: "Y04146A2" },
];

/** FranceConnect's code for an error of oidc-provider; the generic one where the published list has none. */
export function libraryCode(error: string, description: string, detail: string): string {
  const row = LIBRARY_CODES.find(
    (candidate) =>
      candidate.error === error &&
      (candidate.description?.test(description) ?? true) &&
      (candidate.detail?.test(detail) ?? true),
  );
  return row?.code ?? "Y040001";
}

/** How FranceConnect names its back-channel errors. */
export const FRANCECONNECT_NAMING = {
  documentation: "https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-erreurs/",
  code: libraryCode,
} as const;
