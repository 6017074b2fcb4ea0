import type { Months } from "./calendar.ts";
import type { DraftFigures, Figures } from "./figures.ts";
import type { Opinion, OpinionText } from "./opinion.ts";
import type { DeclaredFacts, QuarterIndicators } from "./quarters.ts";
import type { TicketUse } from "./ticket.ts";

/** How well does the service serve? Figures written when things happen, and opinions that name nobody. */
export interface Quality {
  /** When the counting began. ISO 8601, UTC. */
  since(): Promise<string>;
  /** What was counted in these months, by procedure. */
  figures(request: Months & { readonly collectivite: string }): Promise<ReadonlyMap<string, Figures>>;
  /** The drafts as they are now, by procedure. */
  drafts(request: { readonly collectivite: string }): Promise<ReadonlyMap<string, DraftFigures>>;

  /** The right to an opinion on a sending; undefined where it was used, or is too old. */
  ticketFor(request: {
    readonly collectivite: string;
    readonly dossier: string;
  }): Promise<string | undefined>;
  /** Whether an opinion can still be given with this ticket. */
  isTicketOpen(request: TicketUse): Promise<boolean>;
  /** Keeps an opinion, once for each ticket; false where the ticket was used, is too old, or is none. */
  giveOpinion(request: TicketUse & { readonly opinion: Opinion }): Promise<boolean>;
  /** What was written freely. The caller records that an agent reads it. */
  texts(request: {
    readonly collectivite: string;
    readonly procedure: string;
  }): Promise<readonly OpinionText[]>;

  /** The quarters since the counting began, the oldest first, the present one last. */
  quarters(): Promise<readonly string[]>;
  /** The indicators of a quarter, frozen once it has ended; undefined where there is no such quarter. */
  indicators(request: {
    readonly collectivite: string;
    readonly quarter: string;
    readonly procedures: readonly DeclaredFacts[];
  }): Promise<readonly QuarterIndicators[] | undefined>;
}
