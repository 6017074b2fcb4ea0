/** `acr` values, exactly as discovery lists them; they are names, not a scale. */
export const AGENT_ACR_VALUES = [
  "eidas0",
  "eidas0-mfa",
  "eidas1",
  "eidas1-mfa",
  "eidas2",
  "eidas3",
  "https://proconnect.gouv.fr/assurance/certification-dirigeant",
] as const;

/** Levels for which a running session is never reused. */
export const ALWAYS_REAUTHENTICATE: readonly string[] = ["eidas2", "eidas3"];

/**
 * Scope → claims.
 * @see https://partenaires.proconnect.gouv.fr/docs/fournisseur-service/scope-claims
 */
export const AGENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  openid: ["sub"],
  given_name: ["given_name"],
  usual_name: ["usual_name"],
  email: ["email"],
  uid: ["uid"],
  siret: ["siret"],
  siren: ["siren"],
  idp_id: ["idp_id"],
  organization_label: ["organization_label"],
  roles: ["roles"],
  phone: ["phone_number"],
  organizational_unit: ["organizational_unit"],
  belonging_population: ["belonging_population"],
  chorusdt: ["chorusdt:matricule", "chorusdt:societe"],
  custom: ["custom"],
  idp_acr: ["idp_acr"],
};

/** Seconds. */
export const AGENT_TTL = {
  AccessToken: 3600,
  AuthorizationCode: 60,
  Grant: 12 * 3600,
  IdToken: 3600,
  Interaction: 3600,
  RefreshToken: 12 * 3600,
  Session: 12 * 3600,
} as const;
