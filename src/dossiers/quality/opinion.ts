import { randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import type { Schema } from "../../storage/index.ts";
import type { Tools } from "../tools.ts";
import { type Months, monthOf } from "./calendar.ts";
import { type TicketUse, takeTicket } from "./ticket.ts";

export const SATISFACTIONS = ["bad", "medium", "good"] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** Where somebody may have sought help. */
export const HELP_MEANS = ["counter", "telephone", "e-mail"] as const;
export type HelpMeans = (typeof HELP_MEANS)[number];

/**
 * One opinion, in the questions of « Je donne mon avis ». Only the first has to be answered.
 *
 * @see https://jedonnemonavis.numerique.gouv.fr
 */
export interface Opinion {
  readonly satisfaction: Satisfaction;
  /** From 1, not clear at all, to 5, very clear. */
  readonly clarity?: number;
  /** Empty where no help was sought, or nothing was answered. */
  readonly help: readonly HelpMeans[];
  readonly reached?: boolean;
  /** From 1 to 5. */
  readonly helpQuality?: number;
  readonly text?: string;
}

/** What was written freely, and nothing that tells whose it is. */
export interface OpinionText {
  /** `2026-11`. */
  readonly month: string;
  readonly satisfaction: Satisfaction;
  readonly text: string;
}

/** How many texts an agent is shown. */
const MOST_TEXTS = 100;

export const textContext = (collectivite: string, id: string): string =>
  `${collectivite}/quality_opinions.sealed/${id}`;

/** Keeps the opinion, and forgets the ticket that gave the right to it; false where there is no such ticket. */
export async function giveOpinion(
  tools: Tools,
  request: TicketUse & { readonly opinion: Opinion },
): Promise<boolean> {
  const { store, vault, now } = tools;
  const { collectivite, procedure, opinion } = request;
  const { satisfaction, clarity, help, reached, helpQuality, text } = opinion;
  const id = randomUUID();
  const sealed = text ? await vault.seal(text, textContext(collectivite, id)) : null;
  return store.db.transaction().execute(async (db) => {
    if (!(await takeTicket(tools, db, request))) return false;
    await db
      .insertInto("quality_opinions")
      .values({
        id,
        collectivite_id: collectivite,
        procedure,
        month: monthOf(now()),
        satisfaction,
        clarity: clarity ?? null,
        help: help.join(","),
        reached: reached === undefined ? null : Number(reached),
        help_quality: helpQuality ?? null,
        sealed,
      })
      .execute();
    return true;
  });
}

/** The texts of a procedure, the latest month first; within a month in no order that would tell who came first. */
export async function opinionTexts(
  { store, vault }: Tools,
  { collectivite, procedure }: { readonly collectivite: string; readonly procedure: string },
): Promise<readonly OpinionText[]> {
  const rows = await store.db
    .selectFrom("quality_opinions")
    .select(["id", "month", "satisfaction", "sealed"])
    .where("collectivite_id", "=", collectivite)
    .where("procedure", "=", procedure)
    .where("sealed", "is not", null)
    .orderBy("month", "desc")
    .orderBy("id")
    .limit(MOST_TEXTS)
    .execute();
  return Promise.all(
    rows.map(async ({ id, month, satisfaction, sealed }) => ({
      month,
      satisfaction: satisfaction as Satisfaction,
      text: String(await vault.open(String(sealed), textContext(collectivite, id))),
    })),
  );
}

export type OpinionRow = Pick<
  Selectable<Schema["quality_opinions"]>,
  "procedure" | "satisfaction" | "clarity" | "help" | "reached" | "help_quality"
>;

/** The figures of each opinion, without its text. */
export function opinionRows(
  { store }: Tools,
  { collectivite, from, to }: Months & { readonly collectivite: string },
): Promise<OpinionRow[]> {
  return store.db
    .selectFrom("quality_opinions")
    .select(["procedure", "satisfaction", "clarity", "help", "reached", "help_quality"])
    .where("collectivite_id", "=", collectivite)
    .where("month", ">=", from)
    .where("month", "<=", to)
    .execute();
}
