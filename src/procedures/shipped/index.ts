import type { Procedure } from "../declaration.ts";
import { restaurationScolaire } from "./restauration-scolaire.ts";

/** The procedures that come with the reference portal, in the order of its first page. */
export const PROCEDURES: readonly Procedure[] = [restaurationScolaire];
