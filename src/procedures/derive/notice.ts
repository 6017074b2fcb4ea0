import { ROUTES, type Route } from "../../particulier/index.ts";
import type { Field, Procedure } from "../declaration.ts";
import type { Beneficiary } from "../others/file-for.ts";
import { plannedFields } from "../others/plan.ts";
import { splitFrom } from "../received.ts";
import { formatDate } from "../typography.ts";
import { sourcesWithoutLogin } from "../without-login.ts";

/** What the notice needs to know of the collectivité. */
export interface NoticeCollectivite {
  readonly name: string;
  readonly contact?: { readonly dpo?: string; readonly email?: string };
}

/** What is asked from whom, before it is asked. */
export interface Notice {
  readonly introduction: string;
  readonly sources: readonly {
    readonly source: string;
    /** « la CAF ou la MSA ». */
    readonly from: string;
    readonly what: readonly string[];
    /** « pour calculer votre tarif ». */
    readonly why: string;
    /** What to give instead. */
    readonly otherwise: string;
  }[];
  /** What FranceConnect transmits. */
  readonly identity: readonly string[];
  readonly legalBasis: readonly string[];
  readonly retention: string;
  readonly rights: readonly string[];
  readonly refuse: string;
}

/** The identity is kept for it, until the decision and no longer. */
const ASKED_AGAIN =
  "Avant de décider, un agent peut demander de nouveau ces données, au plus une fois par jour\u00A0: votre état civil est gardé pour cela, chiffré, jusqu’à la décision. Vous voyez dans votre dossier quand il le fait.";

const GENERAL_BASIS = [
  "articles L113-12 et L114-8 du code des relations entre le public et l’administration",
  "mission d’intérêt public (article 6, paragraphe 1, e, du RGPD)",
];

/** GDPR, art. 14: whoever is written about by somebody else is told. */
const TELL_THEM =
  "La personne pour qui vous faites la demande a les mêmes droits que vous\u00A0: dites-lui que vous la faites.";

function labelsFrom(fields: readonly Field[], source: string, filerOnly = false): readonly string[] {
  return fields
    .filter(({ filer }) => filer === true || !filerOnly)
    .filter(({ from }) => from !== undefined && splitFrom(from).source === source)
    .map(({ label }) => label);
}

/**
 * The information that the law wants given before anything is fetched: information, not a consent.
 *
 * @see https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000045213315 CRPA, art. L114-8
 * @example
 * import { noticeOf } from "passerelle";
 * noticeOf(restaurationScolaire, { name: "Val-de-Sorgue" }).sources[0]?.from; // "la CAF ou la MSA"
 */
export function noticeOf(
  procedure: Procedure,
  collectivite: NoticeCollectivite,
  beneficiary: Beneficiary = "self",
): Notice {
  const { dpo, email } = collectivite.contact ?? {};
  const office = dpo ?? email;
  const { reference, date } = procedure.deliberation;
  const other = beneficiary === "other";
  const asked = other ? [] : Object.entries(procedure.sources);
  return {
    introduction: other
      ? `Vous faites cette demande pour quelqu’un d’autre\u00A0: ${collectivite.name} ne demande rien à d’autres administrations, ni sur vous, ni sur cette personne. Vous saisissez ses informations et joignez ses justificatifs.`
      : asked.length === 0
        ? `Pour instruire votre demande, ${collectivite.name} ne demande rien à d’autres administrations.`
        : `Pour instruire votre demande, ${collectivite.name} récupère pour vous, par API Particulier, les seules données suivantes. Vous n’avez pas de justificatif à fournir.`,
    sources: asked.map(([name, { route, why, ifMissing, about, allowUncheckedIdentity }]) => {
      const { people, holder }: Route = ROUTES[route];
      const checked = people !== undefined && allowUncheckedIdentity === undefined;
      const whom = about === undefined ? "vous concernent" : "concernent cet enfant";
      const names = checked ? [`les noms qui y figurent, pour vérifier que ces données ${whom}`] : [];
      return {
        source: name,
        from: holder,
        what: [...labelsFrom(procedure.fields, name), ...names],
        why: `pour ${why}`,
        otherwise: "document" in ifMissing ? ifMissing.document : ifMissing.declaration,
      };
    }),
    identity: labelsFrom(plannedFields(procedure, other ? { beneficiary } : {}), "identity", other),
    legalBasis: [...GENERAL_BASIS, ...procedure.legalBasis, `${reference} du ${formatDate(date)}`],
    retention: `Votre dossier est conservé ${procedure.retentionMonths} mois après la décision, puis supprimé. Le jeton remis par FranceConnect et les réponses des administrations ne sont jamais conservés.`,
    rights: [
      ...(other ? [TELL_THEM] : []),
      "Vous pouvez vérifier ces données avant l’envoi, et signaler celles qui vous semblent fausses.",
      ...(!other && sourcesWithoutLogin(procedure).length > 0 ? [ASKED_AGAIN] : []),
      `Vous disposez d’un droit d’accès, de rectification, de limitation et d’opposition${office === undefined ? "" : `\u00A0: écrivez à ${office}`}.`,
      "Pour corriger une donnée à sa source, adressez-vous à l’administration qui la détient.",
      "Si vous estimez que vos droits ne sont pas respectés, vous pouvez adresser une réclamation à la CNIL (www.cnil.fr).",
    ],
    refuse: other
      ? "Vous pouvez aussi faire cette demande sans FranceConnect\u00A0: elle est traitée de la même façon."
      : "Vous pouvez continuer sans cette récupération, ou sans FranceConnect\u00A0: vous saisissez alors ces informations et joignez un justificatif. Votre demande est traitée de la même façon.",
  };
}
