import type { House } from "../house.ts";

/** What the agents' pages need of the house. */
export type AgentHouse = Pick<
  House,
  "settings" | "collectivites" | "dossiers" | "procedures" | "assets" | "logger" | "now"
>;
