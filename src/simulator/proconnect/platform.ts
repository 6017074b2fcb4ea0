import type { Dial } from "../dial.ts";
import type { BrowserSessions } from "../engine/browser-session.ts";
import type { Engine } from "../engine/engine.ts";
import type { SimulatorClient, SimulatorLogger } from "../options.ts";
import type { AgentIdentity } from "./agents.ts";

export const PROCONNECT_LABEL = "ProConnect";
/** Prefix of cookies: browsers share them between the ports of localhost. */
export const PROCONNECT_COOKIES = "pc";

/** Everything one running ProConnect consists of. */
export interface AgentPlatformState {
  readonly engine: Engine;
  readonly clients: ReadonlyMap<string, SimulatorClient>;
  readonly sessions: BrowserSessions<AgentIdentity>;
  /** The latest session of each `sub`: what `/userinfo` reads. */
  readonly identities: Map<string, AgentIdentity>;
  readonly dial: Dial;
  readonly now: () => Date;
  readonly logger: SimulatorLogger | undefined;
}
