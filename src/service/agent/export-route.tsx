import type { FieldError } from "../../procedures/index.ts";
import { shortDate } from "../dates.ts";
import { collectRows, EXPORT_PURPOSES, exportCsv } from "./export.ts";
import { ExportPage } from "./export-page.tsx";
import { textOf } from "./form-body.ts";
import { type InboxQuery, readInboxQuery } from "./inbox-query.ts";
import type { Visit } from "./visit.ts";

const MISSING: FieldError = {
  field: "raison",
  anchor: "raison",
  message: "Choisissez pourquoi vous exportez cette liste.",
};

/** `GET /agent/export`: asks why. */
export async function showExport(visit: Visit): Promise<void> {
  await ask(visit, queryOf(visit), []);
}

/** `POST /agent/export`: writes the journal, then sends the file. */
export async function sendExport(visit: Visit): Promise<void> {
  const { house, collectivite, req, res } = visit;
  const query = queryOf(visit);
  const purpose = EXPORT_PURPOSES.find(({ value }) => value === textOf(req.body, "raison"));
  if (!purpose) return ask(visit, query, [MISSING]);
  const rows = await collectRows(house.dossiers, query, collectivite.id);
  await visit.trace({
    action: "exported",
    purpose: purpose.label,
    count: rows.length,
    ...(query.procedure !== undefined && { procedure: query.procedure }),
  });
  const date = shortDate(house.now().toISOString()).split("/").reverse().join("-");
  res
    .set("Cache-Control", "no-store")
    .attachment(`dossiers-${query.view.slug}-${date}.csv`)
    .type("text/csv; charset=utf-8")
    .send(exportCsv(rows, titles(visit)));
}

async function ask(visit: Visit, query: InboxQuery, errors: readonly FieldError[]): Promise<void> {
  const { house, collectivite } = visit;
  const procedure = query.procedure === undefined ? {} : { procedure: query.procedure };
  const counts = await house.dossiers.counts({ collectivite: collectivite.id, ...procedure });
  const title = titles(visit).get(query.procedure ?? "");
  visit.show(
    <ExportPage
      desk={visit.desk}
      query={query}
      size={query.view.states.reduce((sum, state) => sum + counts[state], 0)}
      errors={errors}
      {...(title !== undefined && { procedureTitle: title })}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

function queryOf({ house, req }: Visit): InboxQuery {
  const {
    after: _after,
    number: _number,
    ...query
  } = readInboxQuery(
    req.query,
    house.procedures.map(({ slug }) => slug),
  );
  return query;
}

const titles = ({ house }: Visit): ReadonlyMap<string, string> =>
  new Map(house.procedures.map(({ slug, title }) => [slug, title]));
