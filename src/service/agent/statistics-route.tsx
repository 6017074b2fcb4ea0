import { readUse } from "./quality/use.ts";
import { statisticsOf } from "./statistics.ts";
import { StatisticsPage } from "./statistics-page.tsx";
import type { Visit } from "./visit.ts";

/** `GET /agent/statistiques`: figures only, nobody's data. */
export async function showStatistics(visit: Visit): Promise<void> {
  const { house, collectivite, desk } = visit;
  const now = house.now();
  const [rows, use] = await Promise.all([
    statisticsOf(house.dossiers, collectivite.id, house.procedures),
    readUse(house.dossiers, collectivite.id, house.procedures, now),
  ]);
  visit.show(<StatisticsPage desk={desk} rows={rows} use={use} now={now} />);
}
