import type { JSX } from "preact";
import type { DossierEvent } from "../../../dossiers/index.ts";
import { longMoment } from "../../dates.ts";

const EVENT_WORDS: Readonly<Record<DossierEvent["type"], string>> = {
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

/** What happened to a dossier, in the citizen's words, in the order given. */
export function Timeline({ events }: { readonly events: readonly DossierEvent[] }): JSX.Element {
  return (
    <ol class="timeline" role="list">
      {events.map(({ revision, type, at, reason }) => (
        <li key={revision}>
          <strong>{EVENT_WORDS[type]}</strong>
          <br />
          <span class="soft">{longMoment(at)}</span>
          {reason && <Paragraphs text={reason} />}
        </li>
      ))}
    </ol>
  );
}

/** What an agent wrote, line by line. */
export function Paragraphs({ text }: { readonly text: string }): JSX.Element {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return (
    <>
      {lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </>
  );
}
