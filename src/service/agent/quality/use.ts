import {
  addToMonth,
  type Counts,
  type Dossiers,
  type DraftFigures,
  type Figures,
  monthOf,
  sumOf,
} from "../../../dossiers/index.ts";

interface Named {
  readonly slug: string;
  readonly title: string;
  readonly steps: readonly { readonly slug: string; readonly title: string }[];
}

/** How one procedure is used. */
export interface ProcedureUse {
  readonly title: string;
  readonly opened: number;
  readonly sent: number;
  readonly entered: number;
  readonly underWay: number;
  readonly abandoned: number;
  readonly fields: number;
  readonly prefilled: number;
  readonly corrected: number;
  readonly contested: number;
  readonly spared: number;
  /** Where forms stopped: steps in the order of the form, those where none did left out. */
  readonly stops: readonly {
    readonly step: string;
    readonly abandoned: number;
    readonly idle: number;
  }[];
}

/** How reliable one origin of values is, or one route. */
export interface OriginUse {
  readonly origin: string;
  readonly prefilled: number;
  readonly corrected: number;
  readonly contested: number;
}

export interface RouteUse {
  readonly route: string;
  readonly calls: number;
  readonly received: number;
  readonly nothing: number;
  readonly failed: number;
}

/** Everything that the page of statistics says of the last twelve months. */
export interface Use {
  /** When the counting began. */
  readonly since: string;
  readonly procedures: readonly ProcedureUse[];
  readonly origins: readonly OriginUse[];
  readonly routes: readonly RouteUse[];
}

/** Reads the counters: no form is opened. */
export async function readUse(
  { quality }: Pick<Dossiers, "quality">,
  collectivite: string,
  procedures: readonly Named[],
  now: Date,
): Promise<Use> {
  const to = monthOf(now);
  const [since, figures, drafts] = await Promise.all([
    quality.since(),
    quality.figures({ collectivite, from: addToMonth(to, -11), to }),
    quality.drafts({ collectivite }),
  ]);
  const all = [...figures.values()];
  return {
    since,
    procedures: procedures.map((procedure) =>
      procedureUse(procedure, figures.get(procedure.slug) ?? {}, drafts.get(procedure.slug)),
    ),
    origins: originUses(all),
    routes: routeUses(all.map(({ fetched = {} }) => fetched)),
  };
}

function procedureUse(
  { title, steps }: Named,
  figures: Figures,
  drafts: DraftFigures = { underWay: 0, idle: {} },
): ProcedureUse {
  const { abandoned = {} } = figures;
  const known = [{ slug: "", title: "Aucune étape enregistrée" }, ...steps];
  // A step of an earlier version of the form keeps the name it had.
  const former = Object.keys({ ...abandoned, ...drafts.idle }).filter((step) =>
    known.every(({ slug }) => slug !== step),
  );
  const places = [...known, ...former.map((slug) => ({ slug, title: slug }))];
  return {
    title,
    // A draft that became part of another one is that one's.
    opened: sumOf(figures.opened) - sumOf(figures.merged),
    sent: sumOf(figures.sent),
    entered: sumOf(figures.entered),
    underWay: drafts.underWay,
    abandoned: sumOf(abandoned),
    fields: sumOf(figures.fields),
    prefilled: sumOf(figures.prefilled),
    corrected: sumOf(figures.corrected),
    contested: sumOf(figures.contested),
    spared: sumOf(figures.spared),
    stops: places
      .map(({ slug, title: step }) => ({
        step,
        abandoned: abandoned[slug] ?? 0,
        idle: drafts.idle[slug] ?? 0,
      }))
      .filter((stop) => stop.abandoned + stop.idle > 0),
  };
}

function originUses(all: readonly Figures[]): readonly OriginUse[] {
  const origins = [...new Set(all.flatMap(({ prefilled = {} }) => Object.keys(prefilled)))].sort();
  const total = (measure: "prefilled" | "corrected" | "contested", origin: string) =>
    all.reduce((sum, { [measure]: counts }) => sum + (counts?.[origin] ?? 0), 0);
  return origins.map((origin) => ({
    origin,
    prefilled: total("prefilled", origin),
    corrected: total("corrected", origin),
    contested: total("contested", origin),
  }));
}

const NOTHING = ["not_found", "unidentified"];

function routeUses(all: readonly Counts[]): readonly RouteUse[] {
  const routes = new Map<string, RouteUse>();
  for (const [key, number] of all.flatMap((counts) => Object.entries(counts))) {
    const [route = "", outcome = ""] = key.split(" ");
    const known = routes.get(route) ?? { route, calls: 0, received: 0, nothing: 0, failed: 0 };
    const kind = outcome === "received" ? "received" : NOTHING.includes(outcome) ? "nothing" : "failed";
    routes.set(route, { ...known, calls: known.calls + number, [kind]: known[kind] + number });
  }
  return [...routes.values()].sort((a, b) => (a.route < b.route ? -1 : 1));
}
