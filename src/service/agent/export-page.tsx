import type { JSX } from "preact";
import type { FieldError } from "../../procedures/index.ts";
import { ErrorSummary, FieldMessage } from "../components/error-summary.tsx";
import { PageHead } from "../components/layout.tsx";
import type { Desk } from "./desk.ts";
import { EXPORT_PURPOSES, LONGEST_EXPORT } from "./export.ts";
import { type InboxQuery, inboxHref } from "./inbox-query.ts";
import { AgentLayout } from "./layout.tsx";
import { count } from "./words.ts";

export interface ExportPageProps {
  readonly desk: Desk;
  readonly query: InboxQuery;
  readonly procedureTitle?: string;
  /** How many dossiers are in the chosen states. */
  readonly size: number;
  readonly errors: readonly FieldError[];
}

/** Names leave the portal: the agent says why first. */
export function ExportPage({ desk, query, procedureTitle, size, errors }: ExportPageProps): JSX.Element {
  const message = errors[0]?.message;
  const list = inboxHref(query, desk.base);
  return (
    <AgentLayout desk={desk} title="Exporter une liste" inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        back={{ href: list, label: "Revenir à la liste" }}
        title="Exporter une liste"
        lead={`« ${query.view.label} », ${procedureTitle ?? "toutes les démarches"} : ${count(size, "dossier", "dossiers")}.`}
      />
      <form method="post" action={inboxHref(query, `${desk.base}/export`)} class="form measure" novalidate>
        <input type="hidden" name="_csrf" value={desk.frame.csrfToken} />
        <p>
          Le fichier contient le numéro, le nom du demandeur, la démarche, l’état et les dates. Il ne contient
          aucune réponse du formulaire.
          {size > LONGEST_EXPORT &&
            ` Seuls les ${LONGEST_EXPORT.toLocaleString("fr-FR")} premiers y figurent.`}
        </p>
        <div class={message ? "field in-error" : "field"}>
          <fieldset aria-describedby={message ? "raison-aide raison-erreur" : "raison-aide"}>
            <legend>Pourquoi exportez-vous cette liste ?</legend>
            <span class="hint" id="raison-aide">
              La raison est inscrite au journal des accès.
            </span>
            {message && <FieldMessage id="raison-erreur" message={message} />}
            <div class="choices">
              {EXPORT_PURPOSES.map(({ value, label }, index) => (
                <div class="choice" key={value}>
                  <input
                    type="radio"
                    id={index === 0 ? "raison" : `raison-${value}`}
                    name="raison"
                    value={value}
                  />
                  <label for={index === 0 ? "raison" : `raison-${value}`}>{label}</label>
                </div>
              ))}
            </div>
          </fieldset>
        </div>
        <div class="actions">
          <button class="button" type="submit">
            Télécharger le fichier CSV
          </button>
          <a href={list}>Revenir à la liste sans exporter</a>
        </div>
      </form>
    </AgentLayout>
  );
}
