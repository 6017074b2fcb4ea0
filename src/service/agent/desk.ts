import type { Request } from "express";
import type { Collectivite } from "../../collectivites/index.ts";
import { type Agent, csrfToken } from "../../federation/index.ts";
import type { Frame } from "../frame.ts";
import { siteFrame } from "../site-frame.ts";
import type { AgentHouse } from "./house.ts";
import type { Role, RoleOf } from "./role.ts";

/** What surrounds an agent's page: the site's frame, and who is at the desk. */
export interface Desk {
  readonly frame: Frame;
  /** Absent before login. */
  readonly agent?: { readonly name: string; readonly role: Role };
}

/** The desk of this request, with a token for its forms once somebody sits there. */
export function deskFor(house: AgentHouse, roleOf: RoleOf, req: Request, collectivite: Collectivite): Desk {
  const frame = siteFrame(house, req, collectivite);
  if (!req.agent) return { frame };
  return {
    frame: { ...frame, csrfToken: csrfToken(req) },
    agent: { name: agentName(req.agent), role: roleOf(req.agent, collectivite) },
  };
}

/** The name that citizens and colleagues read beside a decision. */
export function agentName({ givenName, usualName }: Pick<Agent, "givenName" | "usualName">): string {
  return `${givenName} ${usualName}`.trim();
}
