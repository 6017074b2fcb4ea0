import type { Request } from "express";
import type { Collectivite } from "../../collectivites/index.ts";
import type { Frame } from "../frame.ts";
import type { AgentHouse } from "./house.ts";

/** What surrounds an agent's page of this collectivité, before anybody has logged in. */
export function deskFrame({ assets, settings }: AgentHouse, req: Request, collectivite: Collectivite): Frame {
  const { name, contact } = collectivite;
  return {
    collectivite: { name, contact },
    assets: { stylesheet: assets.stylesheet, fonts: assets.fonts, theme: "/theme.css" },
    path: req.originalUrl.split("?")[0] ?? "/",
    sandbox: settings.sandbox ?? false,
  };
}
