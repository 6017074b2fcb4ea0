import type { JSX } from "preact";
import type { Dossier } from "../../../dossiers/index.ts";
import type { FieldError, FieldView } from "../../../procedures/index.ts";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { encodingFor, Field } from "../../components/field.tsx";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage, Words } from "../../language/index.ts";
import { type CorrectionRequest, dossierPaths } from "../dossier-now.ts";
import { BY_HAND } from "../parked.ts";
import { Numbered, Paragraphs } from "./timeline.tsx";

/** The hidden input that says of which procedure it is: a lost session is begun again at its level. */
export const PROCEDURE = "demarche";

export interface CorrectionProps {
  readonly frame: Frame;
  readonly title: string;
  readonly dossier: Dossier;
  readonly request: CorrectionRequest;
  /** The fields asked for, and no other. */
  readonly fields: readonly FieldView[];
  readonly errors: readonly FieldError[];
  readonly token: string;
  /** Something to say first: answers found again, a session that changed. */
  readonly message?: string;
}

/** What the agent asks, and the inputs to answer it. */
export function CorrectionPage(props: CorrectionProps): JSX.Element {
  const { frame, title, dossier, request, fields, errors, token } = props;
  const { t, translate } = useLanguage();
  const to = dossierPaths(dossier.id);
  return (
    <Layout
      frame={frame}
      title={`${t("Corriger ma demande")} — ${translate(title)}`}
      inError={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <PageHead
        title={t("Corriger ma demande")}
        kicker={<Numbered title={title} number={dossier.number} />}
        back={{ href: to.dossier, label: t("Mon dossier") }}
      />
      <div class="stack">
        {props.message && (
          <p class="notice notice-warning" role="status">
            <Words text={props.message} />
          </p>
        )}
        <section class="notice notice-warning stack-small" aria-labelledby="motif">
          <h2 id="motif">{t("Ce que la mairie vous demande")}</h2>
          <Paragraphs text={request.reason} />
        </section>
        <p class="soft">
          {t("Seules ces réponses peuvent changer. Celle qui est déjà juste, laissez-la telle quelle.")}{" "}
          {t("Sauf mention contraire « (optionnel) », tous les champs sont obligatoires.")}
        </p>
        <form method="post" action={to.correction} class="form" enctype={encodingFor(fields)} novalidate>
          <input type="hidden" name="_csrf" value={token} />
          <input type="hidden" name="revision" value={String(dossier.revision)} />
          <input type="hidden" name={PROCEDURE} value={dossier.procedure} />
          {dossier.owner.platform === "session" && (
            <input type="hidden" name={BY_HAND.name} value={BY_HAND.value} />
          )}
          {fields.map((field) => (
            <Field key={field.name} view={field} holder={dossier.id} />
          ))}
          <div class="actions">
            <button class="button" type="submit">
              {t("Envoyer ma correction")}
            </button>
            <a href={to.dossier}>{t("Revenir au dossier sans rien changer")}</a>
          </div>
        </form>
      </div>
    </Layout>
  );
}
