import type { JSX } from "preact";
import type { FieldError, FieldView, Price, StepView } from "../../../procedures/index.ts";
import { ErrorSummary, FieldMessage } from "../../components/error-summary.tsx";
import { PageHead } from "../../components/layout.tsx";
import { PriceBox } from "../../components/price-box.tsx";
import type { Desk } from "../desk.ts";
import { AgentLayout } from "../layout.tsx";
import { Lines } from "../mirror-table.tsx";
import { originOf } from "../origin.ts";
import { counterPaths } from "./counter-visit.ts";

export interface CheckPageProps {
  readonly desk: Desk;
  readonly id: string;
  readonly revision: number;
  /** Of the form as it is shown: what is sent is what was read. */
  readonly fingerprint: string;
  readonly title: string;
  readonly steps: readonly StepView[];
  readonly errors: readonly FieldError[];
  readonly price?: Price;
  /** Why it is shown again. */
  readonly message?: string;
}

/** Every answer, one row each: the citizen reads them on the screen or hears them. */
export function CheckPage(props: CheckPageProps): JSX.Element {
  const { desk, id, title, steps, errors, price, message } = props;
  const to = counterPaths(desk.base, id);
  const last = steps.at(-1);
  return (
    <AgentLayout desk={desk} title={`À relire avec l’usager — ${title}`} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        {...(last && { back: { href: to.step(last.slug), label: "Étape précédente" } })}
        kicker={`Saisie au guichet · ${title}`}
        title="À relire avec l’usager avant l’envoi"
      />
      <div class="columns">
        <div class="stack-large">
          {message && (
            <p class="notice notice-warning" role="status">
              {message}
            </p>
          )}
          {steps.map((step) => (
            <section key={step.slug} class="stack" aria-labelledby={`verif-${step.slug}`}>
              <h2 id={`verif-${step.slug}`}>{step.title}</h2>
              <dl class="answers">
                {step.fields.map((view) => (
                  <Row key={view.name} view={view} href={`${to.step(step.slug)}#${view.anchor}`} />
                ))}
              </dl>
            </section>
          ))}
          <SendForm {...props} />
        </div>
        {price && (
          <aside>
            <PriceBox price={price} />
          </aside>
        )}
      </div>
    </AgentLayout>
  );
}

function Row({ view, href }: { readonly view: FieldView; readonly href: string }): JSX.Element {
  const { filled } = view;
  const changeable = view.mode === "asked" || view.remark !== undefined;
  return (
    <div class={changeable ? "has-change" : undefined} id={view.anchor}>
      <dt>{view.label}</dt>
      <dd>
        <Lines lines={view.display} />
        {filled.received && (
          <span class="origin origin-received">
            {[
              originOf(filled.received.provenance).from,
              ...originOf(filled.received.provenance).details,
            ].join(", ")}
          </span>
        )}
        {view.receivedDisplay && (
          <span class="origin origin-corrected">Au lieu de {view.receivedDisplay.join(", ")}</span>
        )}
        {filled.contested && (
          <span class="origin origin-corrected">Contesté : {filled.contested.reason}</span>
        )}
      </dd>
      {changeable && (
        <dd class="answers-change">
          <a href={href}>
            {view.mode === "asked" ? "Modifier" : "Contester"}
            <span class="visually-hidden"> : {view.label}</span>
          </a>
        </dd>
      )}
    </div>
  );
}

function SendForm({ desk, id, revision, fingerprint, errors }: CheckPageProps): JSX.Element {
  const message = errors.find(({ field }) => field === "relu")?.message;
  return (
    <form method="post" action={counterPaths(desk.base, id).check} class="form" novalidate>
      <input type="hidden" name="_csrf" value={desk.frame.csrfToken} />
      <input type="hidden" name="revision" value={String(revision)} />
      <input type="hidden" name="form" value={fingerprint} />
      <div class={message ? "field in-error" : "field"}>
        {message && <FieldMessage id="relu-erreur" message={message} />}
        <div class="choice">
          <input
            type="checkbox"
            id="relu"
            name="relu"
            value="oui"
            aria-invalid={message ? "true" : undefined}
            aria-describedby={message ? "relu-erreur" : undefined}
          />
          <label for="relu">L’usager a relu ces réponses et les dit exactes</label>
        </div>
      </div>
      <div class="actions">
        <button class="button" type="submit">
          Envoyer la demande pour l’usager
        </button>
      </div>
    </form>
  );
}
