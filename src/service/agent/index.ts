export type { AgentHouse } from "./house.ts";
export { type AgentPagesOptions, agentPages } from "./pages.ts";
export type { Role, RoleOf } from "./role.ts";
