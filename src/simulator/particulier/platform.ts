import type { Answer } from "./answer.ts";
import type { CitizenTokenAnswer } from "./citizen-token.ts";
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
  /** Banned addresses, and until when, in milliseconds since 1970. */
  readonly bans: Map<string, number>;
  /** Calls in flight, and until when their marker holds. */
  readonly duplicates: Map<string, number>;
  /** Answers that the platform keeps, unmasked, and until when. */
  readonly cache: Map<string, { readonly answer: Answer; readonly expiresAt: number }>;
  readonly maskByScope: boolean;
  readonly faults: FaultDial;
}
