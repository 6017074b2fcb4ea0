import type { JSX } from "preact";
import type { Digest } from "../../onboarding/index.ts";
import { whole } from "../onboarding/words.ts";

/** What stands in each operator's digest: how many are late, and whose token ends. */
export function RolloutAlerts(props: {
  readonly digests: readonly Digest[];
  readonly base: string;
}): JSX.Element {
  const { digests, base } = props;
  if (digests.length === 0) return <p>Rien à signaler.</p>;
  return (
    <table class="rows answers-table">
      <caption>Ce que dit la lettre de chaque opérateur aujourd’hui</caption>
      <thead>
        <tr>
          <th scope="col">Opérateur</th>
          <th scope="col" class="figure">
            En retard
          </th>
          <th scope="col">Jetons et adresses</th>
        </tr>
      </thead>
      <tbody>
        {digests.map(({ operator, lines }) => {
          const others = lines.filter(({ kind }) => kind !== "stalled");
          const href = `${base}/deploiement/pilotage?operateur=${encodeURIComponent(operator?.slug ?? "")}`;
          return (
            <tr key={operator?.slug}>
              <th scope="row">{operator ? <a href={href}>{operator.name}</a> : "Sans opérateur"}</th>
              <td class="figure" data-label="En retard">
                {whole(lines.length - others.length)}
              </td>
              <td data-label="Jetons et adresses">
                {others.length === 0 ? (
                  "—"
                ) : (
                  <ul role="list">
                    {others.map(({ name, message }) => (
                      <li key={name + message}>
                        {name} : {message}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
