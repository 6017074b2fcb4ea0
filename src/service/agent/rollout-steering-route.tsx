import { type AgeingFilter, MILESTONES } from "../../onboarding/index.ts";
import { RolloutSteeringPage, SteeringRefused } from "./rollout-steering-page.tsx";
import type { Visit } from "./visit.ts";

/** `GET /agent/deploiement/pilotage`: everybody who waits and whose turn it is, for those who steer. */
export async function showSteering({ house, desk, req, rights, show }: Visit): Promise<void> {
  if (!rights.steering) return show(<SteeringRefused desk={desk} />, 403);
  const filter = filterOf(req.query);
  const [overview, rows, digests, partners] = await Promise.all([
    house.onboarding.overview(),
    house.onboarding.ageing(filter),
    house.onboarding.digest(),
    house.onboarding.partners(),
  ]);
  show(
    <RolloutSteeringPage
      desk={desk}
      overview={overview}
      rows={rows}
      digests={digests}
      partners={partners}
      filter={filter}
    />,
  );
}

/** Whatever cannot be read is left out, so that no address is an error. */
function filterOf(query: Readonly<Record<string, unknown>>): AgeingFilter {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value.trim().slice(0, 100) : "";
  };
  const [next, operator, departement] = [text("etape"), text("operateur"), text("departement")];
  return {
    ...(MILESTONES.some(({ slug }) => slug === next) && { next }),
    ...(operator && { operator }),
    ...(departement && { departement: departement.toUpperCase() }),
  };
}
