import type { House } from "../house.ts";

/** What the agents' pages need of the house. */
export type AgentHouse = Pick<
  House,
  | "settings"
  | "api"
  | "collectivites"
  | "dossiers"
  | "onboarding"
  | "procedures"
  | "assets"
  | "logger"
  | "now"
>;
