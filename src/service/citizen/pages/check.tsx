import type { JSX } from "preact";
import type { FieldError, FieldView, Price, StepView } from "../../../procedures/index.ts";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Lines } from "../../components/field.tsx";
import { Layout, PageHead } from "../../components/layout.tsx";
import { PriceBox } from "../../components/price-box.tsx";
import type { Frame } from "../../frame.ts";
import { paths } from "../draft-visit.ts";
import { BY_HAND } from "../parked.ts";
import { origin } from "../words.ts";

export interface CheckProps {
  readonly frame: Frame;
  readonly slug: string;
  readonly title: string;
  readonly steps: readonly StepView[];
  readonly errors: readonly FieldError[];
  readonly price?: Price;
  readonly draft: string;
  readonly revision: number;
  /** Of the form as this page shows it. */
  readonly fingerprint: string;
  readonly token: string;
  readonly message?: string;
  readonly withoutLogin: boolean;
}

/** Every answer, one row each, before anything is sent. */
export function CheckPage(props: CheckProps): JSX.Element {
  const { frame, slug, title, steps, errors, price, draft, revision, token, message, withoutLogin } = props;
  return (
    <Layout frame={frame} title={`Vérifiez vos réponses — ${title}`} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        title="Vérifiez vos réponses avant de les envoyer"
        kicker={title}
        {...(steps.at(-1) && {
          back: { href: paths(slug).step(steps.at(-1)?.slug ?? ""), label: "Étape précédente" },
        })}
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
                  <Row key={view.name} view={view} href={`${paths(slug).step(step.slug)}#${view.anchor}`} />
                ))}
              </dl>
            </section>
          ))}
          <form method="post" action={paths(slug).check} class="stack">
            <input type="hidden" name="_csrf" value={token} />
            <input type="hidden" name="draft" value={draft} />
            {withoutLogin && <input type="hidden" name={BY_HAND.name} value={BY_HAND.value} />}
            <input type="hidden" name="revision" value={String(revision)} />
            <input type="hidden" name="form" value={props.fingerprint} />
            <p>
              En envoyant, vous certifiez que les informations que vous avez saisies sont exactes. Vous
              pourrez suivre votre demande dans « Mes dossiers ».
            </p>
            <p>
              <button class="button" type="submit">
                Envoyer la demande à {frame.collectivite.name}
              </button>
            </p>
          </form>
        </div>
        {price && (
          <aside>
            <PriceBox price={price} />
          </aside>
        )}
      </div>
    </Layout>
  );
}

function Row({ view, href }: { readonly view: FieldView; readonly href: string }): JSX.Element {
  const { filled, receivedDisplay } = view;
  const changeable = view.mode === "asked" || view.remark !== undefined;
  return (
    <div class={changeable ? "has-change" : undefined} id={view.anchor}>
      <dt>{view.label}</dt>
      <dd>
        <Lines lines={view.display} />
        {receivedDisplay && (
          <span class="origin origin-corrected">
            Au lieu de <span class="struck">{receivedDisplay.join(", ")}</span>
            {filled.received && `. ${origin(filled.received.provenance)}`}
          </span>
        )}
        {!receivedDisplay && filled.received && (
          <span class="origin origin-received">{origin(filled.received.provenance)}</span>
        )}
        {filled.contested && (
          <span class="origin origin-corrected">Vous contestez cette donnée : {filled.contested.reason}</span>
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
