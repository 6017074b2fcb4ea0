import type { ComponentChildren, JSX } from "preact";
import { HELP_MEANS, type Opinion, SATISFACTIONS, TEXT_MONTHS } from "../../../dossiers/index.ts";
import { ErrorSummary, FieldMessage } from "../../components/error-summary.tsx";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { type French, useLanguage } from "../../language/index.ts";
import { LONGEST_OPINION, type OpinionError } from "../read-opinion.ts";

export interface OpinionProps {
  readonly frame: Frame;
  readonly slug: string;
  readonly title: string;
  readonly ticket: string;
  readonly token: string;
  readonly typed: Partial<Opinion>;
  readonly errors: readonly OpinionError[];
  /** Why the form is shown again. */
  readonly message?: French;
}

const SATISFACTION_WORDS = { bad: "Mal", medium: "Moyen", good: "Bien" } as const;
const HELP_WORDS = { counter: "Au guichet", telephone: "Par téléphone", "e-mail": "Par courriel" } as const;
const MARKS = [1, 2, 3, 4, 5] as const;

interface Choice {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
}

/** The questions of « Je donne mon avis », asked by the portal itself: only the first has to be answered. */
export function OpinionPage(props: OpinionProps): JSX.Element {
  const { frame, slug, title, ticket, token, typed, errors, message } = props;
  const { t, translate } = useLanguage();
  return (
    <Layout
      frame={frame}
      title={`${t("Je donne mon avis")} — ${translate(title)}`}
      inError={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <PageHead
        title={t("Je donne mon avis")}
        kicker={translate(title)}
        lead={t(
          "Votre avis est anonyme : rien ne le relie à vous ni à votre demande, qu’il ne change en rien. Il se donne une seule fois.",
        )}
      />
      {message && (
        <div class="notice notice-warning" role="status">
          <p>{translate(message)}</p>
        </div>
      )}
      <p class="soft">{t("Seule la première question est obligatoire.")}</p>
      <form method="post" action={`/demarches/${slug}/avis`} class="form" novalidate>
        <input type="hidden" name="_csrf" value={token} />
        <input type="hidden" name="ticket" value={ticket} />
        <Question
          name="satisfaction"
          legend={t("De façon générale, comment ça s’est passé ?")}
          type="radio"
          error={errors.find(({ anchor }) => anchor === "satisfaction-bad")}
          choices={SATISFACTIONS.map((value) => ({
            id: `satisfaction-${value}`,
            value,
            label: t(SATISFACTION_WORDS[value]),
            checked: typed.satisfaction === value,
          }))}
        />
        <Scale
          name="clarte"
          legend="Qu’avez-vous pensé des informations et des instructions fournies ? (optionnel)"
          ends={["1, pas clair du tout", "5, très clair"]}
          value={typed.clarity}
        />
        <Question
          name="aide"
          legend={t("Avez-vous tenté d’obtenir de l’aide par l’un de ces moyens ? (optionnel)")}
          type="checkbox"
          choices={HELP_MEANS.map((value) => ({
            id: `aide-${value}`,
            value,
            label: t(HELP_WORDS[value]),
            checked: typed.help?.includes(value) ?? false,
          }))}
        />
        <Question
          name="joint"
          legend={t("Si oui, avez-vous réussi à joindre quelqu’un ? (optionnel)")}
          type="radio"
          choices={[
            { id: "joint-oui", value: "oui", label: t("Oui"), checked: typed.reached === true },
            { id: "joint-non", value: "non", label: t("Non"), checked: typed.reached === false },
          ]}
        />
        <Scale
          name="qualite"
          legend="Si oui, que valait l’aide que vous avez obtenue ? (optionnel)"
          ends={["1, très mauvaise", "5, excellente"]}
          value={typed.helpQuality}
        />
        <FreeText text={typed.text} error={errors.find(({ anchor }) => anchor === "texte")} />
        <div class="actions">
          <button class="button" type="submit">
            {t("Envoyer mon avis")}
          </button>
        </div>
      </form>
    </Layout>
  );
}

function Scale(props: {
  readonly name: string;
  readonly legend: French;
  /** What the first and the last mark mean. */
  readonly ends: readonly [French, French];
  readonly value: number | undefined;
}): JSX.Element {
  const { translate } = useLanguage();
  const { name, legend, ends, value } = props;
  const labels: Readonly<Record<number, string>> = { 1: translate(ends[0]), 5: translate(ends[1]) };
  return (
    <Question
      name={name}
      legend={translate(legend)}
      type="radio"
      choices={MARKS.map((mark) => ({
        id: `${name}-${mark}`,
        value: String(mark),
        label: labels[mark] ?? String(mark),
        checked: value === mark,
      }))}
    />
  );
}

function Question(props: {
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly type: "radio" | "checkbox";
  readonly choices: readonly Choice[];
  readonly error?: OpinionError | undefined;
}): JSX.Element {
  const { name, legend, type, choices, error } = props;
  const { translate } = useLanguage();
  const errorId = `${name}-erreur`;
  return (
    <div class={`field${error ? " in-error" : ""}`}>
      <fieldset aria-describedby={error ? errorId : undefined}>
        <legend>{legend}</legend>
        {error && <FieldMessage id={errorId} message={translate(error.message)} />}
        <div class="choices">
          {choices.map(({ id, value, label, checked }) => (
            <div class="choice" key={id}>
              <input
                type={type}
                id={id}
                name={name}
                value={value}
                checked={checked}
                required={name === "satisfaction"}
              />
              <label for={id}>{label}</label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

function FreeText({
  text,
  error,
}: {
  readonly text: string | undefined;
  readonly error: OpinionError | undefined;
}): JSX.Element {
  const { t, translate, number } = useLanguage();
  return (
    <div class={`field${error ? " in-error" : ""}`}>
      <label for="texte">{t("Souhaitez-vous nous en dire plus ? (optionnel)")}</label>
      <span class="hint measure" id="texte-aide">
        {t(
          "N’écrivez rien qui dise qui vous êtes. Votre texte est chiffré, lu par les agents de la démarche, et effacé après {months} mois. {count} caractères au plus.",
          { months: TEXT_MONTHS, count: number(LONGEST_OPINION) },
        )}
      </span>
      {error && <FieldMessage id="texte-erreur" message={translate(error.message)} />}
      <textarea
        id="texte"
        name="texte"
        rows={5}
        aria-describedby={error ? "texte-aide texte-erreur" : "texte-aide"}
        aria-invalid={error ? true : undefined}
      >
        {text}
      </textarea>
    </div>
  );
}

/** It is kept, and nobody can tell any more whose it is: not even its author can change it. */
export function ThanksPage({ frame, title }: { readonly frame: Frame; readonly title: string }): JSX.Element {
  const { t, translate } = useLanguage();
  return (
    <Layout frame={frame} title={`${t("Merci pour votre avis")} — ${translate(title)}`}>
      <PageHead
        title={t("Merci pour votre avis")}
        kicker={translate(title)}
        lead={t(
          "Il est enregistré, sans rien qui le relie à vous. Il compte dans les indicateurs publiés chaque trimestre.",
        )}
      />
      <p class="actions">
        <a class="button" href="/">
          {t("Revenir aux démarches")}
        </a>
        <a href="/qualite">{t("Voir la qualité des démarches")}</a>
      </p>
    </Layout>
  );
}
