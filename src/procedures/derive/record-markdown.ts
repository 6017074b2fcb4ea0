import { list, sections, table } from "./markdown.ts";
import type { RecordOfProcessing } from "./record.ts";

/**
 * The entry as a French sheet for the register, under the headings of article 30.
 *
 * @see https://eur-lex.europa.eu/eli/reg/2016/679/oj GDPR, art. 30
 * @example
 * import { recordMarkdown, recordOfProcessing } from "passerelle";
 * const text = recordMarkdown(recordOfProcessing(procedure, { name: "Val-de-Sorgue" }));
 */
export function recordMarkdown(record: RecordOfProcessing): string {
  const { controller, controllerContact, dataProtectionOfficer } = record;
  return sections(`Fiche de registre : ${record.name}`, {
    "Responsable de traitement": list([
      controller + (controllerContact === undefined ? "" : `, ${controllerContact}`),
      `Délégué à la protection des données : ${dataProtectionOfficer ?? "à compléter"}`,
    ]),
    Finalité: record.purpose,
    "Base légale": list(record.legalBasis),
    "Personnes concernées": record.persons,
    "Catégories de données": table(
      ["Donnée", "Origine"],
      record.data.map(({ label, origin }) => [label, origin]),
    ),
    Destinataires: list(record.recipients),
    "Transferts hors de l’Union européenne": record.transfersOutsideTheUnion,
    "Durée de conservation": record.retention,
    "Mesures de sécurité": list(record.security),
    ...(record.unchecked.length === 0
      ? {}
      : {
          "Réponses utilisées sans vérifier les noms": list(
            record.unchecked.map(({ source, reason }) => `${source} : ${reason}`),
          ),
        }),
  });
}
