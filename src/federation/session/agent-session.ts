import type { Request } from "express";
import type { Agent } from "../agent.ts";
import { regenerate } from "./regenerate.ts";

/** Opens the agent's session under a new id: nothing of the former one is carried over. */
export async function openAgentSession(req: Request, agent: Agent, idToken: string): Promise<void> {
  await regenerate(req, {});
  req.session.agent = { agent, hints: [{ platform: "proconnect", idToken }] };
  req.agent = agent;
}

/** Nothing of a login that could not be written down is left in memory. */
export function closeAgentSession(req: Request): void {
  delete req.session?.agent;
  delete req.agent;
}
