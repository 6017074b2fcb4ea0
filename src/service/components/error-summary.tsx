import type { JSX } from "preact";
import { useLanguage, Words } from "../language/index.ts";

/** One thing to put right, and the id of the input to jump to. */
export interface PageError {
  readonly anchor: string;
  readonly message: string;
}

/**
 * What is to be put right, above the title, with a link to each place. It takes the focus when the page opens.
 *
 * @see https://design-system.service.gov.uk/components/error-summary/
 */
export function ErrorSummary({ errors }: { readonly errors: readonly PageError[] }): JSX.Element | null {
  const { t } = useLanguage();
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" aria-labelledby="erreurs" tabIndex={-1} autofocus>
      <h2 id="erreurs">{t("Il y a un problème")}</h2>
      <ul role="list">
        {errors.map(({ anchor, message }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>
              <Words text={message} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The message beside its field; several where its files have several faults, one on each line. */
export function FieldMessage({
  id,
  message,
}: {
  readonly id: string;
  readonly message: string;
}): JSX.Element {
  const { t } = useLanguage();
  return (
    <p class="field-error" id={id}>
      <span class="visually-hidden">{t("Erreur :")} </span>
      {message.split("\n").map((line, index) => (
        <>
          {index > 0 && " "}
          <Words text={line} />
        </>
      ))}
    </p>
  );
}
