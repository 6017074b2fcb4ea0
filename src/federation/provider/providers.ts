import type { Client } from "../client.ts";
import { isAcceptableUrl } from "../http/address.ts";
import { Provider, type ProviderOptions } from "./provider.ts";
import { refuseUnusable } from "./read-metadata.ts";

/** One `Provider` per issuer, shared by every collectivité that is registered there. */
export class Providers {
  readonly #byIssuer = new Map<string, Provider>();

  constructor(private readonly options: Omit<ProviderOptions, "client">) {}

  of(client: Client): Provider {
    const known = this.#byIssuer.get(client.issuer);
    if (known) return known;
    refuseUnusable(isAcceptableUrl(client.issuer), client.issuer);
    const provider = new Provider({ ...this.options, client }).start();
    this.#byIssuer.set(client.issuer, provider);
    return provider;
  }

  all(): readonly Provider[] {
    return [...this.#byIssuer.values()];
  }

  close(): void {
    for (const provider of this.all()) provider.close();
  }
}
