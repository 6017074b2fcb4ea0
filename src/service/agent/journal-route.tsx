import { JournalPage } from "./journal-page.tsx";
import type { Visit } from "./visit.ts";
import { PURPOSES } from "./words.ts";

const PAGE = 50;

/** `GET /agent/journal`: the whole of it for an administrator, one's own accesses for the others. */
export async function showJournal(visit: Visit): Promise<void> {
  const { house, collectivite, agent, rights, req } = visit;
  const { journal } = house.dossiers;
  const asked = Number(req.query.avant);
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
  await visit.trace({ action: "listed", purpose: PURPOSES.journal });
  const own = await journal.page({ collectivite: collectivite.id, agent: agent.sub, limit: 1 });
  const entries = await journal.page({
    collectivite: collectivite.id,
    limit: PAGE,
    ...(before !== undefined && { before }),
    ...(!rights.wholeJournal && { agent: agent.sub }),
  });
  const verdict =
    req.query.verifier === undefined ? undefined : await journal.verify({ collectivite: collectivite.id });
  const last = entries.at(-1);
  visit.show(
    <JournalPage
      desk={visit.desk}
      entries={entries}
      whole={rights.wholeJournal}
      first={before === undefined}
      {...(verdict && { verdict })}
      {...(entries.length === PAGE && last && { before: last.sequence })}
      {...(own[0] && { ownPseudonym: own[0].actorPseudonym })}
    />,
  );
}
