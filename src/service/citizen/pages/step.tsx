import type { JSX } from "preact";
import type { Level } from "../../../federation/index.ts";
import type {
  Beneficiary,
  FieldError,
  Notice,
  Price,
  SourceSnapshot,
  StepView,
} from "../../../procedures/index.ts";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { encodingFor, Field } from "../../components/field.tsx";
import { Layout, PageHead } from "../../components/layout.tsx";
import { LoginButton } from "../../components/login-button.tsx";
import { PriceBox } from "../../components/price-box.tsx";
import { SourceList } from "../../components/source-list.tsx";
import { Stepper } from "../../components/stepper.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage, Words } from "../../language/index.ts";
import { paths } from "../draft-visit.ts";
import { FOR_WHOM, whomWord } from "../for-whom.ts";
import { BY_HAND } from "../parked.ts";
import type { SourceTitles } from "../source-titles.ts";
import { ForWhomLine } from "./for-whom.tsx";

export interface StepProps {
  readonly frame: Frame;
  readonly slug: string;
  readonly title: string;
  readonly view: StepView;
  readonly errors: readonly FieldError[];
  /** That the procedure needs. */
  readonly level: Level;
  readonly notice: Notice;
  /** What each source gives, by the labels of the fields. */
  readonly titles: SourceTitles;
  /** The sources that feed this step and did not come. */
  readonly silent: Readonly<Record<string, SourceSnapshot>>;
  readonly draft: string;
  readonly token: string;
  readonly price?: Price;
  /** Something to say first: answers found again, a session that changed. */
  readonly message?: string;
  readonly withoutLogin: boolean;
  /** For whom it is; absent where it can only be for whoever fills it in. */
  readonly whom?: Beneficiary;
}

const FORM = "etape";

/** One step of the form. */
export function StepPage(props: StepProps): JSX.Element {
  const { frame, slug, title, view, errors, silent, draft, token, price, message } = props;
  const { t, translate } = useLanguage();
  const to = paths(slug);
  const pending = Object.values(silent).some(({ state }) => state.state === "pending");
  return (
    <Layout
      frame={frame}
      title={`${translate(view.title)} — ${translate(title)}`}
      inError={errors.length > 0}
      form={FORM}
    >
      <ErrorSummary errors={errors} />
      <PageHead
        title={<Words text={view.title} />}
        kicker={<Words text={title} />}
        back={
          view.previous
            ? { href: to.step(view.previous), label: t("Étape précédente") }
            : { href: to.presentation, label: <Words text={title} /> }
        }
        {...(view.introduction && { lead: <Words text={view.introduction} /> })}
      />
      <Stepper number={view.number} count={view.count} title={view.title} />
      <div class="columns">
        <div class="stack">
          {message && (
            <p class="notice notice-warning" role="status">
              <Words text={message} />
            </p>
          )}
          {Object.keys(silent).length > 0 && (
            <SourceList
              notice={props.notice}
              titles={props.titles}
              sources={silent}
              only={Object.keys(silent)}
              returnTo={to.step(view.slug)}
            />
          )}
          {pending && (
            <p>
              <a href={to.step(view.slug)}>{t("Actualiser la page")}</a>
            </p>
          )}
          <p class="soft">
            {t("Sauf mention contraire « (optionnel) », tous les champs sont obligatoires.")}
          </p>
          <form
            id={FORM}
            method="post"
            action={to.step(view.slug)}
            class="form"
            enctype={encodingFor(view.fields)}
            novalidate
          >
            <input type="hidden" name="_csrf" value={token} />
            <input type="hidden" name="draft" value={draft} />
            {props.withoutLogin && <input type="hidden" name={BY_HAND.name} value={BY_HAND.value} />}
            {props.whom && <input type="hidden" name={FOR_WHOM} value={whomWord(props.whom)} />}
            {view.fields.map((field) => (
              <Field key={field.name} view={field} holder={draft} />
            ))}
            <div class="actions">
              <button class="button" type="submit" name="then" value="next">
                {t(view.next ? "Enregistrer et continuer" : "Vérifier mes réponses")}
              </button>
              <button class="button button-quiet" type="submit" name="then" value="later" formnovalidate>
                {t("Enregistrer et finir plus tard")}
              </button>
            </div>
          </form>
        </div>
        <aside class="stack">
          {price && <PriceBox price={price} />}
          {props.whom && (
            <div class="notice">
              <ForWhomLine whom={props.whom} href={to.forWhom} />
            </div>
          )}
          <section class="notice" aria-labelledby="origine">
            <h2 id="origine">{t("D’où viennent ces informations ?")}</h2>
            <p>
              <span class="origin origin-received">{t("Un point plein : reçu de l’administration.")}</span>
              <span class="origin">{t("Un point vide : indiqué par vous.")}</span>
            </p>
            {!props.withoutLogin && (
              <p>
                {t("Votre identité ne se modifie pas ici.")} <a href="/aide#identite">{t("Une erreur ?")}</a>
              </p>
            )}
          </section>
          {props.withoutLogin && (
            <section class="notice" aria-labelledby="garder">
              <h2 id="garder">{t("Gardez votre demande")}</h2>
              <p>{t("Vous pourrez la retrouver plus tard, sans FranceConnect.")}</p>
              <p>
                <a href={to.code}>{t("Voir mon code de reprise")}</a>
              </p>
            </section>
          )}
          {props.withoutLogin && props.whom !== "other" && (
            <section class="notice" aria-labelledby="recuperer">
              <h2 id="recuperer">{t("Moins à saisir ?")}</h2>
              <p>
                {t(
                  "Vous remplissez cette demande sans FranceConnect. Vous pouvez encore vous identifier : ce que vous avez saisi est gardé.",
                )}
              </p>
              <LoginButton
                purpose="data"
                platform={props.level === "eidas1" ? "franceconnect" : "franceconnect-plus"}
                level={props.level}
                submit={{ form: FORM, name: "then", value: "identify" }}
              />
            </section>
          )}
        </aside>
      </div>
    </Layout>
  );
}
