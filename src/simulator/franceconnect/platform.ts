import type { Interaction } from "oidc-provider";
import type { Dial } from "../dial.ts";
import type { BrowserSession, BrowserSessions } from "../engine/browser-session.ts";
import type { Engine } from "../engine/engine.ts";
import type { FaultDeck } from "../engine/fault-deck.ts";
import type { DataProvider, SimulatorClient, SimulatorLogger } from "../options.ts";
import type { CitizenProfile } from "./profile.ts";

/** An identity a browser has proven at an identity provider. */
export interface Authentication {
  readonly persona: string;
  readonly identityProvider: string;
  readonly acr: string;
  readonly amr: readonly string[];
}

export type CitizenSession = BrowserSession<Authentication>;

/** Everything one running citizen platform consists of; its routes are functions of this. */
export interface CitizenPlatformState {
  readonly profile: CitizenProfile;
  readonly engine: Engine;
  readonly clients: ReadonlyMap<string, SimulatorClient>;
  readonly dataProviders: readonly DataProvider[];
  readonly sessions: BrowserSessions<Authentication>;
  readonly dial: Dial;
  readonly deck: FaultDeck;
  readonly now: () => Date;
  readonly logger: SimulatorLogger | undefined;
}

/** The library's record of a login under way. */
export type { Interaction };

/** How the service is called on the pages. */
export function serviceName(state: CitizenPlatformState, clientId: unknown): string {
  const client = state.clients.get(String(clientId));
  return client?.client_name ?? "le service";
}
