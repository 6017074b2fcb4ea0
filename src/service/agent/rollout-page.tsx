import type { JSX } from "preact";
import {
  type ImportReport,
  MILESTONES,
  SIDE_MILESTONES,
  type Timeline,
  TURN_OF,
} from "../../onboarding/index.ts";
import type { FieldError } from "../../procedures/index.ts";
import { ErrorSummary, FieldMessage } from "../components/error-summary.tsx";
import { PageHead } from "../components/layout.tsx";
import { shortDate } from "../dates.ts";
import { milestoneTitle } from "../onboarding/words.ts";
import type { Desk } from "./desk.ts";
import { AgentLayout } from "./layout.tsx";
import { RolloutImports } from "./rollout-imports.tsx";

export interface RolloutPageProps {
  readonly desk: Desk;
  /** Absent where the registry does not know the collectivité. */
  readonly timeline?: Timeline;
  /** Names of the agents who recorded steps by hand, by the reference of the event. */
  readonly recordedBy: ReadonlyMap<string, string>;
  /** What the last imports did; absent where the agent does not steer. */
  readonly imports?: readonly ImportReport[];
  readonly mayRecord: boolean;
  readonly errors: readonly FieldError[];
  /** What was posted, to be shown again. */
  readonly typed: { readonly step: string; readonly day: string; readonly note: string };
}

/** The agents' view of the roll-out: one's own history with its evidence, and how to record a step. */
export function RolloutPage(props: RolloutPageProps): JSX.Element {
  const { desk, timeline, recordedBy, imports, mayRecord, errors } = props;
  const next = timeline?.next;
  return (
    <AgentLayout desk={desk} title="Déploiement" inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        title="Déploiement"
        lead={
          !timeline
            ? "Le registre du déploiement ne connaît pas cette collectivité."
            : next
              ? `Prochaine étape : « ${next.todo} ». C’est ${TURN_OF[next.owner]} d’agir.`
              : "Le chemin est parcouru : un premier dossier est arrivé pré-rempli."
        }
      />
      <div class="stack-large">
        {mayRecord && (
          <p>
            <a href={`${desk.base}/deploiement/pilotage`}>Piloter le déploiement : retards et alertes</a>
          </p>
        )}
        {timeline && timeline.history.length > 0 && <History timeline={timeline} recordedBy={recordedBy} />}
        {timeline && mayRecord && <RecordForm {...props} timeline={timeline} />}
        {imports && <RolloutImports reports={imports} />}
        <p>
          <a href="/deploiement">La page publique du déploiement</a>
        </p>
      </div>
    </AgentLayout>
  );
}

function History(props: {
  readonly timeline: Timeline;
  readonly recordedBy: RolloutPageProps["recordedBy"];
}): JSX.Element {
  const { recordedBy } = props;
  const { history } = props.timeline;
  return (
    <table class="rows answers-table">
      <caption>Ce qui a été constaté, et ce qui le prouve</caption>
      <thead>
        <tr>
          <th scope="col">Étape</th>
          <th scope="col">Date</th>
          <th scope="col">Preuve</th>
        </tr>
      </thead>
      <tbody>
        {history.map(({ milestone, action, at, reference, corrects, evidence }) => (
          <tr key={reference}>
            <th scope="row">
              {milestoneTitle(milestone)}
              {action === "withdrawn" && " (retirée)"}
              {corrects && " (correction)"}
            </th>
            <td data-label="Date">{shortDate(at)}</td>
            <td data-label="Preuve">
              {Object.values(evidence).map(String).join(", ") || "—"}
              {recordedBy.has(reference) && <span class="age">constaté par {recordedBy.get(reference)}</span>}
              <span class="age hash">{reference}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RecordForm(props: RolloutPageProps & { readonly timeline: Timeline }): JSX.Element {
  const { desk, errors, typed, timeline } = props;
  const messageOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <form method="post" action={`${desk.base}/deploiement`} class="form measure" novalidate>
      <h2>Constater une étape</h2>
      <input type="hidden" name="_csrf" value={desk.frame.csrfToken} />
      <Field id="etape" label="Étape" message={messageOf("etape")}>
        <select id="etape" name="etape" {...describedBy("etape", messageOf("etape"))}>
          {[...MILESTONES, ...SIDE_MILESTONES].map(({ slug, title }) => (
            <option key={slug} value={slug} selected={slug === (typed.step || timeline.next?.slug)}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Field id="jour" label="Date, comme 01/03/2022" message={messageOf("jour")}>
        <input
          id="jour"
          name="jour"
          type="text"
          value={typed.day}
          {...describedBy("jour", messageOf("jour"))}
        />
      </Field>
      <Field
        id="preuve"
        label="Ce qui le prouve (facultatif) : un numéro, une référence ; jamais le nom d’une personne"
      >
        <input id="preuve" name="preuve" type="text" maxLength={500} value={typed.note} />
      </Field>
      <Field id="corrige" label="Ligne corrigée (facultatif)" message={messageOf("corrige")}>
        <select id="corrige" name="corrige" {...describedBy("corrige", messageOf("corrige"))}>
          <option value="">Aucune</option>
          {timeline.history.map(({ milestone, at, reference }) => (
            <option key={reference} value={reference}>
              {milestoneTitle(milestone)}, {shortDate(at)}
            </option>
          ))}
        </select>
      </Field>
      <div class="choice">
        <input type="checkbox" id="retrait" name="retrait" value="oui" />
        <label for="retrait">Cette étape n’est plus acquise</label>
      </div>
      <button class="button" type="submit">
        Ajouter à l’histoire
      </button>
    </form>
  );
}

const describedBy = (id: string, message: string | undefined) =>
  message ? { "aria-describedby": `${id}-erreur`, "aria-invalid": "true" as const } : {};

function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly message?: string | undefined;
  readonly children: JSX.Element;
}): JSX.Element {
  const { id, label, message, children } = props;
  return (
    <div class={message ? "field in-error" : "field"}>
      <label for={id}>{label}</label>
      {message && <FieldMessage id={`${id}-erreur`} message={message} />}
      {children}
    </div>
  );
}
