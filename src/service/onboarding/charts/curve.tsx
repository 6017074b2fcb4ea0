import { scaleLinear, scaleUtc } from "d3-scale";
import { line } from "d3-shape";
import type { JSX } from "preact";
import type { Overview } from "../../../onboarding/index.ts";
import { inWords, month, whole } from "../words.ts";
import type { Paper } from "./chart.tsx";

const LAYOUTS = {
  wide: { height: 420, ticks: 8 },
  narrow: { height: 320, ticks: 3 },
} as const;
const MARGIN = { top: 30, right: 16, bottom: 34, left: 52 } as const;

/** A forecast further away than this would flatten everything that has happened. */
const YEARS_AHEAD = 2;

interface Point {
  readonly at: Date;
  readonly value: number;
}
type Scale<T> = (value: T) => number;

const at = (day: string) => new Date(`${day}T00:00:00Z`);

/** Actual against required, with the cone of the forecast. */
export function drawCurve(
  paper: Paper,
  overview: Overview,
): { readonly height: number; readonly drawing: JSX.Element } {
  const { campaign, curve, pace } = overview;
  const { height, ticks } = LAYOUTS[paper.name];
  const [right, bottom] = [paper.width - MARGIN.right, height - MARGIN.bottom];
  const highest = Math.max(campaign.target, ...curve.map(({ actual }) => actual ?? 0)) * 1.05;
  const x = scaleUtc([at(campaign.start), at(horizonOf(campaign.deadline, pace))], [MARGIN.left, right]);
  const y = scaleLinear([0, highest], [bottom, MARGIN.top]).nice();
  const path = line<Point>(
    (point) => x(point.at),
    (point) => y(point.value),
  );
  const required = curve.map(({ day, required }) => ({ at: at(day), value: required }));
  const actual = curve.flatMap(({ day, actual }) =>
    actual === undefined ? [] : [{ at: at(day), value: actual }],
  );
  const now = { at: at(pace.today), value: pace.actual };
  const clip = `${paper.id}-cadre`;
  return {
    height,
    drawing: (
      <>
        <clipPath id={clip}>
          <rect x={MARGIN.left} y={MARGIN.top} width={right - MARGIN.left} height={bottom - MARGIN.top} />
        </clipPath>
        {y.ticks(5).map((tick) => (
          <g key={tick}>
            <path class="grid" d={`M${MARGIN.left} ${y(tick)}H${right}`} />
            <text class="tick end" x={MARGIN.left - 8} y={y(tick) + 4}>
              {whole(tick)}
            </text>
          </g>
        ))}
        {atMost(ticks, x.ticks(ticks)).map((tick) => (
          <text class="tick middle" key={tick.toISOString()} x={x(tick)} y={height - 8}>
            {month(tick)}
          </text>
        ))}
        <path class="reference" d={`M${MARGIN.left} ${y(campaign.target)}H${right}`} />
        <text class="tick" x={MARGIN.left + 6} y={y(campaign.target) - 7}>
          Objectif : {whole(campaign.target)}
        </text>
        <path class="reference" d={`M${x(at(campaign.deadline))} ${MARGIN.top}V${bottom}`} />
        <text class="tick end" x={Math.min(x(at(campaign.deadline)) + 40, right)} y={MARGIN.top - 14}>
          Échéance
        </text>
        <g clip-path={`url(#${clip})`}>
          <path class="required" d={path(required) ?? ""} />
          <Cone today={now} overview={overview} x={x} y={y} fill={paper.fill("hatched")} />
          <path class="actual" d={path(actual) ?? ""} />
        </g>
        <circle class="dot" cx={x(now.at)} cy={y(now.value)} r="6" />
        <Now now={now} x={x} y={y} right={right} />
      </>
    ),
  };
}

/** The number of today, below the curve while there is room to its right. */
function Now(props: {
  readonly now: Point;
  readonly x: Scale<Date>;
  readonly y: Scale<number>;
  readonly right: number;
}): JSX.Element {
  const { now, x, y, right } = props;
  const [at, top] = [x(now.at), y(now.value)];
  return at > right - 70 ? (
    <text class="now end" x={at - 10} y={top - 12}>
      {whole(now.value)}
    </text>
  ) : (
    <text class="now" x={at + 8} y={top + 26}>
      {whole(now.value)}
    </text>
  );
}

/** From today's point to the days at which the target is met: early, expected, late. */
function Cone(props: {
  readonly today: Point;
  readonly overview: Overview;
  readonly x: Scale<Date>;
  readonly y: Scale<number>;
  readonly fill: string;
}): JSX.Element | null {
  const { today, overview, x, y, fill } = props;
  const { campaign, pace } = overview;
  if (!pace.forecast || pace.remaining === 0) return null;
  const { from, expected, to } = pace.forecast;
  const reach = (day: string): [number, number] => [x(at(day)), y(campaign.target)];
  const start: [number, number] = [x(today.at), y(today.value)];
  return (
    <>
      <path class="cone" fill={fill} d={line()([start, reach(from), reach(to), start]) ?? ""} />
      <path class="expected" d={line()([start, reach(expected)]) ?? ""} />
    </>
  );
}

/** d3 takes a number of ticks as a hint: on a telephone one too many covers its neighbour. */
function atMost<T>(most: number, ticks: readonly T[]): readonly T[] {
  const step = Math.ceil(ticks.length / most);
  return ticks.filter((_, index) => index % step === 0);
}

/** What the drawing says, for those who do not see it. */
export function curveInWords({ campaign, pace }: Overview): string {
  return `Du ${inWords(campaign.start)} au ${inWords(campaign.deadline)}, la droite nécessaire monte de ${whole(campaign.baseline)} à ${whole(campaign.target)}. Le ${inWords(pace.today)}, ${whole(pace.actual)} sont atteintes ; il en faudrait ${whole(pace.required)}.`;
}

function horizonOf(deadline: string, { today, forecast }: Overview["pace"]): string {
  const latest = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4).replace("02-29", "02-28")}`;
  const wanted = [deadline, today, forecast?.to ?? today].sort().at(-1) ?? deadline;
  const shown = wanted < latest ? wanted : latest;
  return shown > deadline ? shown : deadline;
}
