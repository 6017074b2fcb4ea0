import { z } from "zod";
import { SERVICE_CIVIQUE_IDENTITY } from "../parameters.ts";
import type { Route } from "../route.ts";
import { date, flag, text } from "./values.ts";

const contract = z
  .object({
    contrat_trouve: flag,
    organisme_accueil: z.object({ siret: text, raison_sociale: text }).nullish(),
    date_debut_contrat: date,
    date_fin_contrat: date,
  })
  .nullish();

/** @see https://particulier.api.gouv.fr/catalogue/gip_mds/service_civique */
export const serviceCivique = {
  name: "service-civique",
  title: "Engagement de service civique",
  resource: "gip_mds/service_civique",
  version: "v3",
  versions: { v3: { modes: { identite: SERVICE_CIVIQUE_IDENTITY, france_connect: [] } } },
  holder: "le GIP Modernisation des déclarations sociales",
  provider: "GIP-MDS",
  scopes: [
    { name: "gip_mds_service_civique_statut_actuel", keys: ["statut_actuel"], franceConnect: true },
    { name: "gip_mds_service_civique_statut_passe", keys: ["statut_passe"], franceConnect: true },
    {
      name: "gip_mds_service_civique_organisme_accueil",
      keys: ["statut_actuel.organisme_accueil", "statut_passe.organisme_accueil"],
      franceConnect: true,
    },
    {
      name: "gip_mds_service_civique_dates",
      keys: [
        "statut_actuel.date_debut_contrat",
        "statut_actuel.date_fin_contrat",
        "statut_passe.date_debut_contrat",
        "statut_passe.date_fin_contrat",
      ],
      franceConnect: true,
    },
  ],
  schema: z.object({ statut_actuel: contract, statut_passe: contract }),
  cacheSeconds: 0,
} as const satisfies Route;
