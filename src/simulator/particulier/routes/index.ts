import { DSS_ROUTES } from "./dss.ts";
import { OTHER_ROUTES } from "./others.ts";
import type { Route } from "./route.ts";
import { STUDIES_ROUTES } from "./studies.ts";

/**
 * Every living endpoint of v3 and later.
 * @see https://particulier.api.gouv.fr/developpeurs/openapi
 */
export const ROUTES: readonly Route[] = [...DSS_ROUTES, ...STUDIES_ROUTES, ...OTHER_ROUTES];

/** Every scope that opens something, once each. */
export const ALL_SCOPES: readonly string[] = [...new Set(ROUTES.flatMap((route) => route.scopes))].sort();
