export type { Agent } from "./agent.ts";
export { type Citizen, type Identity, LEVELS, type Level, type Platform } from "./citizen.ts";
