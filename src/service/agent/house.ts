import type { Request } from "express";
import type { Collectivite, Collectivites } from "../../collectivites/index.ts";
import type { Dossiers } from "../../dossiers/index.ts";
import type { Logger } from "../../federation/index.ts";
import type { Procedure } from "../../procedures/index.ts";
import type { Frame } from "../frame.ts";
import type { Settings } from "../settings.ts";

/** What the agents' pages need of the house. */
export interface AgentHouse {
  readonly settings: Pick<Settings, "baseUrl" | "proConnect">;
  readonly collectivites: Pick<Collectivites, "resolve">;
  readonly dossiers: Dossiers;
  readonly procedures: readonly Procedure[];
  /** What surrounds a page of this collectivité. */
  readonly frame: (req: Request, collectivite: Collectivite) => Frame;
  readonly now: () => Date;
  readonly logger: Logger;
}
