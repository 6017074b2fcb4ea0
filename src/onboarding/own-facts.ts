import { OnboardingError } from "./error.ts";
import type { Told } from "./tell.ts";

/**
 * What this gateway sees by itself. A fact is told once; after that it costs nothing, so that it may be called
 * at every login. A collectivité that no registry knows is no reason to fail one.
 */
export function createOwnFacts(
  tell: (told: Told) => Promise<boolean>,
): (siren: string, milestone: "first-login" | "first-prefilled") => Promise<boolean> {
  const known = new Set<string>();
  return async (siren, milestone) => {
    const key = `${siren} ${milestone}`;
    if (known.has(key)) return false;
    try {
      const added = await tell({ territory: siren, milestone, source: "gateway" });
      known.add(key);
      return added;
    } catch (error) {
      if (error instanceof OnboardingError && error.code === "territory_unknown") return false;
      throw error;
    }
  };
}
