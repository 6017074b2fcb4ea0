import type { JSX } from "preact";
import type { Read } from "../../../dossiers/index.ts";
import { documentsIn, type FilledForm, type Provenance } from "../../../procedures/index.ts";
import { FileLinks } from "../../components/files.tsx";
import { Layout } from "../../components/layout.tsx";
import { PartiesLine } from "../../components/parties.tsx";
import { PriceBox } from "../../components/price-box.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage, Words } from "../../language/index.ts";
import { dossierPaths } from "../dossier-now.ts";
import { origin } from "../words.ts";
import { Feedback, type FeedbackWay } from "./feedback.tsx";

export interface ConfirmationProps {
  readonly frame: Frame;
  readonly title: string;
  readonly id: string;
  readonly number: string;
  readonly sentAt: string;
  readonly delay: string;
  readonly reads: readonly Read[];
  readonly retentionMonths: number;
  readonly form: FilledForm;
  readonly withoutLogin: boolean;
  /** What shows it again to somebody without FranceConnect. */
  readonly resumeCode?: string;
  /** Absent where an opinion was given already. */
  readonly feedback?: FeedbackWay;
}

/** The number, what happens now, and what was read from whom: a receipt that can be printed. */
export function ConfirmationPage(props: ConfirmationProps): JSX.Element {
  const { frame, title, id, number, sentAt, delay, reads, retentionMonths, form, withoutLogin, feedback } =
    props;
  const { t, translate, longMoment } = useLanguage();
  return (
    <Layout frame={frame} title={`${t("Demande envoyée")} — ${translate(title)}`}>
      <div class="columns">
        <div class="stack-large">
          <div class="ticket">
            <h1>{t("Votre demande est envoyée")}</h1>
            <p>{t("{title}, numéro de dossier :", { title: <Words text={title} /> })}</p>
            <p class="ticket-number">{number}</p>
            <p>
              {t("Reçue par {collectivite} le {moment}.", {
                collectivite: frame.collectivite.name,
                moment: longMoment(sentAt),
              })}
            </p>
          </div>
          <PartiesLine form={form} />
          <section class="stack" aria-labelledby="suite">
            <h2 id="suite">{t("Et maintenant ?")}</h2>
            <p>
              {t("Un agent examine votre demande : {delay}.", { delay: <Words text={delay} /> })}{" "}
              {t(
                withoutLogin
                  ? "Notez bien le numéro ci-dessus : il vous sera demandé au guichet ou au téléphone."
                  : "Vous pouvez la suivre, et voir quand elle est consultée, dans « Mes dossiers ».",
              )}
            </p>
            {props.resumeCode && (
              <p>
                {t("Votre code de reprise ouvre aussi ce dossier, sur n’importe quel appareil :")}{" "}
                <strong class="nowrap">{props.resumeCode}</strong>
              </p>
            )}
            <p>
              <a class="button" href={`/mes-dossiers/${id}`}>
                {t("Voir mon dossier")}
              </a>
            </p>
            <p class="soft">
              {t("Ce récépissé peut être imprimé ou enregistré en PDF par votre navigateur.")}
            </p>
          </section>
          <Joined form={form} hrefOf={dossierPaths(id).document} />
          <Reads reads={reads} retentionMonths={retentionMonths} />
        </div>
        {form.price && (
          <aside>
            <PriceBox price={form.price} />
          </aside>
        )}
      </div>
      {feedback && <Feedback way={feedback} />}
    </Layout>
  );
}

/** The documents that went with it; nothing is said where there are none. */
function Joined(props: {
  readonly form: FilledForm;
  readonly hrefOf: (document: string) => string;
}): JSX.Element | null {
  const { t } = useLanguage();
  const documents = documentsIn(props.form);
  if (documents.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="joints">
      <h2 id="joints">{t("Les documents que vous avez joints")}</h2>
      <FileLinks files={documents} hrefOf={props.hrefOf} />
    </section>
  );
}

/** What was read from whom, when, to fill what. */
export function Reads({
  reads,
  retentionMonths,
}: Pick<ConfirmationProps, "reads" | "retentionMonths">): JSX.Element {
  const speech = useLanguage();
  const { t, translate } = speech;
  return (
    <section class="stack" aria-labelledby="lu">
      <h2 id="lu">{t("Ce qui a été lu pour cette demande")}</h2>
      {reads.length === 0 ? (
        <p>{t("Aucune donnée n’a été demandée à une autre administration.")}</p>
      ) : (
        <dl class="answers">
          {reads.map((read) => (
            <div key={`${read.source}${read.fetchedAt}${read.period}${read.fields.join()}`}>
              <dt>{read.fields.map(translate).join(", ")}</dt>
              <dd>
                {origin(speech, read as Provenance)}
                {read.requestId && (
                  <span class="small soft">
                    {" "}
                    {t("(référence {reference})", { reference: read.requestId })}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="soft">
        {t(
          "Seules ces informations sont gardées, {months} mois après la décision. Les réponses complètes des administrations et le jeton de FranceConnect ne sont pas conservés.",
          { months: retentionMonths },
        )}
      </p>
    </section>
  );
}
