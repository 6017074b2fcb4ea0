import type { Collectivite } from "../../collectivites/index.ts";
import { noticeOf, type Procedure, remainingToType } from "../../procedures/index.ts";
import type { Settings } from "../settings.ts";
import type { ProcedureCard } from "./pages/procedure-card.ts";
import { sourceTitles } from "./source-titles.ts";
import { LEVEL_LABELS } from "./words.ts";

/** A procedure in a few words, for the first page. */
export function cardOf(procedure: Procedure, collectivite: Collectivite): ProcedureCard {
  const { sources } = noticeOf(procedure, collectivite);
  const titles = sourceTitles(procedure);
  return {
    slug: procedure.slug,
    title: procedure.title,
    summary: procedure.summary,
    fetched: sources.map(({ source, from }) => ({ what: titles[source] ?? [], whom: from })),
    remaining: remainingToType(procedure).length,
    levelLabel: LEVEL_LABELS[procedure.level],
  };
}

/** Whether a platform that serves the procedure's level is configured. */
export function isOpen({ franceConnect, franceConnectPlus }: Settings, { level }: Procedure): boolean {
  return franceConnectPlus !== undefined || (level === "eidas1" && franceConnect !== undefined);
}
