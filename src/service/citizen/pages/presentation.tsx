import type { JSX } from "preact";
import type { Beneficiary, Notice, Procedure } from "../../../procedures/index.ts";
import { Layout, PageHead } from "../../components/layout.tsx";
import { LoginButton } from "../../components/login-button.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage, Words } from "../../language/index.ts";
import { paths } from "../draft-visit.ts";
import { withWhom } from "../for-whom.ts";
import { capital, LEVEL_LABELS, list } from "../words.ts";
import { ForWhomLine, ForWhomQuestion } from "./for-whom.tsx";
import { Tariff } from "./tariff.tsx";

export interface PresentationProps {
  readonly frame: Frame;
  readonly procedure: Procedure;
  readonly notice: Notice;
  /** Labels of what the citizen will have to type. */
  readonly remaining: readonly string[];
  /** For whom it will be; undefined until somebody has said so, where it can be for somebody else. */
  readonly whom?: Beneficiary;
  /** A draft is there already. */
  readonly begun: boolean;
  /** Logged in at the level that is needed. */
  readonly ready: boolean;
  /** The platform that the level needs is not configured here. */
  readonly closed: boolean;
}

/** What the procedure gives, what will be read from whom and why, what remains to be typed, and every way to do it. */
export function PresentationPage(props: PresentationProps): JSX.Element {
  const { frame, procedure, notice, remaining, begun } = props;
  const { t, translate } = useLanguage();
  return (
    <Layout frame={frame} title={translate(procedure.title)}>
      <PageHead
        title={<Words text={procedure.title} />}
        lead={<Words text={procedure.summary} />}
        back={{ href: "/", label: t("Toutes les démarches") }}
      />
      <div class="columns">
        <div class="stack-large">
          <dl class="answers">
            {[
              { term: t("Pour qui"), text: <Words text={procedure.audience} /> },
              { term: t("Temps à prévoir"), text: <Words text={procedure.duration} /> },
              { term: t("Délai"), text: <Words text={procedure.delay} written={capital} /> },
              {
                term: t("Connexion"),
                text: t("{platform}, ou sans", { platform: LEVEL_LABELS[procedure.level] }),
              },
            ].map(({ term, text }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          {begun ? (
            <Resume slug={procedure.slug} />
          ) : props.whom ? (
            <Begin {...props} />
          ) : (
            <BeginFor slug={procedure.slug} />
          )}
          <NoticeSection notice={notice} whom={props.whom ?? "self"} />
          {procedure.tariff && <Tariff procedure={procedure} />}
        </div>
        <aside class="stack">
          <section class="notice" aria-labelledby="reste">
            <h2 id="reste">{t("Ce qu’il vous restera à saisir")}</h2>
            <ul>
              {remaining.map((label) => (
                <li key={label}>
                  <Words text={label} />
                </li>
              ))}
            </ul>
          </section>
          <section class="notice" aria-labelledby="autrement">
            <h2 id="autrement">{t("Sans Internet")}</h2>
            <ul>
              {procedure.otherWays.map((way) => (
                <li key={way}>
                  <Words text={way} />
                </li>
              ))}
            </ul>
            {frame.collectivite.contact.phone && (
              <p>{t("Téléphone : {number}", { number: frame.collectivite.contact.phone })}</p>
            )}
          </section>
        </aside>
      </div>
    </Layout>
  );
}

function Resume({ slug }: { readonly slug: string }): JSX.Element {
  const { t } = useLanguage();
  return (
    <section class="notice notice-success" aria-labelledby="reprendre">
      <h2 id="reprendre">{t("Vous avez commencé cette demande")}</h2>
      <p>{t("Ce que vous aviez saisi est enregistré.")}</p>
      <p>
        <a class="button" href={paths(slug).form}>
          {t("Reprendre ma demande")}
        </a>
      </p>
    </section>
  );
}

/** Before anything is read, and before anybody logs in for it. */
function BeginFor({ slug }: { readonly slug: string }): JSX.Element {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="commencer">
      <h2 id="commencer">{t("Commencer")}</h2>
      <ForWhomQuestion slug={slug} />
    </section>
  );
}

function Begin({ procedure, whom, ready, closed }: PresentationProps): JSX.Element {
  const { t } = useLanguage();
  const { presentation, ...to } = paths(procedure.slug);
  const said = procedure.forOthers && whom;
  const [form, byHand] = [withWhom(to.form, said), withWhom(to.byHand, said)];
  const platform = procedure.level === "eidas1" ? "franceconnect" : "franceconnect-plus";
  return (
    <section class="stack" aria-labelledby="commencer">
      <h2 id="commencer">{t("Commencer")}</h2>
      {said && <ForWhomLine whom={said} href={`${presentation}#commencer`} />}
      {ready ? (
        <p>
          <a class="button" href={form}>
            {t("Commencer ma demande")}
          </a>
        </p>
      ) : closed ? (
        <p class="notice notice-warning">
          {t(
            "La connexion par {platform} n’est pas encore ouverte pour cette démarche. Vous pouvez la remplir sans.",
            { platform: LEVEL_LABELS[procedure.level] },
          )}
        </p>
      ) : (
        <div class="fc-group">
          <p>
            {t(
              "FranceConnect est la solution proposée par l’État pour sécuriser et simplifier la connexion à vos services en ligne.",
            )}
          </p>
          <LoginButton platform={platform} level={procedure.level} returnTo={form} />
        </div>
      )}
      <p class="fc-or">{t("ou")}</p>
      <p>
        <a class="button button-quiet" href={byHand}>
          {t("Continuer sans FranceConnect")}
        </a>
      </p>
      <p class="soft">
        <a href="/reprendre">{t("Reprendre avec un code")}</a>
      </p>
      <p class="soft">
        {t(
          "Vous saisissez alors vous-même les informations, avec vos justificatifs. Votre demande est traitée de la même façon, dans le même délai.",
        )}
      </p>
    </section>
  );
}

/** What article L114-8 CRPA wants said before anything is read. */
export function NoticeSection(props: { readonly notice: Notice; readonly whom: Beneficiary }): JSX.Element {
  const { notice, whom } = props;
  const { t, translate } = useLanguage();
  return (
    <section class="stack" aria-labelledby="donnees">
      <h2 id="donnees">
        {whom === "other" ? t("Les données de la demande") : t("Les données que nous récupérons pour vous")}
      </h2>
      <p>
        <Words text={notice.introduction} />
      </p>
      <dl class="answers">
        {notice.identity.length > 0 && (
          <div>
            <dt>FranceConnect</dt>
            <dd>{list(notice.identity.map(translate))}.</dd>
          </div>
        )}
        {notice.sources.map(({ source, from, what, why }) => (
          <div key={source}>
            <dt>{capital(translate(from))}</dt>
            <dd>
              {list(what.map(translate))}.{" "}
              <span class="soft">
                <Words text={why} written={capital} />.
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Words text={notice.refuse} />
      </p>
      <details>
        <summary>{t("Base légale, conservation et vos droits")}</summary>
        <ul>
          {[...notice.legalBasis, notice.retention, ...notice.rights].map((line) => (
            <li key={line}>
              <Words text={line} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
