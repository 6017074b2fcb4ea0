import type { Response } from "express";
import { PERSONAS } from "../personas/index.ts";
import { returnedAcr } from "./acr.ts";
import { accountId } from "./configuration.ts";
import type { Authentication, CitizenPlatformState, Interaction } from "./platform.ts";

async function resume(
  state: CitizenPlatformState,
  res: Response,
  interaction: Interaction,
  result: Interaction["result"],
): Promise<void> {
  interaction.result = result;
  const seconds = Math.max(1, interaction.exp - Math.floor(Date.now() / 1000));
  await interaction.save(Math.min(seconds, state.profile.sessionTtl));
  res.redirect(303, interaction.returnTo);
}

/**
 * « Continuer sur … »: grants exactly the requested scopes, for 30 seconds, and lets the library answer the service.
 */
export async function completeLogin(
  state: CitizenPlatformState,
  res: Response,
  interaction: Interaction,
  authentication: Authentication,
): Promise<void> {
  const provider = state.engine.provider();
  const account = accountId(authentication.persona, authentication.identityProvider);
  const grant = new provider.Grant({ accountId: account, clientId: String(interaction.params.client_id) });
  grant.addOIDCScope(String(interaction.params.scope));
  const grantId = await grant.save();
  const fault = PERSONAS.find((row) => row.id === authentication.persona)?.fault;
  state.deck.remember(grantId, res.req, fault);
  const requested = String(interaction.params.acr_values);
  await resume(state, res, interaction, {
    login: {
      accountId: account,
      acr: returnedAcr(requested, authentication.acr, state.profile),
      amr: [...authentication.amr],
      remember: false,
      ts: Math.floor(state.now().getTime() / 1000),
    },
    consent: { grantId },
  });
}

/** Ends a login with an error for the service. */
export async function abortLogin(
  state: CitizenPlatformState,
  res: Response,
  interaction: Interaction,
  error: string,
  description: string,
): Promise<void> {
  await resume(state, res, interaction, { error, error_description: description });
}
