import type { Procedure } from "../../procedures/index.ts";
import type { Tools } from "../tools.ts";
import { addToMonth, monthOf, monthsOf, quarterOf } from "./calendar.ts";
import { readFigures } from "./figures.ts";
import { type Indicator, type IndicatorFacts, indicatorsOf } from "./indicators.ts";
import { opinionRows } from "./opinion.ts";
import { countedSince } from "./since.ts";

/** Changes when the way of counting does: a published number then stays, beside a new one. */
export const METHOD = "2026-1";

/** What a page can take in, and what one request may freeze. */
const MOST = 12;

/** The indicators of one procedure in one quarter. */
export interface QuarterIndicators {
  readonly quarter: string;
  readonly method: string;
  readonly procedure: string;
  readonly title: string;
  readonly version: string;
  /** When the counting began: a first quarter may not be whole. */
  readonly countedSince: string;
  readonly indicators: readonly Indicator[];
  /** Absent while the quarter lasts: its figures still move. */
  readonly frozenAt?: string;
}

/** What the caller knows of a procedure and no table holds. */
export interface DeclaredFacts extends Pick<IndicatorFacts, "open" | "conformity"> {
  readonly procedure: Procedure;
}

/** The quarters since the counting began, the present one last. */
export async function quartersSoFar(tools: Tools): Promise<readonly string[]> {
  const present = quarterOf(monthOf(tools.now()));
  const quarters = [present];
  for (let month = monthOf(new Date(await countedSince(tools))); quarterOf(month) < present; ) {
    quarters.splice(-1, 0, quarterOf(month));
    month = addToMonth(month, 3);
  }
  return quarters.slice(-MOST);
}

/**
 * The indicators of a quarter: frozen the first time they are asked for once it has ended, the same ever after.
 * Undefined for what is not a quarter, or lies before the counting or in the future.
 */
export async function quarterIndicators(
  tools: Tools,
  request: {
    readonly collectivite: string;
    readonly quarter: string;
    readonly procedures: readonly DeclaredFacts[];
  },
): Promise<readonly QuarterIndicators[] | undefined> {
  const { collectivite, quarter, procedures } = request;
  const months = monthsOf(quarter);
  if (!months || !(await quartersSoFar(tools)).includes(quarter)) return undefined;
  const frozen = await readFrozen(tools, collectivite, quarter);
  const missing = procedures.filter(({ procedure }) => !frozen.has(procedure.slug));
  if (missing.length === 0) return [...frozen.values()];
  const computed = await compute(tools, { ...request, procedures: missing, ...months });
  if (quarter === quarterOf(monthOf(tools.now()))) return computed;
  await freeze(tools, collectivite, computed);
  return [...(await readFrozen(tools, collectivite, quarter)).values()];
}

async function compute(
  tools: Tools,
  request: {
    readonly collectivite: string;
    readonly quarter: string;
    readonly procedures: readonly DeclaredFacts[];
    readonly from: string;
    readonly to: string;
  },
): Promise<readonly QuarterIndicators[]> {
  const { collectivite, quarter, procedures, from, to } = request;
  const [figures, opinions, since] = await Promise.all([
    readFigures(tools, { collectivite, from, to }),
    opinionRows(tools, { collectivite, from: addToMonth(to, -11), to }),
    countedSince(tools),
  ]);
  return procedures.map(({ procedure, ...declared }) => ({
    quarter,
    method: METHOD,
    procedure: procedure.slug,
    title: procedure.title,
    version: procedure.version,
    countedSince: since,
    indicators: indicatorsOf({
      ...declared,
      procedure,
      figures: figures.get(procedure.slug) ?? {},
      opinions: opinions.filter((opinion) => opinion.procedure === procedure.slug),
    }),
  }));
}

async function freeze(
  { store, now }: Tools,
  collectivite: string,
  computed: readonly QuarterIndicators[],
): Promise<void> {
  const frozen_at = now().toISOString();
  await store.db
    .insertInto("quality_quarters")
    .values(
      computed.map((indicators) => ({
        collectivite_id: collectivite,
        procedure: indicators.procedure,
        quarter: indicators.quarter,
        method: METHOD,
        figures: JSON.stringify({ ...indicators, frozenAt: frozen_at }),
        frozen_at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["collectivite_id", "procedure", "quarter", "method"]).doNothing(),
    )
    .execute();
}

async function readFrozen(
  { store }: Tools,
  collectivite: string,
  quarter: string,
): Promise<ReadonlyMap<string, QuarterIndicators>> {
  const rows = await store.db
    .selectFrom("quality_quarters")
    .select(["procedure", "figures"])
    .where("collectivite_id", "=", collectivite)
    .where("quarter", "=", quarter)
    .where("method", "=", METHOD)
    .orderBy("procedure")
    .execute();
  return new Map(rows.map(({ procedure, figures }) => [procedure, JSON.parse(figures) as QuarterIndicators]));
}
