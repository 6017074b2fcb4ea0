import type { Request } from "express";
import { type Client, resolveClients } from "../client.ts";
import { FederationError } from "../errors/federation-error.ts";
import type { FranceConnectOptions, Tenant } from "../options.ts";
import type { Registrations } from "./flow.ts";

/** Who a request is for: one registration for all, or one collectivité among many. */
export interface Registry {
  resolve(req: Request, tenant?: string): Promise<Registrations>;
  /** Known at the start: empty where every request decides. */
  readonly clients: readonly Client[];
  /** Whether a session opened for `tenant` counts for this request; undefined: no need to ask. */
  readonly ownsSession?: (req: Request, tenant: string | undefined) => Promise<boolean>;
}

export function registrationsOf(options: FranceConnectOptions): Registry {
  const { baseUrl, clientFor } = options;
  if (!clientFor) {
    const only: Registrations = { baseUrl, clients: resolveClients(options) };
    return { resolve: () => Promise.resolve(only), clients: only.clients };
  }
  /** A registry that gives the same object for the same collectivité costs a login nothing. */
  const resolved = new WeakMap<Tenant, Registrations>();
  const resolve = async (req: Request, tenant?: string): Promise<Registrations> => {
    const found = await clientFor(req, tenant);
    if (!found) throw new FederationError("tenant_unknown");
    const known = resolved.get(found);
    if (known) return known;
    const registrations = {
      tenant: found.tenant,
      baseUrl: found.baseUrl ?? baseUrl,
      clients: resolveClients(found),
    };
    resolved.set(found, registrations);
    return registrations;
  };
  return {
    resolve,
    clients: [],
    ownsSession: async (req, tenant) => (await clientFor(req))?.tenant === tenant,
  };
}
