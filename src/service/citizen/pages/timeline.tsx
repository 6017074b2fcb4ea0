import type { JSX } from "preact";
import type { DossierEvent } from "../../../dossiers/index.ts";
import { type French, useLanguage, Words } from "../../language/index.ts";

const EVENT_WORDS = {
  sent: "Demande envoyée",
  taken: "Un agent examine votre demande",
  correction_requested: "Une correction vous est demandée",
  corrected: "Vous avez corrigé votre demande",
  accepted: "Demande acceptée",
  refused: "Demande refusée",
  closed: "Demande classée sans suite",
  withdrawn: "Vous avez retiré votre demande",
  reopened: "Demande rouverte",
  refreshed: "Un agent a actualisé une donnée auprès de l’administration",
} as const satisfies Readonly<Record<DossierEvent["type"], French>>;

/** What happened to a dossier, in the citizen's words, in the order given. */
export function Timeline({ events }: { readonly events: readonly DossierEvent[] }): JSX.Element {
  const { t, longMoment } = useLanguage();
  return (
    <ol class="timeline" role="list">
      {events.map(({ revision, type, at, reason }) => (
        <li key={revision}>
          <strong>{t(EVENT_WORDS[type])}</strong>
          <br />
          <span class="soft">{longMoment(at)}</span>
          {reason && <Paragraphs text={reason} />}
        </li>
      ))}
    </ol>
  );
}

/** « Restauration scolaire, VDS-2026-0042 » */
export function Numbered({
  title,
  number,
}: {
  readonly title: string;
  readonly number: string;
}): JSX.Element {
  return (
    <>
      <Words text={title} />, {number}
    </>
  );
}

/** What an agent wrote, line by line: in French, whatever the page speaks. */
export function Paragraphs({ text }: { readonly text: string }): JSX.Element {
  const { language } = useLanguage();
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return (
    <>
      {lines.map((line, index) => (
        <p key={index} {...(language !== "fr" && { lang: "fr" })}>
          {line}
        </p>
      ))}
    </>
  );
}
