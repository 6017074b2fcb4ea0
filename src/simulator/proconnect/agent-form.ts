import type { RequestHandler } from "express";
import { z } from "zod";
import { OrganisationsPage } from "../pages/organisations.tsx";
import { sendPage } from "../pages/send.ts";
import { AGENTS } from "../personas/agents.ts";
import { type AgentIdentity, agentIdentity, agentSub } from "./agents.ts";
import { sendAgentError } from "./error-page.ts";
import { completeAgent, findAgentInteraction } from "./interaction.ts";
import { type AgentPlatformState, PROCONNECT_LABEL } from "./platform.ts";
import { AGENT_ACR_VALUES } from "./profile.ts";

/** Identifier of the identity provider behind the free form, as ProConnect's own test provider. */
const FREE_PROVIDER = "fia1-simulated";

const FREE_FORM = z.object({
  email: z.email(),
  given_name: z.string().min(1),
  usual_name: z.string().min(1),
  siret: z.string().regex(/^\d{14}$/),
  acr: z.enum(AGENT_ACR_VALUES),
});

function freeIdentity(form: z.infer<typeof FREE_FORM>): AgentIdentity {
  const { acr, siret, ...person } = form;
  const roles = siret.startsWith("2") ? ["agent_public", "agent_public_territorial"] : [];
  return {
    sub: agentSub(FREE_PROVIDER, person.email.toLowerCase()),
    email: person.email.toLowerCase(),
    idp_id: FREE_PROVIDER,
    acr,
    amr: ["pwd"],
    roles,
    claims: { ...person, uid: person.email, siret, roles, idp_id: FREE_PROVIDER, idp_acr: acr, custom: {} },
  };
}

/** `POST …/agent`: an agent was chosen, with or without their organisation, or described by hand. */
export function answerAgent(state: AgentPlatformState): RequestHandler<{ uid: string }> {
  return async (req, res) => {
    const found = await findAgentInteraction(state, req, res, req.params.uid);
    if (found === undefined) return;
    const { session, interaction } = found;
    const form = new URLSearchParams(typeof req.body === "string" ? req.body : "");
    if (form.get("_csrf") !== session.csrf) {
      sendAgentError(state, res, "Y470001", {});
      return;
    }
    if (form.get("agent") === "free") {
      const free = FREE_FORM.safeParse(Object.fromEntries(form));
      if (!free.success) {
        sendAgentError(state, res, "Y000400", { detail: z.prettifyError(free.error) });
        return;
      }
      await completeAgent(state, res, interaction, session, freeIdentity(free.data));
      return;
    }
    const agent = AGENTS.find((row) => row.id === form.get("agent"));
    if (agent === undefined) {
      sendAgentError(state, res, "Y000400", { detail: "unknown agent" });
      return;
    }
    if (agent.error !== undefined) {
      sendAgentError(state, res, agent.error, { uid: interaction.uid });
      return;
    }
    const siret = form.get("siret");
    const organisation = agent.organisations.find((row) => row.siret === siret);
    if (organisation === undefined && agent.organisations.length > 1) {
      sendPage(
        res,
        200,
        OrganisationsPage({
          platform: PROCONNECT_LABEL,
          action: `/api/v2/interaction/${interaction.uid}/agent`,
          csrf: session.csrf,
          agent: agent.id,
          organisations: agent.organisations,
          suggested: String(interaction.params.siret_hint ?? ""),
        }),
      );
      return;
    }
    await completeAgent(
      state,
      res,
      interaction,
      session,
      agentIdentity(agent, organisation ?? agent.organisations[0]),
    );
  };
}
