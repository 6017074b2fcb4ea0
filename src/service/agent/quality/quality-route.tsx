import type { OpinionText } from "../../../dossiers/index.ts";
import { readQuarter } from "../../quality/index.ts";
import type { Visit } from "../visit.ts";
import { PURPOSES } from "../words.ts";
import { AgentQualityPage } from "./quality-page.tsx";

/** `GET /agent/qualite`: every indicator, and what citizens wrote; the reading is in the journal before it is shown. */
export async function showQuality(visit: Visit): Promise<void> {
  const { house, collectivite, desk, req } = visit;
  const read =
    (await readQuarter(house, collectivite.id, req.query.trimestre)) ??
    (await readQuarter(house, collectivite.id, undefined));
  if (!read) return;
  const texts = new Map<string, readonly OpinionText[]>();
  for (const { slug } of house.procedures) {
    const written = await house.dossiers.quality.texts({ collectivite: collectivite.id, procedure: slug });
    if (written.length > 0) texts.set(slug, written);
  }
  const count = [...texts.values()].reduce((sum, written) => sum + written.length, 0);
  if (count > 0) await visit.trace({ action: "listed", purpose: PURPOSES.opinions, count });
  visit.show(<AgentQualityPage desk={desk} texts={texts} {...read} />);
}
