import type { JSX } from "preact";
import type { Notice, SourceSnapshot } from "../../../procedures/index.ts";
import { capital } from "../../citizen/words.ts";
import { PageHead } from "../../components/layout.tsx";
import { longMoment } from "../../dates.ts";
import type { Desk } from "../desk.ts";
import { AgentLayout } from "../layout.tsx";
import { counterPaths } from "./counter-visit.ts";

export interface SourcesPageProps {
  readonly desk: Desk;
  readonly title: string;
  readonly id: string;
  readonly notice: Notice;
  readonly sources: Readonly<Record<string, SourceSnapshot>>;
  /** How long the dossier is kept after its decision. */
  readonly months: number;
  /** Where the form goes on. */
  readonly next: string;
}

/** What the agent says before the State is asked; afterwards, what it answered. */
export function SourcesPage(props: SourcesPageProps): JSX.Element {
  const { desk, title, id, notice, sources, next } = props;
  const asked = notice.sources.some(({ source }) => sources[source] !== undefined);
  const silent = notice.sources.some(({ source }) => sources[source]?.state.state === "unavailable");
  return (
    <AgentLayout desk={desk} title={`Données de l’État — ${title}`}>
      <PageHead
        back={{ href: counterPaths(desk.base, id).identity, label: "Identité" }}
        kicker={`Saisie au guichet · ${title}`}
        title={asked ? "Ce que l’État a répondu" : "À dire à l’usager avant de récupérer ses données"}
      />
      <div class="stack measure">
        {asked ? <Answers {...props} /> : <Information {...props} />}
        <div class="actions">
          {asked && (
            <a class="button" href={next}>
              Continuer
            </a>
          )}
          {(!asked || silent) && <Choice {...props} value="recuperer" again={asked} />}
          {!asked && <Choice {...props} value="sans" again={false} />}
        </div>
      </div>
    </AgentLayout>
  );
}

/** To be read aloud: article L114-8 wants the person informed, and asks no consent of them. */
function Information({ notice, months }: Pick<SourcesPageProps, "notice" | "months">): JSX.Element {
  return (
    <>
      <section class="notice stack" aria-labelledby="information">
        <h2 id="information">L’information à donner (article L114-8 du CRPA)</h2>
        <div class="quoted stack-small">
          <p>
            Pour traiter votre demande, nous allons demander aux administrations qui les détiennent, par API
            Particulier, les seules informations suivantes :
          </p>
          <ul>
            {notice.sources.map(({ source, from, what, why }) => (
              <li key={source}>
                <strong>{capital(from)}</strong>, {why} : {what.map(lower).join(", ")}.
              </li>
            ))}
          </ul>
          <p>
            Vous n’aurez pas de justificatif à fournir. Vous pouvez les vérifier avant l’envoi, les faire
            rectifier auprès d’elles, ou préférer vous en passer : la demande sera traitée de la même façon.
          </p>
        </div>
      </section>
      <p class="soft">
        Ce qui est reçu est gardé avec le dossier, {months} mois après la décision ; l’appel est inscrit au
        journal.
      </p>
    </>
  );
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const STATES = {
  not_found: "aucun dossier à ce nom. Saisissez ces informations à la main.",
  unidentified: "la personne n’a pas été reconnue avec certitude : rien n’a été repris. Vérifiez l’identité.",
  login_needed:
    "l’habilitation de la collectivité ne permet pas cet appel. Saisissez ces informations à la main.",
  answers_needed: "une réponse du formulaire est nécessaire d’abord.",
  declined: "l’usager a préféré s’en passer.",
  pending: "pas encore de réponse.",
  unavailable: "le service ne répond pas. Réessayez, ou saisissez ces informations à la main.",
} as const;

function Answers({ notice, sources }: SourcesPageProps): JSX.Element {
  return (
    <ul class="stack-small" role="list">
      {notice.sources.map(({ source, from, what }) => {
        const state = sources[source]?.state;
        return (
          <li key={source} class="notice">
            <strong>{what.join(", ")}</strong>
            <span class="line">
              {capital(from)} :{" "}
              {state?.state === "received"
                ? `reçu le ${longMoment(state.at)}.`
                : STATES[state?.state ?? "unavailable"]}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Choice(
  props: SourcesPageProps & { readonly value: "recuperer" | "sans"; readonly again: boolean },
): JSX.Element {
  const { desk, id, value, again } = props;
  const informed = again ? "Réessayer" : "L’usager est informé : récupérer ses données";
  return (
    <form method="post" action={counterPaths(desk.base, id).sources}>
      <input type="hidden" name="_csrf" value={desk.frame.csrfToken} />
      <button
        class={value === "recuperer" && !again ? "button" : "button button-quiet"}
        type="submit"
        name="choix"
        value={value}
      >
        {value === "recuperer" ? informed : "Continuer sans ces données"}
      </button>
    </form>
  );
}
