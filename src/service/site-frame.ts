import type { Request } from "express";
import type { Collectivite } from "../collectivites/index.ts";
import { csrfToken } from "../federation/index.ts";
import type { Frame } from "./frame.ts";
import type { House } from "./house.ts";

/** What surrounds a page of this collectivité, with the citizen's name and a token once they have logged in. */
export function siteFrame(
  { assets, settings }: Pick<House, "assets" | "settings">,
  req: Request,
  collectivite: Collectivite,
): Frame {
  const { name, contact } = collectivite;
  const root = rootOf(req.originalUrl);
  const { identity } = req.citizen ?? {};
  return {
    collectivite: { name, contact },
    assets: {
      stylesheet: assets.stylesheet,
      fonts: assets.fonts,
      theme: `${root}/theme.css`,
      icon: `${root}/favicon.svg`,
    },
    path: req.originalUrl.split("?")[0] ?? "/",
    ...(req.method === "GET" && { here: req.originalUrl }),
    sandbox: settings.sandbox ?? false,
    ...(identity && {
      citizenName:
        `${identity.givenNames[0] ?? ""} ${identity.preferredUsername ?? identity.familyName}`.trim(),
    }),
    ...(req.session && req.citizen && { csrfToken: csrfToken(req) }),
  };
}

/** What stands before every page of a collectivité that shares its host: `/c/<slug>`; empty where it does not. */
export function rootOf(path: string): string {
  return /^\/c\/[a-z\d-]+(?=[/?]|$)/.exec(path)?.[0] ?? "";
}
