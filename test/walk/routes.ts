import { Registry } from "prom-client";
import { PROCEDURES } from "../../src/procedures/index.ts";
import { createApp } from "../../src/service/app.ts";
import { loadAssets } from "../../src/service/assets.ts";
import type { House } from "../../src/service/house.ts";
import { createLogger } from "../../src/service/logger.ts";
import { openSessions } from "../../src/service/sessions.ts";
import type { Settings } from "../../src/service/settings.ts";

/** What Express keeps of a mounted router or route. */
interface Layer {
  readonly rawPath?: string | readonly string[];
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** Answers that are no pages: redirects, files, figures for machines. */
const NOT_PAGES =
  /^\/(auth\/|assets|theme\.css|favicon\.svg|metrics|health\/|\.well-known\/|(deploiement|qualite)\/donnees\/:file)|\/documents\/:document$/;

export interface PageRoute {
  readonly path: string;
  matches(pathname: string): boolean;
}

/** Every page that the portal answers to, as Express knows them. */
export async function pageRoutes(settings: Settings): Promise<readonly PageRoute[]> {
  const sessions = await openSessions(settings, () => undefined);
  // Nothing is asked of the stores: the routes are read, and none is called.
  const house: Partial<House> = {
    settings,
    sessions,
    procedures: PROCEDURES,
    assets: loadAssets(),
    dependencies: [],
    metrics: new Registry(),
    logger: createLogger("silent"),
    now: () => new Date(),
  };
  const app = createApp(house as House);
  const paths = pathsOf((app.router as unknown as Layer["handle"]).stack ?? []);
  app.close();
  await sessions.close();
  return [...new Set(paths)]
    .filter((path) => !NOT_PAGES.test(path))
    .map((path) => {
      const pattern = new RegExp(`^${path.replace(/\/$/, "").replace(/:\w+/g, "[^/]+")}/?$`);
      return { path, matches: (pathname) => pattern.test(pathname) };
    });
}

/** A router on several paths is listed under the first: its pages are the same. */
function pathsOf(layers: readonly Layer[], prefix = ""): readonly string[] {
  return layers.flatMap((layer): readonly string[] => {
    const [mount = ""] = [layer.rawPath ?? ""].flat();
    const base = `${prefix}${mount}`.replace(/\/+$/, "");
    if (layer.route) return layer.route.methods.get ? [`${prefix}${layer.route.path}`] : [];
    return pathsOf(layer.handle.stack ?? [], base);
  });
}
