import type { RequestHandler } from "express";
import { PersonasPage } from "../pages/personas.tsx";
import { sendPage } from "../pages/send.ts";
import { PERSONAS } from "../personas/index.ts";
import { acrRank } from "./acr.ts";
import { sendErrorPage } from "./error-page.ts";
import { findInteraction, hasAccount } from "./interaction.ts";
import type { CitizenPlatformState } from "./platform.ts";

interface ProviderParams {
  readonly uid: string;
  readonly provider: string;
}

/** The simulated identity provider's page: a list of personas instead of a password. */
export function showPersonas(
  state: CitizenPlatformState,
): RequestHandler<ProviderParams & Record<string, string>> {
  return async (req, res) => {
    const found = await findInteraction(state, req, res, req.params.uid);
    if (found === undefined) return;
    const provider = state.profile.identityProviders.find((row) => row.id === req.params.provider);
    if (provider === undefined) {
      sendErrorPage(state, res, "Y000404", {});
      return;
    }
    const requested = acrRank(String(found.interaction.params.acr_values));
    sendPage(
      res,
      200,
      PersonasPage({
        platform: state.profile.label,
        provider: provider.label,
        action: `/api/v2/interaction/${req.params.uid}/identity-providers/${provider.id}`,
        csrf: found.session.csrf,
        personas: PERSONAS.filter((persona) => hasAccount(state, persona, provider)),
        levels: [...provider.levels].sort(
          (a, b) =>
            Number(acrRank(a) < requested) - Number(acrRank(b) < requested) || acrRank(a) - acrRank(b),
        ),
        cancelHref: `/api/v2/interaction/${req.params.uid}`,
      }),
    );
  };
}

/** The identity provider's answer: FranceConnect checks the identity and the level before it goes on. */
export function answerPersona(
  state: CitizenPlatformState,
): RequestHandler<ProviderParams & Record<string, string>> {
  return async (req, res) => {
    const found = await findInteraction(state, req, res, req.params.uid);
    if (found === undefined) return;
    const { session, interaction } = found;
    const owner = { uid: interaction.uid, clientId: interaction.params.client_id };
    const form = new URLSearchParams(typeof req.body === "string" ? req.body : "");
    if (form.get("_csrf") !== session.csrf) {
      sendErrorPage(state, res, "Y470001", {});
      return;
    }
    const provider = state.profile.identityProviders.find((row) => row.id === req.params.provider);
    const persona = PERSONAS.find((row) => row.id === form.get("persona")?.normalize("NFC"));
    if (provider === undefined || persona === undefined || !hasAccount(state, persona, provider)) {
      sendErrorPage(state, res, "Y000400", {});
      return;
    }
    const requested = String(interaction.params.acr_values);
    const fitting = provider.levels.find((level) => acrRank(level) >= acrRank(requested));
    const acr = form.get("acr") ?? fitting ?? provider.levels[0] ?? requested;
    const refusal =
      persona.error ??
      (provider.levels.includes(acr) ? undefined : "Y100018") ??
      (acrRank(acr) < acrRank(requested) ? "Y100001" : undefined);
    if (refusal !== undefined) {
      sendErrorPage(state, res, refusal, { interaction: owner });
      return;
    }
    session.pending.set(interaction.uid, {
      persona: persona.id,
      identityProvider: provider.id,
      acr,
      amr: provider.amr,
    });
    res.redirect(303, `/api/v2/interaction/${interaction.uid}/verify`);
  };
}
