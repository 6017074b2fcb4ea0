import { scaleLinear, scaleUtc } from "d3-scale";
import { line } from "d3-shape";
import type { JSX } from "preact";
import type { Overview } from "../../onboarding/index.ts";
import { inWords, month, whole } from "./words.ts";

/** Drawn twice, for a desk and for a telephone: letters then have the size of the text around them. */
const SIZES = [
  { name: "wide", width: 960, height: 400, ticks: 8 },
  { name: "narrow", width: 300, height: 300, ticks: 3 },
] as const;
const MARGIN = { top: 24, right: 16, bottom: 32, left: 48 } as const;

/** A forecast further away than this would flatten everything that has happened. */
const YEARS_AHEAD = 2;

interface Point {
  readonly at: Date;
  readonly value: number;
}

const at = (day: string) => new Date(`${day}T00:00:00Z`);

/** Actual against required, with the cone of the forecast. The same figures stand in the table below. */
export function CurveChart({ overview }: { readonly overview: Overview }): JSX.Element {
  const { campaign, curve, pace } = overview;
  return (
    <figure class="curve" aria-labelledby="courbe-titre">
      <figcaption id="courbe-titre">
        {campaign.name} : {whole(pace.actual)} le {inWords(pace.today)}, objectif {whole(campaign.target)}
      </figcaption>
      <ul class="curve-legend">
        <li class="legend-actual">Atteint</li>
        <li class="legend-required">Nécessaire</li>
        {pace.forecast && pace.remaining > 0 && <li class="legend-forecast">Prévu, huit fois sur dix</li>}
      </ul>
      {SIZES.map((size) => (
        <Drawing key={size.name} overview={overview} size={size} />
      ))}
      <details>
        <summary>Les chiffres de la courbe</summary>
        <table class="answers-table numbers">
          <caption>Nécessaire et atteint, à la fin de chaque mois</caption>
          <thead>
            <tr>
              <th scope="col">Jour</th>
              <th scope="col">Nécessaire</th>
              <th scope="col">Atteint</th>
            </tr>
          </thead>
          <tbody>
            {curve.map(({ day, required, actual }) => (
              <tr key={day}>
                <th scope="row">{inWords(day)}</th>
                <td data-label="Nécessaire">{whole(required)}</td>
                <td data-label="Atteint">{actual === undefined ? "—" : whole(actual)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Drawing({
  overview: { campaign, curve, pace },
  size,
}: {
  readonly overview: Overview;
  readonly size: (typeof SIZES)[number];
}): JSX.Element {
  const { width, height } = size;
  const horizon = horizonOf(campaign.deadline, pace);
  const highest = Math.max(campaign.target, ...curve.map(({ actual }) => actual ?? 0)) * 1.05;
  const x = scaleUtc([at(campaign.start), at(horizon)], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([0, highest], [height - MARGIN.bottom, MARGIN.top]).nice();
  const path = line<Point>(
    ({ at }) => x(at),
    ({ value }) => y(value),
  );
  const required = curve.map(({ day, required }) => ({ at: at(day), value: required }));
  const actual = curve.flatMap(({ day, actual }) =>
    actual === undefined ? [] : [{ at: at(day), value: actual }],
  );
  const now = { at: at(pace.today), value: pace.actual };
  const clip = `curve-${size.name}`;
  return (
    <svg class={`curve-${size.name}`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <clipPath id={clip}>
        <rect
          x={MARGIN.left}
          y={MARGIN.top}
          width={width - MARGIN.left - MARGIN.right}
          height={height - MARGIN.top - MARGIN.bottom}
        />
      </clipPath>
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <path class="grid" d={`M${MARGIN.left} ${y(tick)}H${width - MARGIN.right}`} />
          <text class="tick tick-value" x={MARGIN.left - 8} y={y(tick) + 4}>
            {whole(tick)}
          </text>
        </g>
      ))}
      {x.ticks(size.ticks).map((tick) => (
        <text class="tick tick-day" key={tick.toISOString()} x={x(tick)} y={height - 8}>
          {month(tick)}
        </text>
      ))}
      <path class="target" d={`M${MARGIN.left} ${y(campaign.target)}H${width - MARGIN.right}`} />
      <path class="deadline" d={`M${x(at(campaign.deadline))} ${MARGIN.top}V${height - MARGIN.bottom}`} />
      <g clip-path={`url(#${clip})`}>
        <path class="required" d={path(required) ?? ""} />
        <Cone today={now} pace={pace} target={campaign.target} x={x} y={y} />
        <path class="actual" d={path(actual) ?? ""} />
      </g>
      <circle class="now" cx={x(now.at)} cy={y(now.value)} r="5" />
    </svg>
  );
}

/** From today's point to the days at which the target is met: early, expected, late. */
function Cone(props: {
  readonly today: Point;
  readonly pace: Overview["pace"];
  readonly target: number;
  readonly x: (at: Date) => number;
  readonly y: (value: number) => number;
}): JSX.Element | null {
  const { today, pace, target, x, y } = props;
  if (!pace.forecast || pace.remaining === 0) return null;
  const { from, expected, to } = pace.forecast;
  const reach = (day: string): [number, number] => [x(at(day)), y(target)];
  const start: [number, number] = [x(today.at), y(today.value)];
  const outline = line()([start, reach(from), reach(to), start]);
  return (
    <>
      <path class="cone" d={outline ?? ""} />
      <path class="expected" d={line()([start, reach(expected)]) ?? ""} />
    </>
  );
}

function horizonOf(deadline: string, { today, forecast }: Overview["pace"]): string {
  const latest = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4).replace("02-29", "02-28")}`;
  const wanted = [deadline, today, forecast?.to ?? today].sort().at(-1) ?? deadline;
  const shown = wanted < latest ? wanted : latest;
  return shown > deadline ? shown : deadline;
}
