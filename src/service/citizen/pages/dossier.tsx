import type { JSX } from "preact";
import type { Dossier, JournalEntry, Read } from "../../../dossiers/index.ts";
import { Lines } from "../../components/field.tsx";
import { Layout, PageHead } from "../../components/layout.tsx";
import { PriceBox } from "../../components/price-box.tsx";
import { longDate, longMoment } from "../../dates.ts";
import type { Frame } from "../../frame.ts";
import { type CorrectionRequest, dossierPaths, isUndecided } from "../dossier-now.ts";
import { origin, STATE_WORDS } from "../words.ts";
import { Reads } from "./confirmation.tsx";
import { Paragraphs, Timeline } from "./timeline.tsx";

export interface DossierProps {
  readonly frame: Frame;
  readonly title: string;
  readonly dossier: Dossier;
  readonly reads: readonly Read[];
  readonly accesses: readonly JournalEntry[];
  /** What an agent asks the citizen to correct, while they do. */
  readonly request?: CorrectionRequest;
}

const ACCESS_WORDS: Readonly<Record<string, string>> = {
  viewed: "a consulté votre dossier",
  decided: "a pris une décision",
  exported: "a exporté une liste qui contient votre dossier",
  printed: "a imprimé votre dossier",
  refreshed: "a actualisé une donnée",
  entered: "a saisi votre demande",
};

/** The citizen's side of a dossier: its state in words, what was sent, and who has looked at it. */
export function DossierPage({ frame, title, dossier, reads, accesses, request }: DossierProps): JSX.Element {
  const { number, sentAt, state, form, history, expiresAt, retentionMonths } = dossier;
  const to = dossierPaths(dossier.id);
  return (
    <Layout frame={frame} title={`${title} ${number}`}>
      <PageHead title={title} kicker={number} back={{ href: "/mes-dossiers", label: "Mes dossiers" }} />
      <div class="columns">
        <div class="stack-large">
          <p class="notice">
            <strong>{STATE_WORDS[state]}</strong>, envoyée le {longMoment(sentAt)}.
            {expiresAt && ` Ce dossier sera supprimé le ${longDate(expiresAt)}.`}
          </p>
          {request && <Request request={request} href={to.correction} />}
          <section class="stack" aria-labelledby="histoire">
            <h2 id="histoire">Où en est votre demande</h2>
            <Timeline events={[...history].reverse()} />
          </section>
          <section class="stack" aria-labelledby="envoye">
            <h2 id="envoye">Ce que vous avez envoyé</h2>
            <dl class="answers">
              {form.fields.map(({ name, label, display, provenance, received, correction }) => (
                <div key={name}>
                  <dt>{label}</dt>
                  <dd>
                    <Lines lines={display} />
                    {correction && received ? (
                      <span class="origin origin-corrected">
                        Au lieu de {received.display.join(", ")}. {origin(received.provenance)}
                      </span>
                    ) : (
                      <span class={`origin${received ? " origin-received" : ""}`}>{origin(provenance)}</span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <Reads reads={reads} retentionMonths={retentionMonths} />
          {isUndecided(dossier) && (
            <p>
              Vous avez changé d’avis ? <a href={to.withdrawal}>Retirer ma demande</a>
            </p>
          )}
        </div>
        <aside class="stack">
          {form.price && <PriceBox price={form.price} />}
          <section class="notice" aria-labelledby="consulte">
            <h2 id="consulte">Qui a consulté votre dossier</h2>
            <Accesses accesses={accesses} />
          </section>
        </aside>
      </div>
    </Layout>
  );
}

function Accesses({ accesses }: { readonly accesses: readonly JournalEntry[] }): JSX.Element {
  const seen = accesses.filter(({ actor, action }) => actor === "agent" && action in ACCESS_WORDS);
  if (seen.length === 0) return <p>Personne ne l’a encore consulté.</p>;
  return (
    <ul>
      {seen.map(({ sequence, at, action }) => (
        <li key={sequence}>
          Un agent {ACCESS_WORDS[action]} <span class="soft">le {longMoment(at)}</span>
        </li>
      ))}
    </ul>
  );
}

function Request(props: { readonly request: CorrectionRequest; readonly href: string }): JSX.Element {
  const { reason, labels } = props.request;
  return (
    <section class="notice notice-warning stack" aria-labelledby="a-corriger">
      <h2 id="a-corriger">Une correction vous est demandée</h2>
      <Paragraphs text={reason} />
      <p>À corriger : {labels.join(", ")}.</p>
      <p class="actions">
        <a class="button" href={props.href}>
          Corriger ma demande
        </a>
      </p>
    </section>
  );
}
