import type { JSX } from "preact";
import type { Dossier } from "../../../dossiers/index.ts";
import type { FieldError } from "../../../procedures/index.ts";
import { ErrorSummary, FieldMessage } from "../../components/error-summary.tsx";
import { PageHead } from "../../components/layout.tsx";
import { longMoment } from "../../dates.ts";
import type { Desk } from "../desk.ts";
import { AgentLayout } from "../layout.tsx";
import type { Askable } from "./asked-again.ts";
import { REFRESH_PURPOSES } from "./purposes.ts";
import type { RefreshForm } from "./read-refresh.ts";

export interface RefreshPageProps {
  readonly desk: Desk;
  readonly dossier: Dossier;
  readonly askable: Askable;
  readonly form: RefreshForm;
  readonly errors: readonly FieldError[];
}

/** What will be asked, of whom and why, before it is asked. */
export function RefreshPage({ desk, dossier, askable, form, errors }: RefreshPageProps): JSX.Element {
  const href = `${desk.base}/dossiers/${dossier.id}`;
  const before = dossier.form.sources[askable.source];
  return (
    <AgentLayout
      desk={desk}
      title={`Interroger de nouveau une source — ${dossier.number}`}
      inError={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <PageHead
        back={{ href, label: `Dossier ${dossier.number}` }}
        kicker={`${dossier.number} · ${dossier.applicant}`}
        title={`Interroger de nouveau ${askable.from}`}
        lead={`Pour actualiser : ${askable.what.join(", ")}.`}
      />
      <form method="post" action={`${href}/actualisation/${askable.source}`} class="form measure" novalidate>
        <input type="hidden" name="_csrf" value={desk.frame.csrfToken} />
        <p>
          {before?.state === "received"
            ? `Ces données ont été reçues le ${longMoment(before.at)}. `
            : "Ces données n’avaient pas été reçues à l’envoi. "}
          Ce qui a été envoyé ne change pas : la nouvelle réponse s’affichera à côté, avec la différence. Une
          même source se demande au plus une fois par jour et par dossier.
        </p>
        <Purpose form={form} errors={errors} />
        <Remark form={form} errors={errors} />
        <div class="actions">
          <button class="button" type="submit">
            Interroger {askable.from}
          </button>
          <a href={href}>Revenir au dossier sans rien demander</a>
        </div>
      </form>
    </AgentLayout>
  );
}

type PartProps = Pick<RefreshPageProps, "form" | "errors">;

const messageFor = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message;

function Purpose({ form, errors }: PartProps): JSX.Element {
  const message = messageFor(errors, "raison");
  return (
    <div class={message ? "field in-error" : "field"}>
      <fieldset aria-describedby={message ? "raison-aide raison-erreur" : "raison-aide"}>
        <legend>Pourquoi interrogez-vous de nouveau cette source ?</legend>
        <span class="hint" id="raison-aide">
          La raison est inscrite au journal des accès, conservé 36 mois. L’usager voit que vous l’avez fait.
        </span>
        {message && <FieldMessage id="raison-erreur" message={message} />}
        <div class="choices">
          {REFRESH_PURPOSES.map(({ value, label }, index) => {
            const id = index === 0 ? "raison" : `raison-${value}`;
            return (
              <div class="choice" key={value}>
                <input
                  type="radio"
                  id={id}
                  name="raison"
                  value={value}
                  checked={form.purpose?.value === value}
                />
                <label for={id}>{label}</label>
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

function Remark({ form, errors }: PartProps): JSX.Element {
  const message = messageFor(errors, "precision");
  return (
    <div class={message ? "field in-error" : "field"}>
      <label for="precision">Précision (optionnel, sauf pour une autre raison)</label>
      <span class="hint" id="precision-aide">
        Elle reste dans le dossier, où l’usager peut la lire.
      </span>
      {message && <FieldMessage id="precision-erreur" message={message} />}
      <textarea
        id="precision"
        name="precision"
        rows={3}
        aria-invalid={message ? "true" : undefined}
        aria-describedby={message ? "precision-aide precision-erreur" : "precision-aide"}
      >
        {form.remark}
      </textarea>
    </div>
  );
}
