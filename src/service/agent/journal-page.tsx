import type { JSX } from "preact";
import type { JournalEntry, JournalVerdict } from "../../dossiers/index.ts";
import { PageHead } from "../components/layout.tsx";
import { longMoment } from "../dates.ts";
import type { Desk } from "./desk.ts";
import { who } from "./dossier-aside.tsx";
import { AgentLayout } from "./layout.tsx";
import { ACTIONS } from "./words.ts";

export interface JournalPageProps {
  readonly desk: Desk;
  readonly entries: readonly JournalEntry[];
  /** Absent until it is asked for: the whole chain is read for it. */
  readonly verdict?: JournalVerdict;
  /** False: only what this agent did. */
  readonly whole: boolean;
  /** Where the next, older page begins. */
  readonly before?: number;
  readonly first: boolean;
  readonly ownPseudonym?: string;
}

const PROBLEMS = {
  altered: "une ligne a été modifiée",
  missing: "une ligne manque",
  unsigned: "la signature de la dernière ligne est absente ou fausse",
} as const;

/** Who did what, when and why; and whether anybody has touched the journal since. */
export function JournalPage(props: JournalPageProps): JSX.Element {
  const { desk, entries, verdict, whole, before, first } = props;
  return (
    <AgentLayout desk={desk} title="Journal des accès">
      <PageHead
        title="Journal des accès"
        lead={
          whole
            ? "Tout ce que les agents, les usagers et le service ont fait avec les données des dossiers."
            : "Ce que vous avez fait avec les données des dossiers."
        }
      />
      {verdict ? (
        <Verdict verdict={verdict} />
      ) : (
        <p class="desk-done">
          <a class="button button-quiet" href={`${desk.base}/journal?verifier=oui`}>
            Vérifier que le journal est intact
          </a>
        </p>
      )}
      {entries.length === 0 ? (
        <div class="empty">
          <h2>Rien ici</h2>
          <p>Aucun accès n’est inscrit à cet endroit du journal.</p>
        </div>
      ) : (
        <Entries {...props} />
      )}
      <nav class="pages" aria-label="Pages du journal">
        {!first && <a href={`${desk.base}/journal`}>Revenir aux plus récents</a>}
        {before !== undefined && (
          <a class="button button-quiet" href={`${desk.base}/journal?avant=${before}`}>
            Accès plus anciens
          </a>
        )}
      </nav>
    </AgentLayout>
  );
}

function Verdict({ verdict }: { readonly verdict: JournalVerdict }): JSX.Element {
  if (!verdict.intact) {
    return (
      <section class="notice notice-warning desk-done" aria-labelledby="integrite">
        <h2 id="integrite">Le journal n’est pas intact</h2>
        <p>
          À la ligne {verdict.sequence}, {PROBLEMS[verdict.problem]}. Prévenez sans attendre le responsable de
          la sécurité et le délégué à la protection des données.
        </p>
      </section>
    );
  }
  return (
    <section class="notice notice-success desk-done" aria-labelledby="integrite">
      <h2 id="integrite">Le journal est intact</h2>
      <p>
        Chaque ligne est liée à la précédente : {verdict.rows.toLocaleString("fr-FR")} lignes vérifiées à
        l’instant.{" "}
        {verdict.rows > 0 && (
          <span>
            Empreinte de la ligne {verdict.sequence} : <code class="hash">{verdict.hash}</code>
          </span>
        )}
      </p>
    </section>
  );
}

function Entries({ desk, entries, ownPseudonym }: JournalPageProps): JSX.Element {
  return (
    <table class="rows answers-table">
      <caption>
        Accès <span class="soft">— le plus récent d’abord</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Ligne</th>
          <th scope="col">Quand</th>
          <th scope="col">Qui</th>
          <th scope="col">Quoi</th>
          <th scope="col">Pourquoi</th>
          <th scope="col">Dossier</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.sequence}>
            <th scope="row" class="figures">
              {entry.sequence}
            </th>
            <td data-label="Quand">
              <time datetime={entry.at}>{longMoment(entry.at)}</time>
            </td>
            <td data-label="Qui">{who(entry, ownPseudonym)}</td>
            <td data-label="Quoi">
              {ACTIONS[entry.action]}
              {entry.count !== undefined && ` (${entry.count})`}
            </td>
            <td data-label="Pourquoi">{entry.purpose ?? "—"}</td>
            <td data-label="Dossier">
              {entry.dossier ? (
                <a href={`${desk.base}/dossiers/${entry.dossier}`}>{entry.dossier.slice(0, 8)}</a>
              ) : (
                "—"
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
