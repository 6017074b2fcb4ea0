import type { JSX } from "preact";
import type { Notice, SourceSnapshot } from "../../procedures/index.ts";
import type { SourceTitles } from "../citizen/source-titles.ts";
import { capital, list, provider } from "../citizen/words.ts";
import { useLanguage, Words } from "../language/index.ts";
import { LoginButton } from "./login-button.tsx";

export interface SourceListProps {
  readonly notice: Notice;
  /** What each source gives, by the labels of the fields. */
  readonly titles: SourceTitles;
  readonly sources: Readonly<Record<string, SourceSnapshot>>;
  /** Only these; all where absent. */
  readonly only?: readonly string[];
  /** Where a fresh FranceConnect login comes back to. */
  readonly returnTo: string;
}

/** What came from each source, in words; what to do where nothing came. */
export function SourceList({ notice, titles, sources, only, returnTo }: SourceListProps): JSX.Element {
  const { translate } = useLanguage();
  const asked = notice.sources.filter(({ source }) => only?.includes(source) ?? true);
  return (
    <div class="sources">
      {asked.map(({ source, from, otherwise }) => {
        const snapshot = sources[source];
        const state = snapshot?.state.state ?? "unavailable";
        return (
          <article key={source} class={`source source-${state}`} data-source={source} data-state={state}>
            <h2>{list((titles[source] ?? []).map(translate))}</h2>
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
  const speech = useLanguage();
  const { t, translate, longMoment } = speech;
  const state = snapshot?.state;
  const whom = translate(from);
  const byHand = <ByHand otherwise={otherwise} />;
  switch (state?.state) {
    case "received":
      return (
        <p>
          {t("{received} de {whom} le {moment}. Vous n’avez pas de justificatif à fournir.", {
            received: <strong>{t("Reçu")}</strong>,
            whom: provider(speech, state.provider ?? from),
            moment: longMoment(state.at),
          })}
        </p>
      );
    case "pending":
      return (
        <p>
          <strong>{t("En cours.")}</strong>{" "}
          {t(
            "La réponse de {whom} tarde. Vous pouvez commencer : ce qui arrivera sera ajouté au formulaire.",
            { whom },
          )}
        </p>
      );
    case "not_found":
      return (
        <p>
          {t(
            "{nothing} à votre nom auprès de {whom}. Cela arrive, par exemple quand le dossier est à un autre nom.",
            { nothing: <strong>{t("Aucun dossier trouvé")}</strong>, whom },
          )}{" "}
          {byHand}
        </p>
      );
    case "unidentified":
      return (
        <p>
          <strong>{t("Pas de réponse à votre nom.")}</strong>{" "}
          {t("{Whom} n’a pas pu vous reconnaître avec certitude : rien n’a été repris.", {
            Whom: capital(whom),
          })}{" "}
          {byHand}
        </p>
      );
    case "login_needed":
      return (
        <>
          <p>
            <strong>{t("Une nouvelle identification est nécessaire.")}</strong>{" "}
            {t("Ces données ne peuvent être lues que juste après une connexion.")}
          </p>
          <LoginButton purpose="data" returnTo={returnTo} />
          <p>
            {t("Ou continuez sans.")} {byHand}
          </p>
        </>
      );
    case "answers_needed":
      return (
        <p>
          {t("Ces données seront demandées dès que vous aurez répondu à la question dont elles dépendent.")}
        </p>
      );
    case "declined":
      return <p>{t("Vous avez choisi de saisir ces informations vous-même.")}</p>;
    default:
      return (
        <p>
          <strong>{t("Indisponible pour le moment.")}</strong>{" "}
          {t("{Whom} ne répond pas. Réessayez dans quelques minutes, ou continuez sans attendre.", {
            Whom: capital(whom),
          })}{" "}
          {byHand}
        </p>
      );
  }
}

/** The way that always exists; what is asked for in exchange comes with the field itself. */
function ByHand({ otherwise }: { readonly otherwise: string }): JSX.Element {
  const { t } = useLanguage();
  return t("Vous pouvez saisir ces informations vous-même. À fournir alors : {what}.", {
    what: <Words text={otherwise} written={lower} />,
  });
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
