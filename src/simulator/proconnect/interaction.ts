import type { Request, RequestHandler, Response } from "express";
import type { Interaction } from "oidc-provider";
import type { BrowserSession } from "../engine/browser-session.ts";
import { AgentsPage } from "../pages/agents.tsx";
import { sendPage } from "../pages/send.ts";
import type { AgentPersona } from "../personas/agent.ts";
import { AGENTS } from "../personas/agents.ts";
import { essentialAcr, satisfies } from "./acr.ts";
import { type AgentIdentity, agentIdentity } from "./agents.ts";
import { sendAgentError } from "./error-page.ts";
import { type AgentPlatformState, PROCONNECT_LABEL } from "./platform.ts";

/** Lets the library go on with a result, in the browser that started the login. */
export async function resumeAgent(
  state: AgentPlatformState,
  res: Response,
  interaction: Interaction,
  result: NonNullable<Interaction["result"]>,
): Promise<void> {
  interaction.result = result;
  await interaction.save(Math.max(1, interaction.exp - Math.floor(state.now().getTime() / 1000)));
  res.redirect(303, interaction.returnTo);
}

/** Ends a login: refuses where level or sector do not fit, else remembers the agent and answers the service. */
export async function completeAgent(
  state: AgentPlatformState,
  res: Response,
  interaction: Interaction,
  session: BrowserSession<AgentIdentity>,
  identity: AgentIdentity,
): Promise<void> {
  session.pending.delete(interaction.uid);
  if (!satisfies(identity.acr, essentialAcr(interaction.params.claims))) {
    await resumeAgent(state, res, interaction, {
      error: "access_denied",
      error_description: "requested ACRs could not be satisfied",
    });
    return;
  }
  const client = state.clients.get(String(interaction.params.client_id));
  if (client?.type === "public" && !identity.roles.includes("agent_public")) {
    sendAgentError(state, res, "Y500015", { uid: interaction.uid });
    return;
  }
  session.sso = identity;
  state.identities.set(identity.sub, identity);
  await resumeAgent(state, res, interaction, {
    login: {
      accountId: identity.sub,
      acr: identity.acr,
      ...(identity.amr === undefined ? {} : { amr: [...identity.amr] }),
      ts: Math.floor(state.now().getTime() / 1000),
    },
  });
}

/** What `--auto` answers here: the agent, or the demo commune's when a citizen was named. */
function autoAgent(auto: string): AgentPersona | undefined {
  return AGENTS.find((agent) => agent.id === auto) ?? AGENTS[0];
}

/** Agents whom the request's hints leave to choose from. */
function proposedAgents(interaction: Interaction): readonly AgentPersona[] {
  const { idp_hint: idpHint, login_hint: loginHint } = interaction.params;
  const email = typeof loginHint === "string" ? loginHint.toLowerCase() : undefined;
  const sameEmail = AGENTS.filter((agent) => agent.claims.email.toLowerCase() === email);
  const candidates = sameEmail.length > 0 ? sameEmail : AGENTS;
  return idpHint === undefined ? candidates : candidates.filter((agent) => agent.idp_id === idpHint);
}

/** `GET /interaction/:uid`: answers by itself, or shows the agents to choose from. */
export function startAgentInteraction(state: AgentPlatformState): RequestHandler<{ uid: string }> {
  return async (req, res) => {
    const details = await state.engine
      .provider()
      .interactionDetails(req, res)
      .catch(() => undefined);
    if (details === undefined) {
      sendAgentError(state, res, "Y030110", {});
      return;
    }
    const session = state.sessions.open(req, res);
    session.pending.set(details.uid, null);
    const agent = state.dial.auto === null ? undefined : autoAgent(state.dial.auto);
    if (agent?.error !== undefined) {
      sendAgentError(state, res, agent.error, { uid: details.uid });
      return;
    }
    if (agent !== undefined) {
      await completeAgent(state, res, details, session, agentIdentity(agent, agent.organisations[0]));
      return;
    }
    const client = state.clients.get(String(details.params.client_id));
    const { login_hint: email } = details.params;
    sendPage(
      res,
      200,
      AgentsPage({
        platform: PROCONNECT_LABEL,
        service: client?.client_name ?? "le service",
        action: `/api/v2/interaction/${details.uid}/agent`,
        csrf: session.csrf,
        email: typeof email === "string" ? email : "",
        agents: proposedAgents(details),
      }),
    );
  };
}

/** The login under way that this browser started, or the page that says it is gone. */
export async function findAgentInteraction(
  state: AgentPlatformState,
  req: Request,
  res: Response,
  uid: string,
): Promise<
  { readonly session: BrowserSession<AgentIdentity>; readonly interaction: Interaction } | undefined
> {
  const session = state.sessions.find(req);
  const interaction = session?.pending.has(uid)
    ? await state.engine.provider().Interaction.find(uid)
    : undefined;
  if (session === undefined || interaction === undefined) {
    sendAgentError(state, res, "Y030110", {});
    return undefined;
  }
  return { session, interaction };
}
