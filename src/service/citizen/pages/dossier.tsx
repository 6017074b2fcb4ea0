import type { JSX } from "preact";
import type { Dossier, JournalEntry, Read } from "../../../dossiers/index.ts";
import { documentsOf, type FieldKind } from "../../../procedures/index.ts";
import { Lines } from "../../components/field.tsx";
import { FileLinks } from "../../components/files.tsx";
import { Layout, PageHead } from "../../components/layout.tsx";
import { PartiesLine } from "../../components/parties.tsx";
import { PriceBox } from "../../components/price-box.tsx";
import type { Frame } from "../../frame.ts";
import { type French, useLanguage, Words } from "../../language/index.ts";
import { type CorrectionRequest, dossierPaths, isUndecided } from "../dossier-now.ts";
import { origin, STATE_WORDS, valueWords } from "../words.ts";
import { Reads } from "./confirmation.tsx";
import { Feedback, type FeedbackWay } from "./feedback.tsx";
import { Paragraphs, Timeline } from "./timeline.tsx";

export interface DossierProps {
  readonly frame: Frame;
  readonly title: string;
  readonly dossier: Dossier;
  readonly reads: readonly Read[];
  readonly accesses: readonly JournalEntry[];
  /** Of the fields that the procedure still has, by name. */
  readonly kinds: Readonly<Record<string, FieldKind>>;
  /** What an agent asks the citizen to correct, while they do. */
  readonly request?: CorrectionRequest;
  readonly feedback?: FeedbackWay;
}

const ACCESS_WORDS = {
  viewed: "Un agent a consulté votre dossier",
  downloaded: "Un agent a téléchargé un document que vous avez joint",
  decided: "Un agent a pris une décision",
  exported: "Un agent a exporté une liste qui contient votre dossier",
  printed: "Un agent a imprimé votre dossier",
  refreshed: "Un agent a actualisé une donnée",
  entered: "Un agent a saisi votre demande",
} as const satisfies Partial<Record<JournalEntry["action"], French>>;

/** The citizen's side of a dossier: its state in words, what was sent, and who has looked at it. */
export function DossierPage(props: DossierProps): JSX.Element {
  const { frame, title, dossier, reads, accesses, kinds, request, feedback } = props;
  const { number, sentAt, state, form, history, expiresAt, retentionMonths } = dossier;
  const speech = useLanguage();
  const { t, translate, longDate, longMoment } = speech;
  const to = dossierPaths(dossier.id);
  return (
    <Layout frame={frame} title={`${translate(title)} ${number}`}>
      <PageHead
        title={<Words text={title} />}
        kicker={number}
        back={{ href: "/mes-dossiers", label: t("Mes dossiers") }}
      />
      <div class="columns">
        <div class="stack-large">
          <p class="notice">
            {t("{state}, envoyée le {moment}.", {
              state: <strong>{t(STATE_WORDS[state])}</strong>,
              moment: longMoment(sentAt),
            })}
            {expiresAt && ` ${t("Ce dossier sera supprimé le {date}.", { date: longDate(expiresAt) })}`}
          </p>
          <PartiesLine form={form} />
          {request && <Request request={request} href={to.correction} />}
          <section class="stack" aria-labelledby="histoire">
            <h2 id="histoire">{t("Où en est votre demande")}</h2>
            <Timeline events={[...history].reverse()} />
          </section>
          <section class="stack" aria-labelledby="envoye">
            <h2 id="envoye">{t("Ce que vous avez envoyé")}</h2>
            <dl class="answers">
              {form.fields.map(({ name, label, value, display, provenance, received, correction }) => (
                <div key={name}>
                  <dt>
                    <Words text={label} />
                  </dt>
                  <dd>
                    {documentsOf(value).length > 0 ? (
                      <FileLinks files={documentsOf(value)} hrefOf={to.document} />
                    ) : (
                      <Lines lines={valueWords(speech, kinds[name], display)} />
                    )}
                    {correction && received ? (
                      <span class="origin origin-corrected">
                        {t("Au lieu de {value}", {
                          value: valueWords(speech, kinds[name], received.display).join(", "),
                        })}
                        . {origin(speech, received.provenance)}
                      </span>
                    ) : (
                      <span class={`origin${received ? " origin-received" : ""}`}>
                        {origin(speech, provenance)}
                      </span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <Reads reads={reads} retentionMonths={retentionMonths} />
          {isUndecided(dossier) && (
            <p>
              {t("Vous avez changé d’avis ?")} <a href={to.withdrawal}>{t("Retirer ma demande")}</a>
            </p>
          )}
        </div>
        <aside class="stack">
          {form.price && <PriceBox price={form.price} />}
          <section class="notice" aria-labelledby="consulte">
            <h2 id="consulte">{t("Qui a consulté votre dossier")}</h2>
            <Accesses accesses={accesses} />
          </section>
        </aside>
      </div>
      {feedback && <Feedback way={feedback} />}
    </Layout>
  );
}

function Accesses({ accesses }: { readonly accesses: readonly JournalEntry[] }): JSX.Element {
  const { t, longMoment } = useLanguage();
  const seen = accesses.filter(({ actor }) => actor === "agent").filter(isShown);
  if (seen.length === 0) return <p>{t("Personne ne l’a encore consulté.")}</p>;
  return (
    <ul>
      {seen.map(({ sequence, at, action }) => (
        <li key={sequence}>
          {t(ACCESS_WORDS[action])} <span class="soft">{t("le {moment}", { moment: longMoment(at) })}</span>
        </li>
      ))}
    </ul>
  );
}

const isShown = (
  entry: JournalEntry,
): entry is JournalEntry & { readonly action: keyof typeof ACCESS_WORDS } => entry.action in ACCESS_WORDS;

function Request(props: { readonly request: CorrectionRequest; readonly href: string }): JSX.Element {
  const { t, translate } = useLanguage();
  const { reason, labels } = props.request;
  return (
    <section class="notice notice-warning stack" aria-labelledby="a-corriger">
      <h2 id="a-corriger">{t("Une correction vous est demandée")}</h2>
      <Paragraphs text={reason} />
      <p>{t("À corriger : {labels}.", { labels: labels.map(translate).join(", ") })}</p>
      <p class="actions">
        <a class="button" href={props.href}>
          {t("Corriger ma demande")}
        </a>
      </p>
    </section>
  );
}
