import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Collectivite, Collectivites } from "../collectivites/index.ts";
import type { Dossiers } from "../dossiers/index.ts";
import type { Onboarding } from "../onboarding/index.ts";
import type { ApiParticulier } from "../particulier/index.ts";
import type { Procedure } from "../procedures/index.ts";
import type { Assets } from "./assets.ts";
import type { Dependency } from "./health.ts";
import type { Sessions } from "./sessions.ts";
import type { Settings } from "./settings.ts";

/** Everything the pages are made of: opened once at start, closed once at the end. */
export interface House {
  readonly settings: Settings;
  readonly collectivites: Collectivites;
  readonly dossiers: Dossiers;
  readonly onboarding: Onboarding;
  readonly procedures: readonly Procedure[];
  /** API Particulier in the name of this collectivité; undefined where none is configured. */
  readonly api: (collectivite: Collectivite) => Promise<ApiParticulier | undefined>;
  readonly sessions: Sessions;
  readonly assets: Assets;
  /** The stores, for `/health/ready`; the providers add themselves. */
  readonly dependencies: readonly Dependency[];
  readonly metrics: Registry;
  readonly logger: Logger;
  readonly now: () => Date;
}
