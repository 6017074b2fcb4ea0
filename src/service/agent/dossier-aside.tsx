import type { JSX } from "preact";
import type { Dossier, JournalEntry } from "../../dossiers/index.ts";
import { documentsIn, type FilledForm, type Procedure, type SourceState } from "../../procedures/index.ts";
import { FileLinks, type FileLinksProps } from "../components/files.tsx";
import { longDate, longMoment } from "../dates.ts";
import type { Mirror } from "./mirror.ts";
import type { Askable } from "./refresh/asked-again.ts";
import { ACTIONS, ACTORS, eventWords } from "./words.ts";

export interface DossierAsideProps {
  readonly dossier: Dossier;
  /** As it is declared today; absent where the portal no longer offers it. */
  readonly procedure?: Procedure;
  readonly mirror: Mirror;
  /** Of the desk. */
  readonly base: string;
  /** The sources that can be asked again. */
  readonly askable: readonly Askable[];
  readonly accesses: readonly JournalEntry[];
  /** The agent's own name in the journal. */
  readonly ownPseudonym?: string;
}

/** Beside the form: the price and its rule, what needs no document, what happened, who looked. */
export function DossierAside(props: DossierAsideProps): JSX.Element {
  const { dossier, mirror, base, accesses, ownPseudonym } = props;
  return (
    <aside class="stack desk-aside">
      <Price form={dossier.form} />
      <Certified mirror={mirror} />
      <Sources {...props} />
      <History dossier={dossier} base={base} />
      <Accesses accesses={accesses} ownPseudonym={ownPseudonym} />
    </aside>
  );
}

/** « 3,40 € » */
export function euros(cents: number): string {
  return (cents / 100).toLocaleString("fr-FR", { style: "currency", currency: "EUR" });
}

function Price({ form }: { readonly form: FilledForm }): JSX.Element | null {
  const { price } = form;
  if (!price) return null;
  return (
    <section class="price" id="tarif" aria-labelledby="tarif-titre">
      <h2 class="small" id="tarif-titre">
        {price.label}
        {price.provisional && " (provisoire)"}
      </h2>
      <p class="price-amount">
        {euros(price.cents)} <span class="price-unit">{price.unit}</span>
      </p>
      <p>{price.explanation}</p>
      <p class="small">{price.deliberation}</p>
    </section>
  );
}

function Certified({ mirror }: { readonly mirror: Mirror }): JSX.Element | null {
  if (mirror.certified.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="certifie">
      <h2 id="certifie">Aucun justificatif à demander</h2>
      <p class="small">Certifié par l’État, sans désaccord de l’usager :</p>
      <dl class="certified">
        {mirror.certified.map(({ from, labels }) => (
          <div key={from}>
            <dt>{from}</dt>
            <dd>{labels.join(", ")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const SOURCE_STATES: Readonly<Record<SourceState["state"], string>> = {
  pending: "sans réponse à l’envoi",
  received: "reçu",
  not_found: "aucun dossier à ce nom",
  unidentified: "personne non reconnue",
  login_needed: "non demandé : l’usager n’a pas utilisé FranceConnect",
  answers_needed: "non demandé",
  declined: "l’usager a préféré s’en passer",
  unavailable: "service indisponible",
};

function Sources({ dossier, procedure, base, askable }: DossierAsideProps): JSX.Element | null {
  const { sources } = dossier.form;
  const names = new Set([...Object.keys(sources), ...askable.map(({ source }) => source)]);
  if (names.size === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Ce qui a été demandé à l’État</h2>
      <ul class="small" role="list">
        {[...names].map((name) => {
          const state = sources[name];
          const title = sourceName(procedure?.sources[name]?.route ?? name);
          return (
            <li key={name}>
              <strong>{title}</strong> : {state ? SOURCE_STATES[state.state] : "non demandé"}
              {state?.state === "received" && ` le ${longMoment(state.at)}`}
              {askable.some(({ source }) => source === name) && (
                <span class="line no-print">
                  <a href={`${base}/dossiers/${dossier.id}/actualisation/${name}`}>
                    Interroger de nouveau<span class="visually-hidden"> : {title}</span>
                  </a>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** « quotient-familial » becomes « Quotient familial ». */
function sourceName(route: string): string {
  const words = route.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function History({ dossier, base }: Pick<DossierAsideProps, "dossier" | "base">): JSX.Element {
  const labels = new Map(dossier.form.fields.map(({ name, label }) => [name, label]));
  return (
    <section aria-labelledby="historique">
      <h2 id="historique">Historique</h2>
      <ol class="timeline small" role="list">
        {dossier.history
          .toReversed()
          .map(({ revision, at, type, actor, agent, reason, fields, replaced = [] }) => (
            <li key={revision}>
              <strong>{eventWords({ type, actor })}</strong>
              <span class="line soft">
                {longMoment(at)}, {agent ?? ACTORS[actor].toLowerCase()}
              </span>
              {fields && (
                <span class="line">{fields.map((name) => labels.get(name) ?? name).join(", ")}</span>
              )}
              {reason && <p class="quoted">{reason}</p>}
              <Before
                files={documentsIn({ fields: replaced })}
                hrefOf={(id) => `${base}/dossiers/${dossier.id}/documents/${id}`}
              />
            </li>
          ))}
      </ol>
    </section>
  );
}

/** The files that a correction replaced, to compare them with those that stand in the form now. */
function Before(props: FileLinksProps): JSX.Element | null {
  if (props.files.length === 0) return null;
  return (
    <div class="line">
      Avant la correction : <FileLinks {...props} />
    </div>
  );
}

function Accesses(props: {
  readonly accesses: readonly JournalEntry[];
  readonly ownPseudonym: string | undefined;
}): JSX.Element {
  const { accesses, ownPseudonym } = props;
  return (
    <section aria-labelledby="acces">
      <h2 id="acces">Qui a consulté ce dossier</h2>
      <details>
        <summary>
          {accesses.length} accès, le dernier le {longDate(accesses.at(-1)?.at ?? new Date(0).toISOString())}
        </summary>
        <ul class="small" role="list">
          {accesses.toReversed().map((entry) => (
            <li key={entry.sequence}>
              <strong>{ACTIONS[entry.action]}</strong> — {who(entry, ownPseudonym)}
              <span class="line soft">
                {longMoment(entry.at)}
                {entry.purpose && ` · ${entry.purpose}`}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** The journal knows no names: an agent is a pseudonym, except to themselves. */
export function who(entry: Pick<JournalEntry, "actor" | "actorPseudonym">, own: string | undefined): string {
  if (entry.actor !== "agent") return ACTORS[entry.actor];
  return entry.actorPseudonym === own ? "vous" : `agent ${entry.actorPseudonym.slice(0, 6)}`;
}
