export type { AgentHouse } from "./house.ts";
export { type AgentPages, type AgentPagesOptions, agentPages } from "./pages.ts";
export { namedAdministrators, type Role, type RoleOf } from "./role.ts";
