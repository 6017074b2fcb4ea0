import type { JSX } from "preact";
import { FranceConnectButton } from "../../../federation/index.ts";
import type { Notice, Procedure } from "../../../procedures/index.ts";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { paths } from "../draft-visit.ts";
import { capital, LEVEL_LABELS } from "../words.ts";

export interface PresentationProps {
  readonly frame: Frame;
  readonly procedure: Procedure;
  readonly notice: Notice;
  /** Labels of what the citizen will have to type. */
  readonly remaining: readonly string[];
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
  return (
    <Layout frame={frame} title={procedure.title}>
      <PageHead
        title={procedure.title}
        lead={procedure.summary}
        back={{ href: "/", label: "Toutes les démarches" }}
      />
      <div class="columns">
        <div class="stack-large">
          <dl class="answers">
            {[
              ["Pour qui", procedure.audience],
              ["Temps à prévoir", procedure.duration],
              ["Délai", capital(procedure.delay)],
              ["Connexion", `${LEVEL_LABELS[procedure.level]}, ou sans`],
            ].map(([term, text]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          {begun ? <Resume slug={procedure.slug} /> : <Begin {...props} />}
          <NoticeSection notice={notice} />
          {procedure.tariff && <Tariff procedure={procedure} />}
        </div>
        <aside class="stack">
          <section class="notice" aria-labelledby="reste">
            <h2 id="reste">Ce qu’il vous restera à saisir</h2>
            <ul>
              {remaining.map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          </section>
          <section class="notice" aria-labelledby="autrement">
            <h2 id="autrement">Sans Internet</h2>
            <ul>
              {procedure.otherWays.map((way) => (
                <li key={way}>{way}</li>
              ))}
            </ul>
            {frame.collectivite.contact.phone && <p>Téléphone : {frame.collectivite.contact.phone}</p>}
          </section>
        </aside>
      </div>
    </Layout>
  );
}

function Resume({ slug }: { readonly slug: string }): JSX.Element {
  return (
    <section class="notice notice-success" aria-labelledby="reprendre">
      <h2 id="reprendre">Vous avez commencé cette demande</h2>
      <p>Ce que vous aviez saisi est enregistré.</p>
      <p>
        <a class="button" href={paths(slug).form}>
          Reprendre ma demande
        </a>
      </p>
    </section>
  );
}

function Begin({ procedure, ready, closed }: PresentationProps): JSX.Element {
  const { form, byHand } = paths(procedure.slug);
  const platform = procedure.level === "eidas1" ? "franceconnect" : "franceconnect-plus";
  return (
    <section class="stack" aria-labelledby="commencer">
      <h2 id="commencer">Commencer</h2>
      {ready ? (
        <p>
          <a class="button" href={form}>
            Commencer ma demande
          </a>
        </p>
      ) : closed ? (
        <p class="notice notice-warning">
          La connexion par {LEVEL_LABELS[procedure.level]} n’est pas encore ouverte pour cette démarche. Vous
          pouvez la remplir sans.
        </p>
      ) : (
        <div class="fc-group">
          <p>
            FranceConnect est la solution proposée par l’État pour sécuriser et simplifier la connexion à vos
            services en ligne.
          </p>
          <FranceConnectButton platform={platform} level={procedure.level} returnTo={form} />
        </div>
      )}
      <p class="fc-or">ou</p>
      <p>
        <a class="button button-quiet" href={byHand}>
          Continuer sans FranceConnect
        </a>
      </p>
      <p class="soft">
        Vous saisissez alors vous-même les informations, avec vos justificatifs. Votre demande est traitée de
        la même façon, dans le même délai.
      </p>
    </section>
  );
}

/** What article L114-8 CRPA wants said before anything is read. */
export function NoticeSection({ notice }: { readonly notice: Notice }): JSX.Element {
  return (
    <section class="stack" aria-labelledby="donnees">
      <h2 id="donnees">Les données que nous récupérons pour vous</h2>
      <p>{notice.introduction}</p>
      <dl class="answers">
        {notice.identity.length > 0 && (
          <div>
            <dt>FranceConnect</dt>
            <dd>{list(notice.identity)}.</dd>
          </div>
        )}
        {notice.sources.map(({ source, from, what, why }) => (
          <div key={source}>
            <dt>{capital(from)}</dt>
            <dd>
              {list(what)}. <span class="soft">{capital(why)}.</span>
            </dd>
          </div>
        ))}
      </dl>
      <p>{notice.refuse}</p>
      <details>
        <summary>Base légale, conservation et vos droits</summary>
        <ul>
          {[...notice.legalBasis, notice.retention, ...notice.rights].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** « Adresse, quotient familial » for labels that each begin with a capital. */
const list = ([first = "", ...others]: readonly string[]): string =>
  [first, ...others.map((label) => label.charAt(0).toLowerCase() + label.slice(1))].join(", ");

function Tariff({ procedure }: { readonly procedure: Procedure }): JSX.Element | null {
  const table = procedure.tariff?.table;
  if (!table) return null;
  const { caption, headers, rows } = table;
  return (
    <section class="stack" aria-labelledby="tarif">
      <h2 id="tarif">Le tarif</h2>
      <table class="answers-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join()}>
              {cells.map((cell, index) => (
                <td key={headers[index]} data-label={headers[index]}>
                  {capital(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">Règle votée : {procedure.deliberation.reference}.</p>
    </section>
  );
}
