import type { ComponentChildren, JSX } from "preact";
import { INDICATORS, type Indicator, type QuarterIndicators } from "../../dossiers/index.ts";
import { longDate } from "../dates.ts";
import { UNPUBLISHED } from "./dataset.ts";

/** What one indicator says, in a cell. */
function words({ slug, value, figure, base, published }: Indicator, inside: boolean): string {
  if (!published && !inside) return UNPUBLISHED;
  if (figure === undefined) return value;
  const one = INDICATORS.find((row) => row.slug === slug)?.of;
  const said = figure.toLocaleString("fr-FR");
  const count = value.includes(said) ? "" : ` (${said})`;
  const rests = base && one ? `, sur ${base.toLocaleString("fr-FR")} ${one}${base > 1 ? "s" : ""}` : "";
  return `${value}${count}${rests}${published ? "" : " — non publié"}`;
}

const GOAL_WORDS = { true: "Objectif atteint", false: "Objectif non atteint" } as const;

/**
 * The indicators of one procedure: one row for each, its goal beside it.
 *
 * @param inside agents also see what rests on too few opinions to be published
 */
function IndicatorsTable({
  indicators: { title, indicators },
  inside = false,
}: {
  readonly indicators: QuarterIndicators;
  readonly inside?: boolean;
}): JSX.Element {
  const known = new Map(indicators.map((indicator) => [indicator.slug, indicator]));
  return (
    <table class="answers-table indicators">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Indicateur</th>
          <th scope="col">Valeur</th>
          <th scope="col">Objectif national</th>
        </tr>
      </thead>
      <tbody>
        {INDICATORS.map(({ slug, label, goal }) => {
          const indicator = known.get(slug);
          if (!indicator) return null;
          const told = indicator.published || inside;
          return (
            <tr key={slug}>
              <th scope="row">{label}</th>
              <td data-label="Valeur">
                {words(indicator, inside)}
                {told && indicator.goalReached !== undefined && (
                  <span class={`goal goal-${indicator.goalReached ? "reached" : "missed"}`}>
                    {GOAL_WORDS[`${indicator.goalReached}`]}
                  </span>
                )}
              </td>
              <td data-label="Objectif national">{goal}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What a reader compares first. */
const MAIN = ["online", "satisfaction", "handicap", "dlnuf", "usage"];

/** Every procedure on one line, by its main indicators; then each with all of them, to be opened. */
export function Overview(props: {
  readonly indicators: readonly QuarterIndicators[];
  readonly inside?: boolean;
  /** What stands under the table of a procedure. */
  readonly after?: (procedure: string) => ComponentChildren;
}): JSX.Element {
  const { indicators, inside = false, after } = props;
  const columns = INDICATORS.filter(({ slug }) => MAIN.includes(slug));
  return (
    <>
      <table class="answers-table">
        <caption>Les cinq indicateurs principaux</caption>
        <thead>
          <tr>
            <th scope="col">Démarche</th>
            {columns.map(({ slug, label }) => (
              <th scope="col" key={slug}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ procedure, title, indicators: all }) => (
            <tr key={procedure}>
              <th scope="row">{title}</th>
              {columns.map(({ slug, label }) => {
                const found = all.find((indicator) => indicator.slug === slug);
                return (
                  <td data-label={label} key={slug}>
                    {found ? words(found, inside) : "—"}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <section class="stack" aria-labelledby="detail">
        <h2 id="detail">Tous les indicateurs, démarche par démarche</h2>
        <div>
          {indicators.map((one) => (
            <details key={one.procedure}>
              <summary>{one.title}</summary>
              <IndicatorsTable indicators={one} inside={inside} />
              {after?.(one.procedure)}
            </details>
          ))}
        </div>
      </section>
    </>
  );
}

/** « 4e trimestre 2026 » */
export function quarterWords(quarter: string): string {
  const [year, number] = [quarter.slice(0, 4), Number(quarter.slice(6))];
  return `${number === 1 ? "1er" : `${number}e`} trimestre ${year}`;
}

/** The quarters to choose from, the latest first. */
export function Quarters(props: {
  readonly quarters: readonly string[];
  readonly current: string;
  readonly path: string;
}): JSX.Element | null {
  const { quarters, current, path } = props;
  if (quarters.length < 2) return null;
  return (
    <nav aria-label="Trimestres">
      <ul class="actions" role="list">
        {[...quarters].reverse().map((quarter) => (
          <li key={quarter}>
            <a href={`${path}?trimestre=${quarter}`} aria-current={quarter === current ? "page" : undefined}>
              {quarterWords(quarter)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Whether these figures still move, and what they rest on. */
export function Standing({ first }: { readonly first: QuarterIndicators | undefined }): JSX.Element | null {
  if (!first) return null;
  const { frozenAt, countedSince, method } = first;
  return (
    <p class="soft">
      {frozenAt
        ? `Chiffres figés le ${longDate(frozenAt)} : ils ne changeront plus.`
        : "Trimestre en cours : ces chiffres sont provisoires, et seront figés quand il sera fini."}{" "}
      Comptés depuis le {longDate(countedSince)}, avec la méthode {method}.
    </p>
  );
}
