import type { Request, Response } from "express";
import { runChecks } from "../checks/check.ts";
import type { Citizen, Platform } from "../citizen.ts";
import { asFederationError, logFailure } from "../errors/log-failure.ts";
import { buildCitizen } from "../identity/build-citizen.ts";
import type { FranceConnectOptions } from "../options.ts";
import { closeSession, openSession, previousSession } from "../session/citizen-session.ts";
import { save } from "../session/regenerate.ts";
import { type CompletedLogin, completeLogin } from "./complete-login.ts";
import type { Flow } from "./flow.ts";
import { type AcceptedCallback, receiveCallback } from "./receive-callback.ts";

const ON_LOGIN_DEADLINE = 2_500;

/** `GET /auth/{platform}/callback`: a session is opened when nothing is left to check. */
export async function citizenCallback(
  flow: Flow,
  options: FranceConnectOptions,
  platform: Platform,
  req: Request,
  res: Response,
): Promise<void> {
  const returnTo = await receiveCallback(flow, req, platform, async (callback) => {
    const { transaction, registrations } = callback;
    const login = await completeLogin(flow, req, callback);
    const citizen = buildCitizen(platform, login.idToken.payload, login.claims, login.authenticatedAt);
    const previous = previousSession(req, registrations.tenant);
    await runChecks(flow.checks.session, { previous, citizen, transaction });
    await openSession(req, {
      citizen,
      tenant: registrations.tenant,
      idToken: login.idToken.jws,
      previous,
      keptAtLogin: options.keptAtLogin ?? [],
    });
    try {
      await runOnLogin(flow, options, req, callback, login, citizen);
      await save(req);
    } catch (error) {
      closeSession(req);
      throw error;
    }
    const { level } = citizen;
    flow.logger.info(
      { platform, level, tenant: registrations.tenant, isStepUp: previous !== undefined },
      "login",
    );
    return transaction.returnTo;
  });
  res.set("Cache-Control", "no-store");
  res.redirect(303, returnTo);
}

/** The application's own work with the 60-second token: the citizen waits for it, but never for long. */
async function runOnLogin(
  flow: Flow,
  { onLogin, onLoginDeadline = ON_LOGIN_DEADLINE }: FranceConnectOptions,
  req: Request,
  { transaction, registrations }: AcceptedCallback,
  { accessToken, expiresAt, scopes }: CompletedLogin,
  citizen: Citizen,
): Promise<void> {
  if (!onLogin) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, onLoginDeadline);
  });
  const { tenant } = registrations;
  const work = Promise.resolve()
    .then(() =>
      onLogin({
        req,
        citizen,
        accessToken,
        accessTokenExpiresAt: expiresAt,
        scopes,
        returnTo: transaction.returnTo,
        ...(tenant !== undefined && { tenant }),
      }),
    )
    .catch((error: unknown) => {
      logFailure(flow.logger, asFederationError(error), { step: "onLogin", tenant });
    });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
