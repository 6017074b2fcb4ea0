import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import type { RehearsalReport } from "./run.ts";

const OUTCOMES = { passed: "réussi", failed: "échoué", "not-applicable": "sans objet" } as const;

/** One file that opens anywhere: its style comes with it. */
const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #111; background: #fff }
table { width: 100%; border-collapse: collapse }
th, td { padding: 0.5rem 0.75rem; border-bottom: 1px solid #999; text-align: left; vertical-align: top; overflow-wrap: anywhere }
caption { text-align: left; font-weight: 700; padding-bottom: 0.5rem }
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
            {address}, le {at}. {ok ? "Tous les points applicables sont réussis." : "Des points ont échoué."}
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
                <th scope="col">Détail</th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ id, title, rule, outcome, detail }) => (
                <tr key={id}>
                  <th scope="row">
                    {id}
                    <br />
                    <span lang="en">{title}</span>
                  </th>
                  <td class={outcome}>{OUTCOMES[outcome]}</td>
                  <td lang="en">{detail ?? rule}</td>
                </tr>
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
