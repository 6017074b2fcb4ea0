import { z } from "zod";
import { DSNJ_IDENTITY } from "../parameters.ts";
import type { Route } from "../route.ts";
import { text } from "./values.ts";

/**
 * Whether a person of 16 to 25 is in order with the journée défense et citoyenneté; 422 `39400` at any other age.
 * `commentaires` is free text that may reveal a handicap: ask for it only with a reason, and never store it.
 * @see https://particulier.api.gouv.fr/catalogue/dsnj/service_national
 */
export const serviceNational = {
  name: "service-national",
  title: "Situation au regard du service national",
  resource: "dsnj/service_national",
  version: "v3",
  versions: { v3: { modes: { identite: DSNJ_IDENTITY, france_connect: [] } } },
  holder: "la direction du service national et de la jeunesse",
  provider: "DSNJ",
  scopes: [
    {
      name: "dsnj_statut_service_national",
      keys: ["statut_service_national", "commentaires"],
      franceConnect: true,
    },
  ],
  schema: z.object({
    statut_service_national: text,
    commentaires: text,
  }),
  cacheSeconds: 0,
  ping: "dsnj_service_national",
} as const satisfies Route;
