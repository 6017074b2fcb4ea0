import type { Agent } from "../agent.ts";
import type { Citizen, Platform } from "../citizen.ts";

/** One account proven in this session. */
export interface LinkedAccount {
  readonly platform: Platform;
  readonly sub: string;
}

/** What ends a provider's session: kept on the server only. */
export interface LogoutHint {
  readonly platform: Platform | "proconnect";
  readonly tenant?: string;
  /** The inner JWS: FranceConnect+ refuses the JWE. */
  readonly idToken: string;
}

/** What a citizen's session holds. No access token: it would be dead before it could serve. */
export interface FederationSession {
  readonly citizen: Citizen;
  readonly tenant?: string;
  readonly accounts: readonly LinkedAccount[];
  readonly hints: readonly LogoutHint[];
}

/** What an agent's session holds. */
export interface AgentSession {
  readonly agent: Agent;
  readonly hints: readonly LogoutHint[];
}

declare module "express-session" {
  interface SessionData {
    federation?: FederationSession;
    agent?: AgentSession;
  }
}
