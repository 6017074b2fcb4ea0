import { ROUTES } from "../../particulier/index.ts";
import type { Procedure } from "../declaration.ts";
import { type NoticeCollectivite, noticeOf } from "./notice.ts";

/** One entry of the record of processing activities. */
export interface RecordOfProcessing {
  readonly name: string;
  readonly controller: string;
  readonly controllerContact?: string;
  readonly dataProtectionOfficer?: string;
  readonly purpose: string;
  readonly legalBasis: readonly string[];
  readonly persons: string;
  readonly data: readonly { readonly label: string; readonly origin: string }[];
  readonly recipients: readonly string[];
  readonly retention: string;
  readonly transfersOutsideTheUnion: string;
  readonly security: readonly string[];
  /** Sources whose answer is used although it names nobody, with the reason given. */
  readonly unchecked: readonly { readonly source: string; readonly reason: string }[];
}

/**
 * The entry of the register that the controller must keep, from the declaration alone.
 *
 * @see https://eur-lex.europa.eu/eli/reg/2016/679/oj GDPR, art. 30
 * @example
 * import { recordOfProcessing } from "passerelle";
 * const { purpose } = recordOfProcessing(procedure, { name: "Val-de-Sorgue" });
 */
export function recordOfProcessing(
  procedure: Procedure,
  collectivite: NoticeCollectivite,
): RecordOfProcessing {
  const { legalBasis } = noticeOf(procedure, collectivite);
  const { dpo, email } = collectivite.contact ?? {};
  const sources = Object.entries(procedure.sources);
  const originOf = (from: string | undefined): string => {
    const name = from?.split(".")[0] ?? "";
    const source = procedure.sources[name];
    if (name === "identity") return "FranceConnect";
    return source === undefined ? "usager" : `${ROUTES[source.route].holder} (API Particulier)`;
  };
  return {
    name: procedure.title,
    controller: collectivite.name,
    ...(email === undefined ? {} : { controllerContact: email }),
    ...(dpo === undefined ? {} : { dataProtectionOfficer: dpo }),
    purpose: procedure.summary,
    legalBasis,
    persons: procedure.audience,
    data: procedure.fields.map(({ label, from }) => ({ label, origin: originOf(from) })),
    recipients: [`agents habilités de ${collectivite.name}`],
    retention: `${procedure.retentionMonths} mois après la décision, puis suppression\u00A0; brouillons non envoyés\u00A0: 30 jours\u00A0; état civil complet, pour interroger de nouveau une source\u00A0: jusqu’à la décision\u00A0; journal des consultations\u00A0: 36 mois`,
    transfersOutsideTheUnion: "aucun",
    security: [
      "chiffrement des données personnelles au repos",
      "authentification des usagers par FranceConnect et des agents par ProConnect",
      "journal inaltérable des consultations, conservé 36 mois",
    ],
    unchecked: sources.flatMap(([source, { allowUncheckedIdentity: reason }]) =>
      reason === undefined ? [] : [{ source, reason }],
    ),
  };
}
