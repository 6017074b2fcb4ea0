import type { JSX } from "preact";
import type { Dossier, JournalEntry, Read } from "../../../dossiers/index.ts";
import { Lines } from "../../components/field.tsx";
import { Layout, PageHead } from "../../components/layout.tsx";
import { PriceBox } from "../../components/price-box.tsx";
import { longDate, longMoment } from "../../dates.ts";
import type { Frame } from "../../frame.ts";
import { origin, STATE_WORDS } from "../words.ts";
import { Reads } from "./confirmation.tsx";

export interface DossierProps {
  readonly frame: Frame;
  readonly title: string;
  readonly dossier: Dossier;
  readonly reads: readonly Read[];
  readonly accesses: readonly JournalEntry[];
}

const EVENT_WORDS: Readonly<Record<Dossier["history"][number]["type"], string>> = {
  sent: "Demande envoyée",
  taken: "Un agent examine votre demande",
  correction_requested: "Une correction vous est demandée",
  corrected: "Vous avez corrigé votre demande",
  accepted: "Demande acceptée",
  refused: "Demande refusée",
  closed: "Demande classée sans suite",
  withdrawn: "Vous avez retiré votre demande",
  reopened: "Demande rouverte",
};

const ACCESS_WORDS: Readonly<Record<string, string>> = {
  viewed: "a consulté votre dossier",
  decided: "a pris une décision",
  exported: "a exporté une liste qui contient votre dossier",
  printed: "a imprimé votre dossier",
  refreshed: "a actualisé une donnée",
  entered: "a saisi votre demande",
};

/** The citizen's side of a dossier: its state in words, what was sent, and who has looked at it. */
export function DossierPage({ frame, title, dossier, reads, accesses }: DossierProps): JSX.Element {
  const { number, sentAt, state, form, history, expiresAt, retentionMonths } = dossier;
  return (
    <Layout frame={frame} title={`${title} ${number}`}>
      <PageHead title={title} kicker={number} back={{ href: "/mes-dossiers", label: "Mes dossiers" }} />
      <div class="columns">
        <div class="stack-large">
          <p class="notice">
            <strong>{STATE_WORDS[state]}</strong>, envoyée le {longMoment(sentAt)}.
            {expiresAt && ` Ce dossier sera supprimé le ${longDate(expiresAt)}.`}
          </p>
          <section class="stack" aria-labelledby="histoire">
            <h2 id="histoire">Où en est votre demande</h2>
            <ol class="timeline" role="list">
              {[...history].reverse().map(({ revision, type, at, reason }) => (
                <li key={revision}>
                  <strong>{EVENT_WORDS[type]}</strong>
                  <br />
                  <span class="soft">{longMoment(at)}</span>
                  {reason && <p>{reason}</p>}
                </li>
              ))}
            </ol>
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
