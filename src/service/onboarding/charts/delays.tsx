import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import type { StageFigures } from "../../../onboarding/index.ts";
import { days } from "../words.ts";
import type { Paper } from "./chart.tsx";

const LAYOUTS = {
  wide: { row: 40, left: 300, right: 150, label: 25, axis: 20 },
  narrow: { row: 52, left: 6, right: 84, label: 15, axis: 34 },
} as const;
const FOOT = 28;

/** What a stage is measured against: what the State announces, in days of the calendar, or else what is usual. */
export function reference({ official, usualDays }: StageFigures): {
  readonly days: number;
  readonly announced: boolean;
} {
  if (!official) return { days: usualDays, announced: false };
  // Seven working days are a bit more than nine days of the calendar.
  return {
    days: official.unit === "working" ? (official.days * 7) / 5 : official.days,
    announced: true,
  };
}

/** A dot for the median seen, a line for the delay announced or usual: what stands to the right of the line is late. */
export function drawDelays(
  paper: Paper,
  stages: readonly StageFigures[],
): { readonly height: number; readonly drawing: JSX.Element } {
  const layout = LAYOUTS[paper.name];
  const most = Math.max(...stages.flatMap((stage) => [stage.medianDays ?? 0, reference(stage).days]), 1);
  const x = scaleLinear([0, most], [layout.left, paper.width - layout.right]).nice();
  const bottom = stages.length * layout.row + 4;
  return {
    height: bottom + FOOT,
    drawing: (
      <>
        {x.ticks(paper.name === "wide" ? 6 : 3).map((tick) => (
          <g key={tick}>
            <path class="grid" d={`M${x(tick)} 4V${bottom}`} />
            <text class="tick middle" x={x(tick)} y={bottom + 20}>
              {tick === 0 ? "0" : days(tick)}
            </text>
          </g>
        ))}
        {stages.map((stage, index) => (
          <Stage key={stage.slug} stage={stage} layout={layout} x={x} top={index * layout.row} />
        ))}
      </>
    ),
  };
}

function Stage(props: {
  readonly stage: StageFigures;
  readonly layout: (typeof LAYOUTS)[keyof typeof LAYOUTS];
  readonly x: (value: number) => number;
  readonly top: number;
}): JSX.Element {
  const { stage, layout, x, top } = props;
  const mark = reference(stage);
  const seen = stage.medianDays;
  const y = top + layout.axis;
  const late = seen !== undefined && seen > mark.days;
  return (
    <g>
      <text x={0} y={top + layout.label}>
        {stage.title}
      </text>
      {seen !== undefined && <path class="stem" d={`M${x(mark.days)} ${y}H${x(seen)}`} />}
      <path class={mark.announced ? "mark" : "mark-usual"} d={`M${x(mark.days)} ${y - 10}v20`} />
      {seen !== undefined && <circle class={late ? "dot" : "ring"} cx={x(seen)} cy={y} r="7" />}
      <text x={Math.max(x(seen ?? 0), x(mark.days)) + 14} y={y + 5}>
        {seen === undefined ? "—" : days(seen)}
      </text>
    </g>
  );
}
