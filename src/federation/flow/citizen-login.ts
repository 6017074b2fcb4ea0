import type { Request, Response } from "express";
import type { Level, Platform } from "../citizen.ts";
import type { Client } from "../client.ts";
import { FederationError } from "../errors/federation-error.ts";
import { isAtLeast, parseLevel } from "../level.ts";
import type { FranceConnectOptions } from "../options.ts";
import { parseReturnTo } from "../return-to.ts";
import type { Flow, Registrations } from "./flow.ts";
import { startLogin } from "./start-login.ts";

/** `GET /auth/login?level=&return_to=`: the level chooses the platform. */
export async function citizenLogin(
  flow: Flow,
  options: Pick<FranceConnectOptions, "scopes">,
  req: Request,
  res: Response,
): Promise<void> {
  const query = new URLSearchParams(req.url.split("?")[1] ?? "");
  const level = parseLevel(query.get("level") ?? "eidas1");
  if (!level) throw new FederationError("level_unknown");
  const registrations = await flow.resolve(req);
  const choice = chooseClient(registrations, level);
  const platform = choice.client.profile.platform as Platform;
  const returnTo = parseReturnTo(query.get("return_to"), registrations.baseUrl);
  const extra = (await options.scopes?.({ req, level: choice.level, platform, returnTo })) ?? [];
  await startLogin(flow, req, res, {
    ...choice,
    registrations,
    scopes: [...new Set([...choice.client.identityScopes, ...extra])],
    returnTo,
  });
}

/**
 * The client that serves the level, and the single value to ask: FranceConnect takes the lowest of a list, and
 * refuses what it does not serve.
 *
 * @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-acr/
 */
function chooseClient(
  { clients }: Registrations,
  level: Level,
): { readonly client: Client; readonly level: Level } {
  for (const client of clients) {
    const served = client.profile.levels.find((candidate) => isAtLeast(candidate, level));
    if (served) return { client, level: served };
  }
  throw new FederationError("level_unavailable");
}
