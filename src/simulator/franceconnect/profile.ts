import type { CitizenPlatform } from "../personas/persona.ts";
import { FRANCECONNECT_IDENTITY, PLUS_IDENTITY, type ScopeClaims } from "./scopes.ts";

/** An identity provider (fournisseur d'identité) of the choice page. */
export interface IdentityProvider {
  readonly id: string;
  readonly label: string;
  /** Levels it can answer, lowest first. */
  readonly levels: readonly string[];
  readonly amr: readonly string[];
  /** Whether it has an end-session page of its own. */
  readonly logout: boolean;
}

/** What tells FranceConnect and FranceConnect+ apart; everything else is one code. */
export interface CitizenProfile {
  readonly platform: CitizenPlatform;
  readonly label: string;
  /** Prefix of cookies: browsers share them between the ports of localhost. */
  readonly cookies: string;
  readonly acrValues: readonly string[];
  readonly defaultAcr: string;
  /** The level a running session may be reused for. */
  readonly ssoAcr: string;
  /** Seconds; of the library's session and interaction, and of FranceConnect's own session. */
  readonly sessionTtl: number;
  readonly slidingSession: boolean;
  readonly encryption: boolean;
  readonly defaultSigningAlg: string;
  readonly signingAlgs: readonly string[];
  readonly clientAuthSigningAlgs: readonly string[];
  readonly encryptionAlgs: readonly string[];
  readonly idTokenEncryptionAlgs: readonly string[];
  readonly identityScopes: ScopeClaims;
  readonly identityProviders: readonly IdentityProvider[];
  /** Start of the key identifiers, as in FranceConnect's own stack. */
  readonly kid: (alg: string) => string;
}

export const FRANCECONNECT: CitizenProfile = {
  platform: "franceconnect",
  label: "FranceConnect",
  cookies: "fc",
  acrValues: ["eidas1"],
  defaultAcr: "eidas1",
  ssoAcr: "eidas1",
  sessionTtl: 1800,
  slidingSession: true,
  encryption: false,
  defaultSigningAlg: "HS256",
  signingAlgs: ["ES256", "RS256", "HS256"],
  clientAuthSigningAlgs: ["ES256", "RS256"],
  encryptionAlgs: ["ECDH-ES", "RSA-OAEP"],
  idTokenEncryptionAlgs: ["ECDH-ES", "RSA-OAEP"],
  identityScopes: FRANCECONNECT_IDENTITY,
  identityProviders: [
    { id: "fip1-low", label: "Compte fiscal simulé", levels: ["eidas1"], amr: ["fc", "pwd"], logout: true },
    {
      id: "fip2-low",
      label: "Identité postale simulée",
      levels: ["eidas2"],
      amr: ["fc", "pwd", "mail"],
      logout: true,
    },
    {
      id: "fip3-low",
      label: "Carte d’identité simulée",
      levels: ["eidas3"],
      amr: ["fc", "pop", "mfa", "pin"],
      logout: true,
    },
    {
      id: "fip9-low",
      label: "Assurance maladie simulée (sans page de déconnexion)",
      levels: ["eidas1"],
      amr: ["fc", "pwd"],
      logout: false,
    },
  ],
  kid: (alg) => `pkcs11:${alg}:hsm`,
};

export const FRANCECONNECT_PLUS: CitizenProfile = {
  platform: "franceconnect-plus",
  label: "FranceConnect+",
  cookies: "fcp",
  acrValues: ["eidas2", "eidas3"],
  defaultAcr: "eidas3",
  ssoAcr: "eidas2",
  sessionTtl: 600,
  slidingSession: false,
  encryption: true,
  defaultSigningAlg: "ES256",
  signingAlgs: ["ES256"],
  clientAuthSigningAlgs: ["ES256"],
  encryptionAlgs: ["ECDH-ES", "RSA-OAEP"],
  idTokenEncryptionAlgs: ["ECDH-ES", "RSA-OAEP", "RSA-OAEP-256"],
  identityScopes: PLUS_IDENTITY,
  identityProviders: [
    {
      id: "fip1-high",
      label: "Identité numérique simulée",
      levels: ["eidas2", "eidas3"],
      amr: ["fc", "pop", "pin", "mfa"],
      logout: true,
    },
    {
      id: "fip3-high",
      label: "Identité postale simulée",
      levels: ["eidas2"],
      amr: ["fc", "pwd", "mail", "mfa"],
      logout: true,
    },
    {
      id: "fip5-high",
      label: "Carte d’identité simulée",
      levels: ["eidas3"],
      amr: ["fc", "pop", "pin", "mfa"],
      logout: false,
    },
    {
      id: "eidas-bridge",
      label: "Identité d’un autre pays européen (eIDAS)",
      levels: ["eidas2", "eidas3"],
      amr: ["eidas"],
      logout: false,
    },
  ],
  kid: () => "pkcs11:hsm",
};
