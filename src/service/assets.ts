import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Router } from "express";

/** The same folder from `src/service/` and from `dist/service/`. */
const FOLDER = fileURLToPath(new URL("../../src/service/assets/", import.meta.url));
const FOREVER = "public, max-age=31536000, immutable";

const FONTS: Readonly<Record<string, readonly [packageName: string, file: string]>> = {
  "bricolage-grotesque.woff2": ["bricolage-grotesque", "bricolage-grotesque-latin-wght-normal.woff2"],
  "atkinson-hyperlegible-next.woff2": [
    "atkinson-hyperlegible-next",
    "atkinson-hyperlegible-next-latin-wght-normal.woff2",
  ],
  "atkinson-hyperlegible-next-italic.woff2": [
    "atkinson-hyperlegible-next",
    "atkinson-hyperlegible-next-latin-wght-italic.woff2",
  ],
};

/** The stylesheet and fonts, under an address that changes with their content so that browsers keep them for good. */
export interface Assets {
  /** `/assets/3f9a…/portal.css` */
  readonly stylesheet: string;
  readonly fonts: readonly string[];
  readonly router: Router;
}

/** Reads the stylesheet once, at start. */
export function loadAssets(): Assets {
  const css = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".css"))
    .sort()
    .map((name) => readFileSync(join(FOLDER, name), "utf8"))
    .join("\n");
  const base = `/assets/${contentHash(css)}`;
  const resolve = createRequire(import.meta.url).resolve;
  const router = Router();
  router.get(`${base}/portal.css`, (_request, response) => {
    response.set("Cache-Control", FOREVER).type("css").send(css);
  });
  for (const [name, [packageName, file]] of Object.entries(FONTS)) {
    const root = join(dirname(resolve(`@fontsource-variable/${packageName}/package.json`)), "files");
    router.get(`${base}/fonts/${name}`, (_request, response) => {
      response.set("Cache-Control", FOREVER).sendFile(file, { root, cacheControl: false });
    });
  }
  return {
    stylesheet: `${base}/portal.css`,
    fonts: Object.keys(FONTS)
      .slice(0, 2)
      .map((name) => `${base}/fonts/${name}`),
    router,
  };
}

/** Short, and different as soon as one byte is. */
export function contentHash(content: string): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 12);
}
