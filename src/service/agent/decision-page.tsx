import type { JSX } from "preact";
import type { Dossier } from "../../dossiers/index.ts";
import type { FieldError } from "../../procedures/index.ts";
import { ErrorSummary, FieldMessage } from "../components/error-summary.tsx";
import { PageHead } from "../components/layout.tsx";
import type { Verb } from "./decisions.ts";
import { correctable } from "./decisions.ts";
import type { Desk } from "./desk.ts";
import { AgentLayout } from "./layout.tsx";
import type { DecisionForm } from "./read-decision.ts";

export interface DecisionPageProps {
  readonly desk: Desk;
  readonly dossier: Dossier;
  readonly verb: Verb;
  readonly form: DecisionForm;
  readonly errors: readonly FieldError[];
}

/** One decision, its consequence, its reason, and a button that says what it does. */
export function DecisionPage({ desk, dossier, verb, form, errors }: DecisionPageProps): JSX.Element {
  const href = `${desk.base}/dossiers/${dossier.id}`;
  return (
    <AgentLayout desk={desk} title={`${verb.title} — ${dossier.number}`} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        back={{ href, label: `Dossier ${dossier.number}` }}
        kicker={`${dossier.number} · ${dossier.applicant}`}
        title={verb.title}
        lead={verb.consequence}
      />
      <form method="post" action={`${href}/decision/${verb.slug}`} class="form" novalidate>
        <input type="hidden" name="_csrf" value={desk.frame.csrfToken} />
        <input type="hidden" name="revision" value={String(form.revision)} />
        {verb.type === "correction_requested" && <Fields dossier={dossier} form={form} errors={errors} />}
        {verb.reason !== "none" && <Reason verb={verb} form={form} errors={errors} />}
        <div class="actions">
          <button class="button" type="submit">
            {verb.button}
          </button>
          <a href={href}>Revenir au dossier sans rien décider</a>
        </div>
      </form>
    </AgentLayout>
  );
}

type PartProps = Pick<DecisionPageProps, "form" | "errors">;

const messageFor = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message;

function Reason({ verb, form, errors }: PartProps & { readonly verb: Verb }): JSX.Element {
  const message = messageFor(errors, "motif");
  return (
    <div class={message ? "field in-error" : "field"}>
      <label for="motif">{verb.reasonLabel}</label>
      <span class="hint" id="motif-aide">
        Écrivez à l’usager, avec des mots simples.
      </span>
      {message && <FieldMessage id="motif-erreur" message={message} />}
      <textarea
        id="motif"
        name="motif"
        rows={6}
        required={verb.reason === "required"}
        aria-invalid={message ? "true" : undefined}
        aria-describedby={message ? "motif-aide motif-erreur" : "motif-aide"}
      >
        {form.reason}
      </textarea>
    </div>
  );
}

function Fields({ dossier, form, errors }: PartProps & { readonly dossier: Dossier }): JSX.Element {
  const message = messageFor(errors, "champs");
  return (
    <div class={message ? "field in-error" : "field"}>
      <fieldset
        id="champs"
        tabIndex={-1}
        aria-describedby={message ? "champs-aide champs-erreur" : "champs-aide"}
      >
        <legend>Réponses à corriger</legend>
        <span class="hint" id="champs-aide">
          Cochez toutes celles qui le demandent. Ce que l’État a certifié n’y figure pas : l’usager ne peut
          pas le changer.
        </span>
        {message && <FieldMessage id="champs-erreur" message={message} />}
        <div class="choices">
          {correctable(dossier).map(({ name, label }) => (
            <div class="choice" key={name}>
              <input
                type="checkbox"
                id={`champs-${name}`}
                name="champs"
                value={name}
                checked={form.fields.includes(name)}
              />
              <label for={`champs-${name}`}>{label}</label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
