export type { AgentHouse } from "./house.ts";
export { type AgentPages, type AgentPagesOptions, agentPages } from "./pages.ts";
export type { Role, RoleOf } from "./role.ts";
