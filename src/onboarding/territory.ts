/** What a collectivité is, in the law's own words. */
export const TERRITORY_KINDS = ["commune", "epci", "departement", "region"] as const;
export type TerritoryKind = (typeof TERRITORY_KINDS)[number];

/**
 * Population bands of the programme's published targets: 100 % of départements, 50 % of intercommunalités,
 * 50 % of communes over 3,500 inhabitants, 10 % of the smaller ones.
 */
export const STRATA = ["region", "departement", "epci", "commune-3500-plus", "commune-moins-3500"] as const;
export type Stratum = (typeof STRATA)[number];

/** One collectivité of the registry. */
export interface Territory {
  /** `commune:33063`, `epci:243300316`, `departement:33`, `region:75`: stable where a SIREN is not known. */
  readonly code: string;
  readonly kind: TerritoryKind;
  /** 9 digits; absent where the collectivité has none of its own, or until an import names it. */
  readonly siren?: string;
  readonly name: string;
  readonly departement?: string;
  readonly region?: string;
  /** Inhabitants, of the official geographic code's vintage; absent where it gives none. */
  readonly population?: number;
  readonly stratum: Stratum;
}

/** The band that a collectivité is counted in. */
export function stratumOf(kind: TerritoryKind, population = 0): Stratum {
  if (kind !== "commune") return kind;
  return population >= 3_500 ? "commune-3500-plus" : "commune-moins-3500";
}
