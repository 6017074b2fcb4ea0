import { ROUTES, type Route, USE_CASES } from "../../particulier/index.ts";
import type { Procedure } from "../declaration.ts";
import { formatDate } from "../typography.ts";
import type { NoticeCollectivite } from "./notice.ts";
import { scopesOf } from "./scopes.ts";

/** What to write in the two DataPass requests of a procedure, block by block. */
export interface DataPassDraft {
  readonly franceConnect: {
    readonly intitule: string;
    readonly description: string;
    readonly cadre_juridique_nature: string;
    readonly scopes: readonly string[];
    /** `eidas_1`: FranceConnect; `eidas_2`: FranceConnect+. */
    readonly france_connect_eidas: "eidas_1" | "eidas_2";
    readonly destinataire_donnees_caractere_personnel: string;
    /** Months. */
    readonly duree_conservation_donnees_caractere_personnel: number;
  };
  /** Absent where the procedure asks nothing from API Particulier. */
  readonly apiParticulier?: {
    readonly intitule: string;
    readonly description: string;
    readonly useCase: string;
    readonly cadre_juridique_nature: string;
    /** The document to attach. */
    readonly deliberation: string;
    /** How the API is called: `france_connect` with the citizen's token, `params` with their identity. */
    readonly modalities: readonly ("france_connect" | "params")[];
    readonly scopes: readonly string[];
    readonly destinataire_donnees_caractere_personnel: string;
    /** Months. */
    readonly duree_conservation_donnees_caractere_personnel: number;
  };
}

function modalitiesOf({ sources }: Procedure): ("france_connect" | "params")[] {
  const modes = Object.values(sources).flatMap(({ route }) => {
    const { version, versions }: Route = ROUTES[route];
    return Object.keys(versions[version]?.modes ?? {});
  });
  const byParameters = modes.some((mode) => mode !== "france_connect");
  return [
    ...(modes.includes("france_connect") ? (["france_connect"] as const) : []),
    ...(byParameters ? (["params"] as const) : []),
  ];
}

/**
 * The DataPass requests for a procedure, ready to copy.
 *
 * @see https://datapass.api.gouv.fr
 * @example
 * import { dataPassDraft } from "passerelle";
 * const scopes = dataPassDraft(procedure, { name: "Val-de-Sorgue" }).apiParticulier?.scopes;
 */
export function dataPassDraft(procedure: Procedure, collectivite: NoticeCollectivite): DataPassDraft {
  const { identity, franceConnect, apiParticulier } = scopesOf(procedure);
  const intitule = `${procedure.title} – ${collectivite.name}`;
  const { title, summary, useCase, deliberation, retentionMonths } = procedure;
  const personalData = {
    destinataire_donnees_caractere_personnel: `Agents de ${collectivite.name} chargés de la démarche « ${title} »`,
    duree_conservation_donnees_caractere_personnel: retentionMonths,
  };
  const legal = [
    "article L114-8 du code des relations entre le public et l’administration",
    ...procedure.legalBasis,
  ];
  return {
    franceConnect: {
      intitule,
      description: summary,
      cadre_juridique_nature: "arrêté du 8 novembre 2018 relatif au téléservice dénommé « FranceConnect »",
      scopes: [...identity, ...franceConnect],
      france_connect_eidas: procedure.level === "eidas1" ? "eidas_1" : "eidas_2",
      ...personalData,
    },
    ...(useCase === undefined
      ? {}
      : {
          apiParticulier: {
            intitule,
            description: summary,
            useCase: USE_CASES[useCase].title,
            cadre_juridique_nature: legal.join(" ; "),
            deliberation: `${deliberation.reference} du ${formatDate(deliberation.date)}`,
            modalities: modalitiesOf(procedure),
            scopes: apiParticulier,
            ...personalData,
          },
        }),
  };
}
