import type { Visit } from "../visit.ts";
import { COUNTER_PURPOSES, counterPaths, nameIn } from "./counter-visit.ts";
import { CounterListPage, type Unfinished } from "./list-page.tsx";

/** `GET /agent/guichet`: what was begun and not sent, by whichever agent, and what can be begun. */
export async function showCounter(visit: Visit): Promise<void> {
  const { house, collectivite, desk } = visit;
  const place = { collectivite: collectivite.id };
  const summaries = await house.dossiers.counter.list(place);
  await visit.trace({ action: "listed", purpose: COUNTER_PURPOSES.list, count: summaries.length });
  const drafts = await Promise.all(summaries.map(({ id }) => house.dossiers.counter.find({ ...place, id })));
  const titles = new Map(house.procedures.map(({ slug, title }) => [slug, title]));
  const unfinished = drafts.flatMap((draft): Unfinished[] =>
    draft
      ? [
          {
            id: draft.id,
            title: titles.get(draft.procedure) ?? draft.procedure,
            name: nameIn(draft.state),
            updatedAt: draft.updatedAt,
            expiresAt: draft.expiresAt,
          },
        ]
      : [],
  );
  visit.show(<CounterListPage desk={desk} unfinished={unfinished} procedures={house.procedures} />);
}

/** `POST /agent/guichet/:id/abandon`: removes what was begun; nothing happens where it is gone already. */
export async function abandon(visit: Visit): Promise<void> {
  const { house, collectivite, req, res, desk } = visit;
  const place = { collectivite: collectivite.id, id: String(req.params.id) };
  const draft = await house.dossiers.counter.find(place);
  if (draft) {
    await visit.trace({
      action: "removed",
      purpose: COUNTER_PURPOSES.abandon,
      dossier: draft.id,
      procedure: draft.procedure,
    });
    await house.dossiers.drafts.remove({ ...place, owners: [draft.owner] });
  }
  res.redirect(303, counterPaths(desk.base).list);
}
