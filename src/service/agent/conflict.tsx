import type { JSX } from "preact";
import type { Dossier } from "../../dossiers/index.ts";
import { PageHead } from "../components/layout.tsx";
import { longMoment } from "../dates.ts";
import type { Verb } from "./decisions.ts";
import type { Desk } from "./desk.ts";
import { AgentLayout } from "./layout.tsx";
import type { DecisionForm } from "./read-decision.ts";
import { StateMark } from "./state-mark.tsx";
import { ACTORS, eventWords } from "./words.ts";

export interface ConflictPageProps {
  readonly desk: Desk;
  /** As it is now. */
  readonly dossier: Dossier;
  readonly verb: Verb;
  readonly form: DecisionForm;
}

/** Two decided at once: the second learns what the first did, and loses nothing of what they wrote. */
export function ConflictPage({ desk, dossier, verb, form }: ConflictPageProps): JSX.Element {
  const since = dossier.history.filter(({ revision }) => !(revision <= form.revision));
  const events = since.length > 0 ? since : dossier.history.slice(-1);
  const href = `${desk.base}/dossiers/${dossier.id}`;
  return (
    <AgentLayout desk={desk} title={`Dossier modifié entre-temps — ${dossier.number}`}>
      <PageHead
        kicker={`${dossier.number} · ${dossier.applicant}`}
        title="Ce dossier a changé pendant que vous décidiez"
        lead={`Votre décision (« ${verb.link} ») n’a pas été enregistrée.`}
      />
      <div class="stack">
        <section class="stack" aria-labelledby="changements">
          <h2 id="changements">Ce qui s’est passé</h2>
          <ul class="timeline" role="list">
            {events.map(({ revision, at, type, actor, agent, reason }) => (
              <li key={revision}>
                <strong>{eventWords({ type, actor })}</strong> par {agent ?? ACTORS[actor]}
                <span class="soft"> le {longMoment(at)}</span>
                {reason && <p class="quoted">{reason}</p>}
              </li>
            ))}
          </ul>
          <p>
            État actuel : <StateMark state={dossier.state} />
          </p>
        </section>
        {form.reason !== "" && (
          <div class="field">
            <label for="motif">Ce que vous aviez écrit, pour le reprendre si besoin</label>
            <textarea id="motif" rows={5} readonly>
              {form.reason}
            </textarea>
          </div>
        )}
        <div class="actions">
          <a class="button" href={href}>
            Relire le dossier
          </a>
          <a href={desk.base}>Revenir à la liste</a>
        </div>
      </div>
    </AgentLayout>
  );
}
