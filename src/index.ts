export type { Agent, Citizen, Identity, Level, Platform } from "./federation/index.ts";
export { LEVELS } from "./federation/index.ts";
export type { Answer, Found, NoData } from "./particulier/index.ts";
