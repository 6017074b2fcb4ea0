import type { JSX } from "preact";
import type { Procedure } from "../../../procedures/index.ts";
import { useLanguage, Words } from "../../language/index.ts";
import { capital } from "../words.ts";

/** The whole tariff, before anything is asked. */
export function Tariff({ procedure }: { readonly procedure: Procedure }): JSX.Element | null {
  const { t, translate } = useLanguage();
  const table = procedure.tariff?.table;
  if (!table) return null;
  const { caption, headers, rows } = table;
  return (
    <section class="stack" aria-labelledby="tarif">
      <h2 id="tarif">{t("Le tarif")}</h2>
      <table class="answers-table">
        <caption>
          <Words text={caption} />
        </caption>
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col">
                <Words text={header} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join()}>
              {cells.map((cell, index) => (
                <td key={headers[index]} data-label={translate(headers[index] ?? "")}>
                  <Words text={cell} written={capital} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">
        {t("Règle votée : {reference}.", { reference: <Words text={procedure.deliberation.reference} /> })}
      </p>
    </section>
  );
}
