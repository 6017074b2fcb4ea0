import { createOnboarding, type Onboarding } from "../../src/onboarding/index.ts";
import { seedRegistry } from "../../src/onboarding/registry/seed.ts";
import { stratumOf, type Territory } from "../../src/onboarding/territory.ts";
import type { Store } from "../../src/storage/index.ts";

export const BORDEAUX = { code: "commune:33063", siren: "213300635", siret: "21330063500017" };

/** A registry of a few real places: enough to be matched, small enough to be read. */
const PLACES: readonly Territory[] = (
  [
    {
      code: BORDEAUX.code,
      kind: "commune",
      siren: BORDEAUX.siren,
      name: "Bordeaux",
      departement: "33",
      region: "75",
      population: 265_328,
    },
    {
      code: "commune:24098",
      kind: "commune",
      siren: "212400980",
      name: "Champcevinel",
      departement: "24",
      region: "75",
      population: 2_900,
    },
    {
      code: "commune:31555",
      kind: "commune",
      siren: "213105554",
      name: "Toulouse",
      departement: "31",
      region: "76",
      population: 511_684,
    },
    {
      code: "commune:01015",
      kind: "commune",
      siren: "200078319",
      name: "Arboys en Bugey",
      departement: "01",
      region: "84",
      population: 680,
    },
    {
      code: "epci:243300316",
      kind: "epci",
      siren: "243300316",
      name: "Bordeaux Métropole",
      departement: "33",
      region: "75",
      population: 831_534,
    },
    {
      code: "departement:33",
      kind: "departement",
      name: "Gironde",
      departement: "33",
      region: "75",
      population: 1_674_980,
    },
  ] as const
).map((place) => ({ ...place, stratum: stratumOf(place.kind, place.population) }));

/** Writes the small registry. */
export const smallRegistry = (store: Store): Promise<void> => seedRegistry(store, PLACES);

/** A tracker on a small registry, at a fixed instant that a test can move. */
export async function smallOnboarding(store: Store, at = "2022-03-01T10:00:00Z") {
  await smallRegistry(store);
  const clock = { now: new Date(at) };
  const onboarding: Onboarding = createOnboarding({ store, now: () => clock.now });
  return { onboarding, clock };
}
