import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { FRENCH_TITLES } from "./french.ts";
import type { RehearsalReport, RehearsedPoint } from "./run.ts";

const MOMENT = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Paris",
});
const OUTCOMES = { passed: "réussi", failed: "échoué", "not-applicable": "sans objet" } as const;

/** One file that opens anywhere: its style comes with it. */
const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #111; background: #fff }
table { width: 100%; border-collapse: collapse }
th, td { padding: 0.5rem 0.75rem; border-bottom: 1px solid #999; text-align: left; vertical-align: top }
thead th { white-space: nowrap }
tbody th { width: 45%; font-weight: 600 }
code, .note { display: block; font-size: 0.85rem; font-weight: 400; color: #444 }
.rule { overflow-wrap: anywhere }
tr { break-inside: avoid }
caption { text-align: left; font-weight: 700; padding-bottom: 0.5rem }
.outcome { white-space: nowrap }
.failed { font-weight: 700; color: #a11 }
`;

/** The report as a page that can be attached, printed and signed. */
export function reportPage(report: RehearsalReport): string {
  return `<!doctype html>${renderToString(<Report report={report} />)}`;
}

function Report({ report }: { readonly report: RehearsalReport }): JSX.Element {
  const { address, at, ok, points, passed, failed, notApplicable } = report;
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Répétition générale de {address}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>Répétition générale</h1>
          <p>
            {address}, le {MOMENT.format(new Date(at))}.{" "}
            {ok ? "Tous les points applicables sont réussis." : "Des points ont échoué."}
          </p>
          <p>
            {passed} réussis, {failed} échoués, {notApplicable} sans objet.
          </p>
          <table>
            <caption>Ce qui a été joué, dans l’ordre</caption>
            <thead>
              <tr>
                <th scope="col">Point</th>
                <th scope="col">Résultat</th>
                <th scope="col">Règle, et ce qui a été vu</th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <Row key={point.id} point={point} />
              ))}
            </tbody>
          </table>
          <p>
            Cette répétition est jouée de l’extérieur, sans connexion complète : la signature des jetons, leur
            chiffrement et la réconciliation des identités sont éprouvés par les tests du portail, pas ici.
            Elle ne remplace pas la qualification de FranceConnect.
          </p>
        </main>
      </body>
    </html>
  );
}

function Row({
  point: { id, title, rule, outcome, detail },
}: {
  readonly point: RehearsedPoint;
}): JSX.Element {
  const french = FRENCH_TITLES[id];
  return (
    <tr>
      <th scope="row">
        {french ?? <span lang="en">{title}</span>}
        <code>{id}</code>
      </th>
      <td class={`outcome ${outcome}`}>{OUTCOMES[outcome]}</td>
      <td class="rule" lang="en">
        {rule.startsWith("https://") ? <a href={rule}>{rule}</a> : rule}
        {detail && <span class="note">{detail}</span>}
      </td>
    </tr>
  );
}
