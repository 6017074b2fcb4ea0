import { stringify } from "csv-stringify/sync";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { type Campaign, OnboardingError } from "../../onboarding/index.ts";
import type { Frame } from "../frame.ts";
import { sendPage } from "../render.ts";
import { DataPage } from "./data-page.tsx";
import { DATASETS, tableSchema } from "./datasets.ts";
import type { OnboardingHouse } from "./house.ts";
import { OverviewPage } from "./overview-page.tsx";
import { ProblemPage } from "./problem-page.tsx";
import { SearchPage } from "./search-page.tsx";
import { TerritoryPage } from "./territory-page.tsx";

type Handler = (house: OnboardingHouse, req: Request, res: Response, frame: Frame) => Promise<void>;

const PAGES: readonly { readonly path: string; readonly show: Handler }[] = [
  { path: "/", show: showOverview },
  { path: "/collectivites", show: showSearch },
  { path: "/collectivites/:key", show: showTerritory },
  { path: "/donnees", show: showData },
  { path: "/donnees/:file", show: sendData },
];

/**
 * The public side of the roll-out: mount it on `/deploiement`. It reads, and needs no session.
 *
 * @example
 * app.use("/deploiement", onboardingPages(house));
 */
export function onboardingPages(house: OnboardingHouse): Router {
  const router = Router();
  for (const { path, show } of PAGES) {
    router
      .route(path)
      .get(page(house, show))
      .all((_req, res) => void res.set("Allow", "GET, HEAD").sendStatus(405));
  }
  router.use(page(house, notFound));
  return router;
}

function page(house: OnboardingHouse, show: Handler): RequestHandler {
  return async (req, res, next) => {
    const frame = await frameOf(house, req);
    if (!frame) return next("router");
    try {
      await show(house, req, res, frame);
    } catch (error) {
      if (!(error instanceof OnboardingError && error.code === "campaign_unknown")) throw error;
      await notFound(house, req, res, frame);
    }
  };
}

async function frameOf({ assets, collectivites, settings }: OnboardingHouse, req: Request) {
  const collectivite = await collectivites.resolve({ host: req.hostname, path: req.originalUrl });
  if (!collectivite) return undefined;
  const { name, contact } = collectivite;
  const frame: Frame = {
    collectivite: { name, contact },
    assets: { stylesheet: assets.stylesheet, fonts: assets.fonts, theme: "/theme.css", icon: "/favicon.svg" },
    path: req.originalUrl.split("?")[0] ?? "/",
    sandbox: settings.sandbox ?? false,
  };
  return frame;
}

/** A parameter that came twice, or as an object, is none. */
const one = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

async function showOverview({ onboarding }: OnboardingHouse, req: Request, res: Response, frame: Frame) {
  const [overview, campaigns] = await Promise.all([
    onboarding.overview(one(req.query.campagne)),
    onboarding.campaigns(),
  ]);
  sendPage(res, <OverviewPage frame={frame} overview={overview} campaigns={campaigns} />);
}

async function showSearch({ onboarding }: OnboardingHouse, req: Request, res: Response, frame: Frame) {
  const words = (one(req.query.q) ?? "").slice(0, 100);
  const found = await onboarding.search(words);
  const [only] = found;
  if (only && found.length === 1) return res.redirect(303, `/deploiement/collectivites/${only.code}`);
  sendPage(res, <SearchPage frame={frame} words={words} found={found} />);
}

async function showTerritory(house: OnboardingHouse, req: Request, res: Response, frame: Frame) {
  const timeline = await house.onboarding.timeline(String(req.params.key));
  if (!timeline) return notFound(house, req, res, frame);
  sendPage(res, <TerritoryPage frame={frame} timeline={timeline} />);
}

async function campaignOf({ onboarding }: OnboardingHouse, req: Request): Promise<Campaign> {
  return (await onboarding.overview(one(req.query.campagne))).campaign;
}

async function showData(house: OnboardingHouse, req: Request, res: Response, frame: Frame) {
  sendPage(res, <DataPage frame={frame} campaign={await campaignOf(house, req)} />);
}

async function sendData(house: OnboardingHouse, req: Request, res: Response, frame: Frame) {
  const [, name, kind] = /^([a-z]+)\.(csv|json|schema\.json)$/.exec(String(req.params.file)) ?? [];
  const dataset = DATASETS.find((candidate) => candidate.name === name);
  if (!dataset) return notFound(house, req, res, frame);
  res.set("Cache-Control", "public, max-age=300").set("Access-Control-Allow-Origin", "*");
  if (kind === "schema.json") return void res.json(tableSchema(dataset));
  const campaign = await campaignOf(house, req);
  const rows = await dataset.rows(house.onboarding, campaign.id);
  if (kind === "json") {
    res.json({ campaign, schema: `/deploiement/donnees/${name}.schema.json`, rows });
    return;
  }
  const columns = dataset.fields.map((field) => field.name);
  const text = stringify([...rows], { bom: true, header: true, columns, escape_formulas: true });
  res.attachment(`${campaign.id}-${name}.csv`).type("text/csv; charset=utf-8").send(text);
}

async function notFound(_house: OnboardingHouse, _req: Request, res: Response, frame: Frame) {
  sendPage(
    res,
    <ProblemPage
      frame={frame}
      title="Page introuvable"
      message="Il n’y a rien à cette adresse. Vérifiez le lien, ou cherchez la collectivité par son nom."
    />,
    404,
  );
}
