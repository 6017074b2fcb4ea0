import { stringify } from "csv-stringify/sync";
import { type Request, type RequestHandler, type Response, Router } from "express";
import type { Collectivite } from "../../collectivites/index.ts";
import type { QuarterIndicators } from "../../dossiers/index.ts";
import type { House } from "../house.ts";
import { sendPage } from "../render.ts";
import { siteFrame } from "../site-frame.ts";
import { FIELDS, rowsOf, TABLE_SCHEMA } from "./dataset.ts";
import { declaredFacts } from "./facts.ts";
import { QualityPage } from "./quality-page.tsx";

/** What these pages need of the house. */
export type QualityHouse = Pick<House, "settings" | "collectivites" | "dossiers" | "procedures" | "assets">;

type Handler = (
  house: QualityHouse,
  place: { readonly collectivite: Collectivite; readonly req: Request; readonly res: Response },
) => Promise<boolean>;

const PAGES: readonly { readonly path: string; readonly show: Handler }[] = [
  { path: "/", show: showQuality },
  { path: "/donnees/:file", show: sendData },
];

/**
 * The quality of the procedures, for everybody: mount it on `/qualite`. It reads, and needs no session.
 *
 * @example
 * app.use("/qualite", qualityPages(house));
 */
export function qualityPages(house: QualityHouse): Router {
  const router = Router();
  for (const { path, show } of PAGES) {
    router
      .route(path)
      .get(page(house, show))
      .all((_req, res) => void res.set("Allow", "GET, HEAD").sendStatus(405));
  }
  return router;
}

function page(house: QualityHouse, show: Handler): RequestHandler {
  return async (req, res, next) => {
    const collectivite = await house.collectivites.resolve({ host: req.hostname, path: req.originalUrl });
    if (!collectivite || !(await show(house, { collectivite, req, res }))) next("router");
  };
}

/** The quarter asked for, or the present one; undefined where there is no such quarter. */
export async function readQuarter(
  house: Pick<QualityHouse, "dossiers" | "settings" | "procedures">,
  collectivite: string,
  asked: unknown,
): Promise<
  | {
      readonly quarter: string;
      readonly quarters: readonly string[];
      readonly indicators: readonly QuarterIndicators[];
    }
  | undefined
> {
  const { quality } = house.dossiers;
  const quarters = await quality.quarters();
  const quarter = asked === undefined ? (quarters.at(-1) ?? "") : String(asked);
  const indicators = await quality.indicators({ collectivite, quarter, procedures: declaredFacts(house) });
  return indicators && { quarter, quarters, indicators };
}

async function showQuality(
  house: QualityHouse,
  { collectivite, req, res }: Parameters<Handler>[1],
): Promise<boolean> {
  const read = await readQuarter(house, collectivite.id, req.query.trimestre);
  if (!read) return false;
  sendPage(res, <QualityPage frame={siteFrame(house, req, collectivite)} {...read} />);
  return true;
}

async function sendData(
  house: QualityHouse,
  { collectivite, req, res }: Parameters<Handler>[1],
): Promise<boolean> {
  const [, kind] = /^indicateurs\.(csv|json|schema\.json)$/.exec(String(req.params.file)) ?? [];
  if (kind === undefined) return false;
  res.set("Cache-Control", "public, max-age=300").set("Access-Control-Allow-Origin", "*");
  if (kind === "schema.json") res.json(TABLE_SCHEMA);
  else {
    const rows = await allRows(house, collectivite.id);
    if (kind === "json") res.json({ schema: "/qualite/donnees/indicateurs.schema.json", rows });
    else {
      const columns = FIELDS.map(({ name }) => name);
      const cast = { boolean: (value: boolean) => String(value) };
      const text = stringify([...rows], { bom: true, header: true, columns, cast, escape_formulas: true });
      res.attachment("indicateurs.csv").type("text/csv; charset=utf-8").send(text);
    }
  }
  return true;
}

async function allRows(house: QualityHouse, collectivite: string) {
  const procedures = declaredFacts(house);
  const { quality } = house.dossiers;
  const rows = [];
  for (const quarter of await quality.quarters()) {
    rows.push(...rowsOf((await quality.indicators({ collectivite, quarter, procedures })) ?? []));
  }
  return rows;
}
