import type { JSX } from "preact";
import type { Beneficiary } from "../../../procedures/index.ts";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage, Words } from "../../language/index.ts";
import { paths } from "../draft-visit.ts";
import { FOR_WHOM, whomWord } from "../for-whom.ts";

/** The first question of a demand that can be made for somebody else, before anything is read. */
export function ForWhomQuestion({ slug }: { readonly slug: string }): JSX.Element {
  const { t } = useLanguage();
  const choices = [
    { whom: "self", label: t("Pour moi") },
    { whom: "other", label: t("Pour quelqu’un d’autre") },
  ] as const;
  return (
    <form method="get" action={paths(slug).presentation} class="stack" id="pour-qui">
      <fieldset>
        <legend>{t("Pour qui faites-vous cette demande ?")}</legend>
        <div class="choices">
          {choices.map(({ whom, label }, index) => (
            <div key={whom} class="choice">
              <input
                type="radio"
                id={`${FOR_WHOM}-${whomWord(whom)}`}
                name={FOR_WHOM}
                value={whomWord(whom)}
                checked={index === 0}
              />
              <label for={`${FOR_WHOM}-${whomWord(whom)}`}>{label}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <p>
        <button class="button" type="submit">
          {t("Continuer")}
        </button>
      </p>
    </form>
  );
}

/** For whom the demand is, with the way to change it. */
export function ForWhomLine(props: { readonly whom: Beneficiary; readonly href: string }): JSX.Element {
  const { t } = useLanguage();
  return (
    <p>
      {props.whom === "other"
        ? t("Vous faites cette demande pour quelqu’un d’autre.")
        : t("Vous faites cette demande pour vous.")}{" "}
      <a href={props.href}>
        {t("Changer")}
        <span class="visually-hidden"> : {t("pour qui est la demande")}</span>
      </a>
    </p>
  );
}

export interface ForWhomProps {
  readonly frame: Frame;
  readonly slug: string;
  readonly title: string;
  /** For whom it would be from now on. */
  readonly to: Beneficiary;
  /** Labels of the answers that would go. */
  readonly lost: readonly string[];
  /** The State knows something of whoever is logged in. */
  readonly reads: boolean;
  readonly draft: string;
  readonly token: string;
  /** Where the form goes on. */
  readonly back: string;
}

/** What changes with the person, and what is lost by it, before it is done. */
export function ForWhomPage(props: ForWhomProps): JSX.Element {
  const { frame, slug, title, to, lost, reads, draft, token, back } = props;
  const { t } = useLanguage();
  const heading =
    to === "other" ? t("Faire cette demande pour quelqu’un d’autre") : t("Faire cette demande pour vous");
  return (
    <Layout frame={frame} title={`${heading} — ${title}`}>
      <PageHead title={heading} kicker={title} back={{ href: back, label: t("Revenir à ma demande") }} />
      <div class="stack measure">
        <p>
          {to === "other"
            ? t(
                "Vous direz qui vous êtes pour cette personne, puis vous saisirez ses informations. Les données que l’administration a sur vous ne serviront pas.",
              )
            : reads
              ? t("Les données que l’administration a sur vous seront de nouveau demandées.")
              : t("Vous saisirez vos propres informations.")}
        </p>
        {lost.length > 0 && (
          <section class="notice notice-warning stack-small" aria-labelledby="efface">
            <h2 id="efface">{t("Ces réponses seront effacées de la demande")}</h2>
            <ul>
              {lost.map((label) => (
                <li key={label}>
                  <Words text={label} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <form method="post" action={paths(slug).forWhom} class="actions">
          <input type="hidden" name="_csrf" value={token} />
          <input type="hidden" name="draft" value={draft} />
          <button class="button" type="submit" name={FOR_WHOM} value={whomWord(to)}>
            {to === "other" ? t("Continuer pour quelqu’un d’autre") : t("Continuer pour moi")}
          </button>
          <a href={back}>{t("Ne rien changer")}</a>
        </form>
      </div>
    </Layout>
  );
}
