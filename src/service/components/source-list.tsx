import type { JSX } from "preact";
import { FranceConnectButton } from "../../federation/index.ts";
import type { Notice, SourceSnapshot } from "../../procedures/index.ts";
import { capital, provider } from "../citizen/words.ts";
import { longMoment } from "../dates.ts";

export interface SourceListProps {
  readonly notice: Notice;
  /** What each source gives, in words. */
  readonly titles: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, SourceSnapshot>>;
  /** Only these; all where absent. */
  readonly only?: readonly string[];
  /** Where a fresh FranceConnect login comes back to. */
  readonly returnTo: string;
}

/** What came from each source, in words; what to do where nothing came. */
export function SourceList({ notice, titles, sources, only, returnTo }: SourceListProps): JSX.Element {
  const asked = notice.sources.filter(({ source }) => only?.includes(source) ?? true);
  return (
    <div class="sources">
      {asked.map(({ source, from, otherwise }) => {
        const snapshot = sources[source];
        const state = snapshot?.state.state ?? "unavailable";
        return (
          <article key={source} class={`source source-${state}`} data-source={source} data-state={state}>
            <h2>{titles[source]}</h2>
            <SourceWords snapshot={snapshot} from={from} otherwise={otherwise} returnTo={returnTo} />
          </article>
        );
      })}
    </div>
  );
}

interface WordsProps {
  readonly snapshot: SourceSnapshot | undefined;
  readonly from: string;
  readonly otherwise: string;
  readonly returnTo: string;
}

function SourceWords({ snapshot, from, otherwise, returnTo }: WordsProps): JSX.Element {
  const state = snapshot?.state;
  switch (state?.state) {
    case "received":
      return (
        <p>
          <strong>Reçu</strong> de {provider(state.provider ?? from)} le {longMoment(state.at)}. Vous n’avez
          pas de justificatif à fournir.
        </p>
      );
    case "pending":
      return (
        <p>
          <strong>En cours.</strong> La réponse de {from} tarde. Vous pouvez commencer : ce qui arrivera sera
          ajouté au formulaire.
        </p>
      );
    case "not_found":
      return (
        <p>
          <strong>Aucun dossier trouvé</strong> à votre nom auprès de {from}. Cela arrive, par exemple quand
          le dossier est à un autre nom. <ByHand otherwise={otherwise} />
        </p>
      );
    case "unidentified":
      return (
        <p>
          <strong>Pas de réponse à votre nom.</strong> {capital(from)} n’a pas pu vous reconnaître avec
          certitude : rien n’a été repris. <ByHand otherwise={otherwise} />
        </p>
      );
    case "login_needed":
      return (
        <>
          <p>
            <strong>Une nouvelle identification est nécessaire.</strong> Ces données ne peuvent être lues que
            juste après une connexion.
          </p>
          <FranceConnectButton purpose="data" returnTo={returnTo} />
          <p>
            Ou continuez sans. <ByHand otherwise={otherwise} />
          </p>
        </>
      );
    case "answers_needed":
      return (
        <p>Ces données seront demandées dès que vous aurez répondu à la question dont elles dépendent.</p>
      );
    case "declined":
      return <p>Vous avez choisi de saisir ces informations vous-même.</p>;
    default:
      return (
        <p>
          <strong>Indisponible pour le moment.</strong> {capital(from)} ne répond pas. Réessayez dans quelques
          minutes, ou continuez sans attendre. <ByHand otherwise={otherwise} />
        </p>
      );
  }
}

/** The way that always exists; what is asked for in exchange comes with the field itself. */
function ByHand({ otherwise }: { readonly otherwise: string }): JSX.Element {
  return <>Vous pouvez saisir ces informations vous-même. À fournir alors : {lower(otherwise)}.</>;
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
