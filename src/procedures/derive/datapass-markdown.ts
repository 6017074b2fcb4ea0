import type { DataPassDraft } from "./datapass.ts";
import { list, sections, table } from "./markdown.ts";

const MODALITIES = {
  france_connect: "avec le jeton FranceConnect de l’usager (« france_connect »)",
  params: "avec l’identité de l’usager en paramètres (« params »)",
} as const;

type Request = NonNullable<DataPassDraft["apiParticulier"]> | DataPassDraft["franceConnect"];

const codes = (scopes: readonly string[]): string => list(scopes.map((scope) => `\`${scope}\``));

function rows(request: Request): readonly (readonly string[])[] {
  const months = `${request.duree_conservation_donnees_caractere_personnel} mois`;
  return [
    ["Intitulé du projet", request.intitule],
    ["Description", request.description],
    ...("useCase" in request ? [["Cas d’usage", request.useCase]] : []),
    ["Cadre juridique", request.cadre_juridique_nature],
    ...("deliberation" in request ? [["Pièce à joindre", request.deliberation]] : []),
    ...("france_connect_eidas" in request ? [["Niveau eIDAS", request.france_connect_eidas]] : []),
    ...("modalities" in request
      ? [["Modalités d’appel", request.modalities.map((modality) => MODALITIES[modality]).join(" ; ")]]
      : []),
    ["Destinataires des données", request.destinataire_donnees_caractere_personnel],
    ["Durée de conservation", `${months}, après la décision`],
  ];
}

/**
 * The two requests as a French text to copy into DataPass, block by block.
 *
 * @see https://datapass.api.gouv.fr
 * @example
 * import { dataPassDraft, dataPassMarkdown } from "passerelle";
 * const text = dataPassMarkdown(dataPassDraft(procedure, { name: "Val-de-Sorgue" }));
 */
export function dataPassMarkdown({ franceConnect, apiParticulier }: DataPassDraft): string {
  const headers = ["Champ de DataPass", "À écrire"];
  const contacts =
    "Délégué à la protection des données (qui n’est jamais le maire), responsable de traitement, contact métier et contact technique : à compléter avec vos noms, adresses électroniques et téléphones.";
  return sections(`Brouillon DataPass : ${franceConnect.intitule}`, {
    "Demande FranceConnect": table(headers, rows(franceConnect)),
    "Données demandées à FranceConnect": codes(franceConnect.scopes),
    ...(apiParticulier === undefined
      ? { "Demande API Particulier": "Aucune : cette démarche ne lit rien auprès d’autres administrations." }
      : {
          "Demande API Particulier": table(headers, rows(apiParticulier)),
          "Données demandées à API Particulier": codes(apiParticulier.scopes),
        }),
    "Contacts (dans chaque demande)": contacts,
  });
}
