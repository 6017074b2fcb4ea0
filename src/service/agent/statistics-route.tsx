import { statisticsOf } from "./statistics.ts";
import { StatisticsPage } from "./statistics-page.tsx";
import type { Visit } from "./visit.ts";

/** `GET /agent/statistiques`: figures only, nobody's data. */
export async function showStatistics(visit: Visit): Promise<void> {
  const { house, collectivite, desk } = visit;
  const rows = await statisticsOf(house.dossiers, collectivite.id, house.procedures);
  visit.show(<StatisticsPage desk={desk} rows={rows} now={house.now()} />);
}
