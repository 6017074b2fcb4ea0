import type { Habilitation } from "../habilitation.ts";
import type { Observer } from "../observer.ts";
import type { Quotas } from "../quotas/quotas.ts";
import type { Providers } from "./providers.ts";

/** What every call of a client shares; all of it but the habilitation is also shared by the clients derived. */
export interface Context {
  readonly baseUrl: string;
  readonly habilitation: Habilitation;
  readonly deadline: number;
  readonly maximumBodyBytes: number;
  readonly now: () => Date;
  readonly quotas: Quotas;
  readonly providers: Providers;
  readonly observer: Observer;
}
