import type { JSX } from "preact";
import { ErrorSummary, FieldMessage } from "../../components/error-summary.tsx";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { type French, useLanguage, Words } from "../../language/index.ts";

export interface CodeProps {
  readonly frame: Frame;
  /** Of the procedure. */
  readonly title: string;
  readonly code: string;
  readonly expiresAt: string;
  /** Where the form goes on. */
  readonly next: string;
  /** How many answers of the step that was just put off are missing or not valid; absent where none was. */
  readonly left?: number;
}

/** The code that opens a demand again without FranceConnect: to be noted, or printed. */
export function CodePage({ frame, title, code, expiresAt, next, left }: CodeProps): JSX.Element {
  const { t, translate, longDate } = useLanguage();
  return (
    <Layout frame={frame} title={`${t("Votre code de reprise")} — ${translate(title)}`}>
      <PageHead title={t("Votre code de reprise")} kicker={<Words text={title} />} />
      <div class="stack measure">
        <LeftToDo left={left} />
        <p class="ticket-number">{code}</p>
        <p>
          {t(
            "Avec ce code, vous retrouvez cette demande sur n’importe quel appareil, sans FranceConnect. Elle est gardée jusqu’au {date} ; chaque enregistrement la prolonge. Après l’envoi, le même code ouvre votre dossier.",
            { date: longDate(expiresAt) },
          )}
        </p>
        <p class="notice notice-warning">
          {t(
            "Notez ce code ou imprimez cette page, et gardez-le pour vous : qui a le code voit la demande. Nous ne pouvons pas le retrouver à votre place.",
          )}
        </p>
        <p class="actions">
          <a class="button" href={next}>
            {t("Continuer ma demande")}
          </a>
          <a href="/mes-dossiers">{t("Mes dossiers")}</a>
        </p>
      </div>
    </Layout>
  );
}

/** That everything typed is kept, and what of it still has to be put right. */
export function LeftToDo({ left }: { readonly left: number | undefined }): JSX.Element | null {
  const { t, plural } = useLanguage();
  if (left === undefined) return null;
  return (
    <p class={`notice ${left > 0 ? "notice-warning" : "notice-success"}`} role="status">
      {t("Votre demande est enregistrée.")}{" "}
      {left > 0 &&
        plural(
          left,
          "{count} réponse reste à compléter ou à corriger : ce que vous avez saisi est gardé tel quel.",
          "{count} réponses restent à compléter ou à corriger : ce que vous avez saisi est gardé tel quel.",
        )}
    </p>
  );
}

export interface ResumeProps {
  readonly frame: Frame;
  readonly token: string;
  /** What was just tried, where it opens nothing. */
  readonly typed?: string;
}

const UNKNOWN_CODE: French =
  "Ce code n’ouvre aucune demande. Vérifiez chaque caractère : la demande a pu être supprimée, ou rattachée à un compte FranceConnect.";

/** Where a code is typed in. */
export function ResumePage({ frame, token, typed }: ResumeProps): JSX.Element {
  const { t } = useLanguage();
  const wrong = typed !== undefined;
  return (
    <Layout frame={frame} title={t("Reprendre une demande")} inError={wrong}>
      <ErrorSummary errors={wrong ? [{ anchor: "code", message: UNKNOWN_CODE }] : []} />
      <PageHead
        title={t("Reprendre une demande")}
        lead={t(
          "Vous l’avez commencée ou envoyée sans FranceConnect, et vous avez noté son code de reprise.",
        )}
      />
      <form method="post" action="/reprendre" class="form measure" novalidate>
        <input type="hidden" name="_csrf" value={token} />
        <div class={`field${wrong ? " in-error" : ""}`}>
          <label for="code">{t("Code de reprise")}</label>
          <span class="hint" id="code-aide">
            {t("24 lettres et chiffres. Les tirets et les majuscules ne comptent pas.")}
          </span>
          {wrong && <FieldMessage id="code-erreur" message={UNKNOWN_CODE} />}
          <input
            type="text"
            id="code"
            name="code"
            value={typed ?? ""}
            required
            autocomplete="off"
            spellcheck={false}
            maxLength={60}
            aria-describedby={wrong ? "code-aide code-erreur" : "code-aide"}
            aria-invalid={wrong ? true : undefined}
          />
        </div>
        <div class="actions">
          <button class="button" type="submit">
            {t("Ouvrir ma demande")}
          </button>
        </div>
      </form>
    </Layout>
  );
}
