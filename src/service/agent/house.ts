import type { House } from "../house.ts";
import type { Settings } from "../settings.ts";

/** What the agents' pages need of the house. */
export type AgentHouse = Pick<
  House,
  "collectivites" | "dossiers" | "procedures" | "assets" | "logger" | "now"
> & {
  readonly settings: Pick<Settings, "baseUrl" | "proConnect" | "sandbox">;
};
