import { USE_CASES } from "../../particulier/index.ts";
import type { Procedure } from "../declaration.ts";
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
  };
  /** Absent where the procedure asks nothing from API Particulier. */
  readonly apiParticulier?: {
    readonly intitule: string;
    readonly description: string;
    readonly useCase: string;
    readonly cadre_juridique_nature: string;
    readonly deliberation: string;
    readonly scopes: readonly string[];
    readonly destinataire_donnees_caractere_personnel: string;
    /** Months. */
    readonly duree_conservation_donnees_caractere_personnel: number;
  };
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
    },
    ...(useCase === undefined
      ? {}
      : {
          apiParticulier: {
            intitule,
            description: summary,
            useCase: USE_CASES[useCase].title,
            cadre_juridique_nature: legal.join(" ; "),
            deliberation: `${deliberation.reference} (${deliberation.date})`,
            scopes: apiParticulier,
            destinataire_donnees_caractere_personnel: `Agents de ${collectivite.name} chargés de la démarche « ${title} »`,
            duree_conservation_donnees_caractere_personnel: retentionMonths,
          },
        }),
  };
}
