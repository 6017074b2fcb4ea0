import type { JSX } from "preact";
import {
  type Beneficiary,
  type FieldError,
  type FilledForm,
  fingerprintOf,
  type StepView,
} from "../../../procedures/index.ts";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { type FieldProps, Lines } from "../../components/field.tsx";
import { FileLinks } from "../../components/files.tsx";
import { Layout, PageHead } from "../../components/layout.tsx";
import { PartiesLine } from "../../components/parties.tsx";
import { PriceBox } from "../../components/price-box.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage, Words } from "../../language/index.ts";
import { dossierPaths } from "../dossier-now.ts";
import { paths } from "../draft-visit.ts";
import { FOR_WHOM, whomWord } from "../for-whom.ts";
import { BY_HAND } from "../parked.ts";
import { origin, valueWords } from "../words.ts";

export interface CheckProps {
  readonly frame: Frame;
  readonly slug: string;
  readonly title: string;
  readonly steps: readonly StepView[];
  readonly errors: readonly FieldError[];
  /** As it would be sent. */
  readonly form: FilledForm;
  readonly draft: string;
  readonly revision: number;
  readonly token: string;
  readonly message?: string;
  readonly withoutLogin: boolean;
  /** For whom it is; absent where it can only be for whoever fills it in. */
  readonly whom?: Beneficiary;
}

/** Every answer, one row each, before anything is sent. */
export function CheckPage(props: CheckProps): JSX.Element {
  const { frame, slug, title, steps, errors, form, draft, revision, token, message, withoutLogin } = props;
  const { t, translate } = useLanguage();
  return (
    <Layout
      frame={frame}
      title={`${t("Vérifiez vos réponses")} — ${translate(title)}`}
      inError={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <PageHead
        title={t("Vérifiez vos réponses avant de les envoyer")}
        kicker={<Words text={title} />}
        {...(steps.at(-1) && {
          back: { href: paths(slug).step(steps.at(-1)?.slug ?? ""), label: t("Étape précédente") },
        })}
      />
      <div class="columns">
        <div class="stack-large">
          {message && (
            <p class="notice notice-warning" role="status">
              <Words text={message} />
            </p>
          )}
          <PartiesLine form={form} />
          {steps.map((step) => (
            <section key={step.slug} class="stack" aria-labelledby={`verif-${step.slug}`}>
              <h2 id={`verif-${step.slug}`}>
                <Words text={step.title} />
              </h2>
              <dl class="answers">
                {step.fields.map((view) => (
                  <Row
                    key={view.name}
                    view={view}
                    href={`${paths(slug).step(step.slug)}#${view.anchor}`}
                    holder={draft}
                  />
                ))}
              </dl>
            </section>
          ))}
          <form method="post" action={paths(slug).check} class="stack">
            <input type="hidden" name="_csrf" value={token} />
            <input type="hidden" name="draft" value={draft} />
            {withoutLogin && <input type="hidden" name={BY_HAND.name} value={BY_HAND.value} />}
            {props.whom && <input type="hidden" name={FOR_WHOM} value={whomWord(props.whom)} />}
            <input type="hidden" name="revision" value={String(revision)} />
            <input type="hidden" name="form" value={fingerprintOf(form)} />
            <p>
              {t(
                "En envoyant, vous certifiez que les informations que vous avez saisies sont exactes. Vous pourrez suivre votre demande dans « Mes dossiers ».",
              )}
            </p>
            <p>
              <button class="button" type="submit">
                {t("Envoyer la demande à {collectivite}", { collectivite: frame.collectivite.name })}
              </button>
            </p>
          </form>
        </div>
        {form.price && (
          <aside>
            <PriceBox price={form.price} />
          </aside>
        )}
      </div>
    </Layout>
  );
}

interface RowProps extends FieldProps {
  /** Where it is changed. */
  readonly href: string;
}

function Row({ view, href, holder }: RowProps): JSX.Element {
  const speech = useLanguage();
  const { t } = speech;
  const { filled, receivedDisplay } = view;
  const from = filled.received && origin(speech, filled.received.provenance);
  const changeable = view.mode === "asked" || view.remark !== undefined;
  return (
    <div class={changeable ? "has-change" : undefined} id={view.anchor}>
      <dt>
        <Words text={view.label} />
      </dt>
      <dd>
        {view.files && view.files.length > 0 ? (
          <FileLinks files={view.files} hrefOf={dossierPaths(holder).document} />
        ) : (
          <Lines lines={valueWords(speech, view.kind, view.display)} />
        )}
        {receivedDisplay && (
          <span class="origin origin-corrected">
            {t("Au lieu de {value}", {
              value: <span class="struck">{valueWords(speech, view.kind, receivedDisplay).join(", ")}</span>,
            })}
            {from && `. ${from}`}
          </span>
        )}
        {!receivedDisplay && from && <span class="origin origin-received">{from}</span>}
        {filled.contested && (
          <span class="origin origin-corrected">
            {t("Vous contestez cette donnée : {reason}", { reason: filled.contested.reason })}
          </span>
        )}
      </dd>
      {changeable && (
        <dd class="answers-change">
          <a href={href}>
            {t(view.mode === "asked" ? "Modifier" : "Contester")}
            <span class="visually-hidden">{t(" : {label}", { label: <Words text={view.label} /> })}</span>
          </a>
        </dd>
      )}
    </div>
  );
}
