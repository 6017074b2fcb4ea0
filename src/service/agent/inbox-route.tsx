import { InboxPage } from "./inbox.tsx";
import { readInboxQuery, toInboxRequest } from "./inbox-query.ts";
import { oldestToTreat } from "./statistics.ts";
import type { Visit } from "./visit.ts";
import { PURPOSES } from "./words.ts";

/** `GET /agent`: the list, written into the journal before it is shown. */
export async function showInbox(visit: Visit): Promise<void> {
  const { house, collectivite, req } = visit;
  const procedures = house.procedures.map(({ slug, title }) => ({ slug, title }));
  const query = readInboxQuery(
    req.query,
    procedures.map(({ slug }) => slug),
  );
  const [page, counts, oldest] = await Promise.all([
    house.dossiers.inbox(toInboxRequest(query, collectivite.id)),
    house.dossiers.counts({
      collectivite: collectivite.id,
      ...(query.procedure !== undefined && { procedure: query.procedure }),
    }),
    oldestToTreat(house.dossiers, collectivite.id, query.procedure),
  ]);
  await visit.trace({
    action: "listed",
    purpose: PURPOSES.list,
    count: page.rows.length,
    ...(query.procedure !== undefined && { procedure: query.procedure }),
  });
  visit.show(
    <InboxPage
      desk={visit.desk}
      query={query}
      page={page}
      counts={counts}
      procedures={procedures}
      {...(oldest !== undefined && { oldest })}
      now={house.now()}
    />,
  );
}
