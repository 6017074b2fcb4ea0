import type { Request } from "express";
import type { Collectivite } from "../../collectivites/index.ts";
import { type Agent, csrfToken } from "../../federation/index.ts";
import type { Frame } from "../frame.ts";
import { rootOf, siteFrame } from "../site-frame.ts";
import type { AgentHouse } from "./house.ts";
import type { Role, RoleOf } from "./role.ts";

/** Where ProConnect's own addresses are: one registration serves every collectivité. */
export const AUTH = "/agent/auth";
export const LOGOUT = `${AUTH}/logout`;

/** Whose desk it is, and where it stands. */
export interface Place {
  readonly collectivite: Collectivite;
  readonly base: string;
}

/** What surrounds an agent's page: the site's frame, and who is at the desk. */
export interface Desk {
  readonly frame: Frame;
  /** Before every address of this desk: `/agent`, or `/c/<slug>/agent` where several collectivités share a host. */
  readonly base: string;
  /** Absent before login. */
  readonly agent?: { readonly name: string; readonly role: Role };
}

/** The desk of this request, with a token for its forms once somebody sits there. */
export function deskFor(
  house: AgentHouse,
  roleOf: RoleOf,
  req: Request,
  { collectivite, base }: Place,
): Desk {
  const frame = siteFrame(house, req, collectivite);
  if (!req.agent) return { frame, base };
  return {
    base,
    frame: { ...frame, csrfToken: csrfToken(req) },
    agent: { name: agentName(req.agent), role: roleOf(req.agent, collectivite) },
  };
}

/** The desk that an address is of. */
export const baseOf = (path: string): string => `${rootOf(path)}/agent`;

/** The name that citizens and colleagues read beside a decision. */
export function agentName({ givenName, usualName }: Pick<Agent, "givenName" | "usualName">): string {
  return `${givenName} ${usualName}`.trim();
}
