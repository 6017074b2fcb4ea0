import type { Request } from "express";
import type { Citizen, Platform } from "../citizen.ts";
import { isSamePerson } from "../identity/same-person.ts";
import type { FederationSession, LinkedAccount, LogoutHint } from "./federation-session.ts";
import { regenerate } from "./regenerate.ts";

/** Keys of a session that never outlive its id: ours, express-session's and csrf-sync's. */
const NEVER_KEPT = ["cookie", "federation", "agent", "csrfToken"];

export interface Opening {
  readonly citizen: Citizen;
  readonly tenant: string | undefined;
  readonly idToken: string;
  readonly previous: FederationSession | undefined;
  readonly keptAtLogin: readonly string[];
}

/** The session of the same collectivité; another's does not count. */
export function previousSession(req: Request, tenant: string | undefined): FederationSession | undefined {
  const session = req.session?.federation;
  return session?.tenant === tenant ? session : undefined;
}

/**
 * Opens the citizen's session under a new id. The same person keeps what the application had put there; a person
 * who was nobody before keeps only what the application named; anybody else begins with nothing.
 */
export async function openSession(req: Request, opening: Opening): Promise<void> {
  const { citizen, tenant, idToken, previous, keptAtLogin } = opening;
  const isSame = previous !== undefined && isSamePerson(previous.citizen, citizen);
  const isFirst = req.session.federation === undefined;
  const data = { ...req.session } as Readonly<Record<string, unknown>>;
  const isKept = (key: string): boolean => isSame || (isFirst && keptAtLogin.includes(key));
  const kept = Object.entries(data).filter(([key]) => !NEVER_KEPT.includes(key) && isKept(key));
  await regenerate(req, Object.fromEntries(kept));

  const platform: Platform = citizen.platform;
  const account: LinkedAccount = { platform, sub: citizen.sub };
  const hint: LogoutHint = { platform, ...(tenant !== undefined && { tenant }), idToken };
  const before = isSame ? previous : undefined;
  req.session.federation = {
    citizen,
    ...(tenant !== undefined && { tenant }),
    accounts: [account, ...others(before?.accounts, platform)],
    hints: [hint, ...others(before?.hints, platform)],
  };
  req.citizen = citizen;
}

/** Nothing of a login that could not be written down is left in memory, to be written a moment later. */
export function closeSession(req: Request): void {
  delete req.session?.federation;
  delete req.citizen;
}

function others<T extends { readonly platform: string }>(
  list: readonly T[] | undefined,
  platform: string,
): readonly T[] {
  return (list ?? []).filter((one) => one.platform !== platform);
}
