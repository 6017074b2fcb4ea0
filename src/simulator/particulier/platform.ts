import type { Answer } from "./answer.ts";
import type { CitizenTokenAnswer } from "./citizen-token.ts";
import type { ExpiringMap } from "./expiring-map.ts";
import type { FaultDial } from "./faults/dial.ts";
import type { FixedWindow } from "./fixed-window.ts";
import type { Cases } from "./matching/cases.ts";
import type { SimulatorLogger } from "./options.ts";

/** What the calls of one running simulator share. */
export interface Platform {
  readonly now: () => Date;
  readonly logger: SimulatorLogger | undefined;
  readonly cases: Cases;
  readonly readCitizenToken: (accessToken: string) => Promise<CitizenTokenAnswer>;
  readonly limits: {
    readonly token: FixedWindow | undefined;
    readonly address: FixedWindow | undefined;
    readonly franceConnect: readonly FixedWindow[];
  };
  /** Banned addresses. */
  readonly bans: ExpiringMap<true>;
  /** Markers of calls in flight. */
  readonly duplicates: ExpiringMap<true>;
  /** Answers that the platform keeps, unmasked. */
  readonly cache: ExpiringMap<Answer>;
  readonly maskByScope: boolean;
  readonly faults: FaultDial;
}
