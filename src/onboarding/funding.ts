import type { Territory } from "./territory.ts";

/** An indication, never a decision: the rule, the figure it looked at, and what follows. */
export interface FundingIndication {
  readonly eligible: boolean;
  /** Highest share of the expense, in percent. */
  readonly upTo: number;
  readonly rule: string;
  readonly because: string;
}

const THRESHOLD = 300_000;
const UP_TO = 75;
const RULE =
  "ITN7, appel à projets : 300 000 habitants ou plus, ou un département ; jusqu’à 75 % de la dépense";

const figures = new Intl.NumberFormat("fr-FR");

/**
 * Whether a collectivité looks eligible to the fund ITN7 (threshold lowered from 500,000 to 300,000 inhabitants,
 * share raised from 50 to 75 %, in October 2021).
 */
export function fundingIndication({ kind, population }: Territory): FundingIndication {
  const eligible = kind === "departement" || (population ?? 0) >= THRESHOLD;
  const because =
    kind === "departement"
      ? "C’est un département."
      : population === undefined
        ? "Sa population n’est pas connue du registre."
        : `${figures.format(population)} habitants (code officiel géographique).`;
  return { eligible, upTo: eligible ? UP_TO : 0, rule: RULE, because };
}
