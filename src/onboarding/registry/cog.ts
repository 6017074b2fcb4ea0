import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Stratum, stratumOf, type Territory, type TerritoryKind } from "../territory.ts";
import { SIRENS } from "./sirens.ts";

const { resolve } = createRequire(import.meta.url);

interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly region?: string;
  readonly siren?: string;
  readonly population?: number;
  /** Codes of the communes that were merged into this one. */
  readonly anciensCodes?: readonly string[];
}
interface Epci {
  readonly code: string;
  readonly nom: string;
  readonly populationMunicipale?: number;
  readonly membres: readonly { readonly code: string }[];
}
interface Division {
  readonly code: string;
  readonly nom: string;
  readonly region?: string;
  readonly zone: string;
}

/** Parsed each time and let go: `require` would keep a hundred megabytes for a code that is read once. */
const read = <T>(name: string): readonly T[] =>
  JSON.parse(readFileSync(resolve(`@etalab/decoupage-administratif/data/${name}.json`), "utf8"));

/** Overseas territories of the "com" zone are not départements. */
const isDivision = ({ zone }: Division) => zone !== "com";

function territory(
  kind: TerritoryKind,
  code: string,
  name: string,
  rest: {
    siren?: string | undefined;
    departement?: string | undefined;
    region?: string | undefined;
    population?: number | undefined;
  },
): Territory {
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const stratum: Stratum = stratumOf(kind, rest.population);
  return { code: `${kind}:${code}`, kind, name, stratum, ...known };
}

/**
 * Every commune, EPCI, département and région of the official geographic code, as the installed package dates it.
 * It gives départements and régions neither a SIREN, which {@link SIRENS} adds, nor a population: the sum of their communes'.
 *
 * @see https://www.npmjs.com/package/@etalab/decoupage-administratif
 */
export function territoriesFromCog(): readonly Territory[] {
  const communes = read<Commune>("communes").filter(({ type }) => type === "commune-actuelle");
  const place = new Map(communes.map((commune) => [commune.code, commune]));
  const population = (belongs: (commune: Commune) => boolean) =>
    communes.reduce((sum, commune) => (belongs(commune) ? sum + (commune.population ?? 0) : sum), 0);
  return [
    ...communes.map(({ code, nom, siren, departement, region, population }) =>
      territory("commune", code, nom, { siren, departement, region, population }),
    ),
    ...read<Epci>("epci").map(({ code, nom, populationMunicipale, membres }) => {
      const seat = place.get(membres[0]?.code ?? "");
      return territory("epci", code, nom, {
        siren: code,
        departement: seat?.departement,
        region: seat?.region,
        population: populationMunicipale,
      });
    }),
    ...read<Division>("departements")
      .filter(isDivision)
      .map(({ code, nom, region }) =>
        territory("departement", code, nom, {
          siren: SIRENS[`departement:${code}`],
          departement: code,
          region,
          population: population((commune) => commune.departement === code),
        }),
      ),
    ...read<Division>("regions")
      .filter(isDivision)
      .map(({ code, nom }) =>
        territory("region", code, nom, {
          siren: SIRENS[`region:${code}`],
          region: code,
          population: population((commune) => commune.region === code),
        }),
      ),
  ];
}

/** The name of each département, and of the overseas territories that are counted like one. */
export function departementNames(): ReadonlyMap<string, string> {
  return new Map(read<Division>("departements").map(({ code, nom }) => [code, nom]));
}

/** The commune that an old code now belongs to: merged communes keep reporting under their former code. */
export function successorsFromCog(): ReadonlyMap<string, string> {
  const successors = new Map<string, string>();
  for (const { code, type, anciensCodes = [] } of read<Commune>("communes")) {
    if (type !== "commune-actuelle") continue;
    for (const former of anciensCodes) successors.set(former, code);
  }
  return successors;
}
