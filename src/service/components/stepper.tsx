import type { JSX } from "preact";
import { useLanguage, Words } from "../language/index.ts";

/** Where the citizen is on the way: in words, then in strokes. */
export function Stepper({
  number,
  count,
  title,
}: {
  readonly number: number;
  readonly count: number;
  readonly title: string;
}): JSX.Element {
  const { t } = useLanguage();
  return (
    <div class="steps">
      <p>{t("Étape {number} sur {count} : {title}", { number, count, title: <Words text={title} /> })}</p>
      <ol role="list" aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <li
            key={index}
            class={index + 1 < number ? "done" : index + 1 === number ? "current" : undefined}
          />
        ))}
      </ol>
    </div>
  );
}
