import type { JSX } from "preact";
import type { Dossier } from "../../../dossiers/index.ts";
import type { FieldError, FieldView } from "../../../procedures/index.ts";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Field } from "../../components/field.tsx";
import { PageHead } from "../../components/layout.tsx";
import type { Desk } from "../desk.ts";
import { AgentLayout } from "../layout.tsx";

export interface CorrectionPageProps {
  readonly desk: Desk;
  readonly dossier: Dossier;
  /** What the citizen was told. */
  readonly reason: string;
  /** The fields asked for, and no other. */
  readonly fields: readonly FieldView[];
  readonly errors: readonly FieldError[];
}

/** What was asked of a citizen who has no account, and the inputs to answer it for them. */
export function CorrectionPage({ desk, dossier, reason, fields, errors }: CorrectionPageProps): JSX.Element {
  const href = `${desk.base}/dossiers/${dossier.id}`;
  return (
    <AgentLayout desk={desk} title={`Correction au guichet — ${dossier.number}`} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        back={{ href, label: `Dossier ${dossier.number}` }}
        kicker={`${dossier.number} · ${dossier.applicant}`}
        title="Saisir la correction au guichet"
      />
      <div class="stack">
        <section class="notice notice-warning" aria-labelledby="motif">
          <h2 id="motif">Ce qui a été demandé à l’usager</h2>
          <p class="quoted">{reason}</p>
        </section>
        <p class="soft">
          Seules ces réponses peuvent changer. Sauf mention contraire « (optionnel) », tous les champs sont
          obligatoires.
        </p>
        <form method="post" action={`${href}/correction`} class="form" novalidate>
          <input type="hidden" name="_csrf" value={desk.frame.csrfToken} />
          <input type="hidden" name="revision" value={String(dossier.revision)} />
          {fields.map((field) => (
            <Field key={field.name} view={field} holder={dossier.id} />
          ))}
          <div class="actions">
            <button class="button" type="submit">
              Enregistrer la correction de l’usager
            </button>
            <a href={href}>Revenir au dossier sans rien changer</a>
          </div>
        </form>
      </div>
    </AgentLayout>
  );
}
