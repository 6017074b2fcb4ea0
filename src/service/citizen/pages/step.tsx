import type { JSX } from "preact";
import { FranceConnectButton, type Level } from "../../../federation/index.ts";
import type { FieldError, Notice, Price, SourceSnapshot, StepView } from "../../../procedures/index.ts";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Field } from "../../components/field.tsx";
import { Layout, PageHead } from "../../components/layout.tsx";
import { PriceBox } from "../../components/price-box.tsx";
import { SourceList } from "../../components/source-list.tsx";
import { Stepper } from "../../components/stepper.tsx";
import type { Frame } from "../../frame.ts";
import { paths } from "../draft-visit.ts";
import { BY_HAND } from "../parked.ts";

export interface StepProps {
  readonly frame: Frame;
  readonly slug: string;
  readonly title: string;
  readonly view: StepView;
  readonly errors: readonly FieldError[];
  /** That the procedure needs. */
  readonly level: Level;
  readonly notice: Notice;
  /** What each source gives, in words. */
  readonly titles: Readonly<Record<string, string>>;
  /** The sources that feed this step and did not come. */
  readonly silent: Readonly<Record<string, SourceSnapshot>>;
  readonly draft: string;
  readonly token: string;
  readonly price?: Price;
  /** Something to say first: answers found again, a session that changed. */
  readonly message?: string;
  readonly withoutLogin: boolean;
}

/** One step of the form. */
export function StepPage(props: StepProps): JSX.Element {
  const { frame, slug, title, view, errors, silent, draft, token, price, message } = props;
  const to = paths(slug);
  const pending = Object.values(silent).some(({ state }) => state.state === "pending");
  return (
    <Layout frame={frame} title={`${view.title} — ${title}`} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        title={view.title}
        kicker={title}
        back={
          view.previous
            ? { href: to.step(view.previous), label: "Étape précédente" }
            : { href: to.presentation, label: title }
        }
        {...(view.introduction && { lead: view.introduction })}
      />
      <Stepper number={view.number} count={view.count} title={view.title} />
      <div class="columns">
        <div class="stack">
          {message && (
            <p class="notice notice-warning" role="status">
              {message}
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
              <a href={to.step(view.slug)}>Actualiser la page</a>
            </p>
          )}
          <p class="soft">Sauf mention contraire « (optionnel) », tous les champs sont obligatoires.</p>
          <form method="post" action={to.step(view.slug)} class="form" novalidate>
            <input type="hidden" name="_csrf" value={token} />
            <input type="hidden" name="draft" value={draft} />
            {props.withoutLogin && <input type="hidden" name={BY_HAND.name} value={BY_HAND.value} />}
            {view.fields.map((field) => (
              <Field key={field.name} view={field} />
            ))}
            <div class="actions">
              <button class="button" type="submit" name="then" value="next">
                {view.next ? "Enregistrer et continuer" : "Vérifier mes réponses"}
              </button>
              <button class="button button-quiet" type="submit" name="then" value="later" formnovalidate>
                Enregistrer et finir plus tard
              </button>
            </div>
          </form>
        </div>
        <aside class="stack">
          {price && <PriceBox price={price} />}
          <section class="notice" aria-labelledby="origine">
            <h2 id="origine">D’où viennent ces informations ?</h2>
            <p>
              <span class="origin origin-received">Un point plein : reçu de l’administration.</span>
              <span class="origin">Un point vide : indiqué par vous.</span>
            </p>
            {!props.withoutLogin && (
              <p>
                Votre identité ne se modifie pas ici. <a href="/aide#identite">Une erreur ?</a>
              </p>
            )}
          </section>
          {props.withoutLogin && (
            <section class="notice" aria-labelledby="recuperer">
              <h2 id="recuperer">Moins à saisir ?</h2>
              <p>
                Vous remplissez cette demande sans FranceConnect. Vous pouvez encore vous identifier : ce que
                vous avez enregistré est gardé.
              </p>
              <FranceConnectButton
                purpose="data"
                platform={props.level === "eidas1" ? "franceconnect" : "franceconnect-plus"}
                level={props.level}
                returnTo={to.form}
              />
            </section>
          )}
        </aside>
      </div>
    </Layout>
  );
}
