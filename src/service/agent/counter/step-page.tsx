import type { JSX } from "preact";
import type { FieldError, Price, StepView } from "../../../procedures/index.ts";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Field } from "../../components/field.tsx";
import { PageHead } from "../../components/layout.tsx";
import { PriceBox } from "../../components/price-box.tsx";
import { Stepper } from "../../components/stepper.tsx";
import type { Desk } from "../desk.ts";
import { AgentLayout } from "../layout.tsx";
import { counterPaths } from "./counter-visit.ts";

export interface StepPageProps {
  readonly desk: Desk;
  readonly id: string;
  readonly title: string;
  readonly view: StepView;
  readonly errors: readonly FieldError[];
  /** Who is there. */
  readonly name: string;
  /** Whether a document was seen. */
  readonly checked: boolean;
  readonly price?: Price;
}

/** One step of the citizen's form, filled in by an agent: same questions, same order, same errors. */
export function StepPage(props: StepPageProps): JSX.Element {
  const { desk, id, title, view, errors, price } = props;
  const to = counterPaths(desk.base, id);
  return (
    <AgentLayout desk={desk} title={`${view.title} — ${title}`} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        back={
          view.previous
            ? { href: to.step(view.previous), label: "Étape précédente" }
            : { href: to.list, label: "Guichet" }
        }
        kicker={`Saisie au guichet · ${title}`}
        title={view.title}
        {...(view.introduction && { lead: view.introduction })}
      />
      <Stepper number={view.number} count={view.count} title={view.title} />
      <div class="columns">
        <div class="stack">
          <p class="soft">Sauf mention contraire « (optionnel) », tous les champs sont obligatoires.</p>
          <form method="post" action={to.step(view.slug)} class="form" novalidate>
            <input type="hidden" name="_csrf" value={desk.frame.csrfToken} />
            {view.fields.map((field) => (
              <Field key={field.name} view={field} holder={id} />
            ))}
            <div class="actions">
              <button class="button" type="submit" name="then" value="next">
                {view.next ? "Enregistrer et continuer" : "Vérifier les réponses"}
              </button>
              <button class="button button-quiet" type="submit" name="then" value="later" formnovalidate>
                Enregistrer et finir plus tard
              </button>
            </div>
          </form>
        </div>
        <aside class="stack">
          {price && <PriceBox price={price} />}
          <Person {...props} />
        </aside>
      </div>
    </AgentLayout>
  );
}

function Person({ desk, id, name, checked }: StepPageProps): JSX.Element {
  return (
    <section class="notice" aria-labelledby="personne">
      <h2 id="personne">Pour qui</h2>
      <p dir="auto">{name || "Sans nom pour l’instant"}</p>
      <p class="small">
        {checked
          ? "Identité lue sur une pièce : elle ne se modifie pas dans le formulaire."
          : "Identité déclarée, sans pièce vue."}{" "}
        <a href={counterPaths(desk.base, id).identity}>Changer</a>
      </p>
    </section>
  );
}
