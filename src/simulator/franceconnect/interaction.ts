import type { Request, RequestHandler, Response } from "express";
import { ChoicePage } from "../pages/choice.tsx";
import { sendPage } from "../pages/send.ts";
import { AGENTS } from "../personas/agents.ts";
import { PERSONAS } from "../personas/index.ts";
import type { Persona } from "../personas/persona.ts";
import { acrRank, invalidAcr } from "./acr.ts";
import { abortLogin, completeLogin } from "./complete.ts";
import { backHref, sendErrorPage } from "./error-page.ts";
import {
  type Authentication,
  type CitizenPlatformState,
  type CitizenSession,
  type Interaction,
  serviceName,
} from "./platform.ts";
import type { IdentityProvider } from "./profile.ts";

/** Back link of the choice page. */
export const ABORTED_BY_CITIZEN = { error: "access_denied", error_description: "User auth aborted" };

/** The login under way that this browser started, or the page that says it is gone. */
export async function findInteraction(
  state: CitizenPlatformState,
  req: Request,
  res: Response,
  uid: string,
): Promise<{ readonly session: CitizenSession; readonly interaction: Interaction } | undefined> {
  const session = state.sessions.find(req);
  const interaction = session?.pending.has(uid)
    ? await state.engine.provider().Interaction.find(uid)
    : undefined;
  if (session === undefined || interaction === undefined) {
    sendErrorPage(state, res, "Y190001", {});
    return undefined;
  }
  return { session, interaction };
}

/** Highest level an identity provider offers, compared with what the service asks. */
export function isTooLow(provider: IdentityProvider, requested: string): boolean {
  return acrRank(provider.levels.at(-1) ?? "") < acrRank(requested);
}

/** Whether a persona has an account at an identity provider of a platform. */
export function hasAccount(
  state: CitizenPlatformState,
  persona: Persona,
  provider: IdentityProvider,
): boolean {
  if (persona.platforms?.includes(state.profile.platform) === false) return false;
  if (persona.identityProviders !== undefined) return persona.identityProviders.includes(provider.id);
  return provider.id !== "eidas-bridge";
}

/** What `--auto` answers here: the persona, or the first citizen when an agent was named. */
export function autoPersona(auto: string): Persona | undefined {
  const named = PERSONAS.find((persona) => persona.id === auto);
  if (named !== undefined) return named;
  return AGENTS.some((agent) => agent.id === auto)
    ? PERSONAS.find((persona) => persona.id === "test")
    : undefined;
}

function autoAuthentication(
  state: CitizenPlatformState,
  persona: Persona,
  requested: string,
): Authentication | undefined {
  const provider = state.profile.identityProviders.find(
    (candidate) => hasAccount(state, persona, candidate) && !isTooLow(candidate, requested),
  );
  if (provider === undefined) return undefined;
  const acr = provider.levels.find((level) => acrRank(level) >= acrRank(requested)) ?? requested;
  return { persona: persona.id, identityProvider: provider.id, acr, amr: provider.amr };
}

async function answerAutomatically(
  state: CitizenPlatformState,
  res: Response,
  interaction: Interaction,
  persona: Persona,
): Promise<void> {
  const requested = String(interaction.params.acr_values);
  const owner = { uid: interaction.uid, clientId: interaction.params.client_id };
  if (persona.error !== undefined) {
    sendErrorPage(state, res, persona.error, { interaction: owner });
    return;
  }
  const authentication = autoAuthentication(state, persona, requested);
  if (authentication === undefined) {
    sendErrorPage(state, res, "Y100001", {
      interaction: owner,
      detail: `${persona.id} cannot log in at ${requested}`,
    });
    return;
  }
  await completeLogin(state, res, interaction, authentication);
}

/** A running session's identity, where the requested level allows its reuse. */
function reusable(
  state: CitizenPlatformState,
  session: CitizenSession,
  requested: string,
): Authentication | null {
  if (session.sso === null || requested !== state.profile.ssoAcr) return null;
  return { ...session.sso, acr: state.profile.ssoAcr };
}

/** `GET /interaction/:uid`: refuses, answers by itself, reuses the session, or shows the choice page. */
export function startInteraction(state: CitizenPlatformState): RequestHandler<{ uid: string }> {
  return async (req, res) => {
    const details = await state.engine
      .provider()
      .interactionDetails(req, res)
      .catch(() => undefined);
    if (details === undefined) {
      sendErrorPage(state, res, "Y190001", {});
      return;
    }
    const requested = String(details.params.acr_values);
    const refusal = invalidAcr(requested, state.profile);
    if (refusal !== undefined) {
      await abortLogin(state, res, details, "invalid_acr", refusal);
      return;
    }
    const hint = details.params.idp_hint;
    const hinted = state.profile.identityProviders.find((provider) => provider.id === hint);
    const client = state.clients.get(String(details.params.client_id));
    if (hint !== undefined && (hinted === undefined || client?.idp_hints?.includes(hinted.id) === false)) {
      await abortLogin(state, res, details, "invalid_idp_hint", "provided idp_hint is not allowed");
      return;
    }
    const persona = state.dial.auto === null ? undefined : autoPersona(state.dial.auto);
    if (persona !== undefined) {
      await answerAutomatically(state, res, details, persona);
      return;
    }
    const session = state.sessions.open(req, res);
    const sso = reusable(state, session, requested);
    session.pending.set(details.uid, sso);
    if (sso !== null) {
      res.redirect(303, `/api/v2/interaction/${details.uid}/verify`);
      return;
    }
    if (hinted !== undefined) {
      res.redirect(303, `/api/v2/interaction/${details.uid}/identity-providers/${hinted.id}`);
      return;
    }
    sendPage(
      res,
      200,
      ChoicePage({
        platform: state.profile.label,
        service: serviceName(state, details.params.client_id),
        level: requested,
        providers: state.profile.identityProviders.map((provider) => ({
          ...provider,
          disabled: isTooLow(provider, requested),
          href: `/api/v2/interaction/${details.uid}/identity-providers/${provider.id}`,
        })),
        backHref: backHref(details.uid, ABORTED_BY_CITIZEN),
      }),
    );
  };
}
