import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import type { Paper, PatternName } from "./chart.tsx";

/** One bar, made of one part or of several. */
export interface BarRow {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly { readonly pattern: PatternName; readonly value: number }[];
  /** The figures, beside the bar. */
  readonly text: string;
  /** Worth being seen first. */
  readonly strong?: boolean;
}

interface Layout {
  readonly columns: number;
  readonly row: number;
  readonly bar: number;
  /** From the left of a column to the bar, and from its top. */
  readonly left: number;
  readonly top: number;
  /** What the text beside the bar needs. */
  readonly right: number;
  readonly baseline: number;
}

/** Beside the bar where there is room, above it where there is none. */
const BESIDE: Layout = { columns: 1, row: 36, bar: 20, left: 300, top: 8, right: 190, baseline: 23 };
const ABOVE: Layout = { columns: 1, row: 48, bar: 16, left: 0, top: 22, right: 138, baseline: 15 };
const COLUMNS: Layout = { ...ABOVE, columns: 3, row: 44, right: 148 };
const GUTTER = 32;
const LONGEST_LABEL = 40;
/** On a telephone, very many bars are a scroll without end: the first are drawn, the others stand in the table. */
const FIRST = 20;

/** Horizontal bars on one scale; in three columns where there are very many and the paper is wide. */
export function drawBars(
  paper: Paper,
  rows: readonly BarRow[],
  {
    most,
    columns = false,
    among = rows.length,
  }: {
    readonly most: number;
    readonly columns?: boolean;
    /** How many there are with those that have nothing to draw. */
    readonly among?: number;
  },
): { readonly height: number; readonly drawing: JSX.Element } {
  const narrow = paper.name === "narrow";
  const layout = narrow ? ABOVE : columns ? COLUMNS : BESIDE;
  const shown = narrow && columns ? rows.slice(0, FIRST) : rows;
  const more = among - shown.length;
  const perColumn = Math.ceil(shown.length / layout.columns);
  const bottom = perColumn * layout.row;
  const width = (paper.width - GUTTER * (layout.columns - 1)) / layout.columns;
  const x = scaleLinear([0, Math.max(most, 1)], [0, width - layout.left - layout.right]);
  return {
    height: more > 0 ? bottom + 24 : Math.max(bottom, layout.row),
    drawing: (
      <>
        {shown.map((row, index) => (
          <Row
            key={row.key}
            row={row}
            paper={paper}
            layout={layout}
            x={x}
            at={[Math.floor(index / perColumn) * (width + GUTTER), (index % perColumn) * layout.row]}
          />
        ))}
        {more > 0 && (
          <text class="tick" x={0} y={bottom + 16}>
            {shown.length === 0
              ? `Aucun encore : les ${more} sont dans le tableau`
              : `… et ${more} autres, dans le tableau`}
          </text>
        )}
      </>
    ),
  };
}

function Row(props: {
  readonly row: BarRow;
  readonly paper: Paper;
  readonly layout: Layout;
  readonly x: (value: number) => number;
  readonly at: readonly [left: number, top: number];
}): JSX.Element {
  const { row, paper, layout, x, at } = props;
  const [left, top] = at;
  const start = left + layout.left;
  const whole = row.parts.reduce((sum, { value }) => sum + value, 0);
  let before = 0;
  return (
    <g class={row.strong ? "strong" : undefined}>
      <text x={left} y={top + layout.baseline}>
        {short(row.label)}
      </text>
      <path class="axis" d={`M${start} ${top + layout.top - 2}v${layout.bar + 4}`} />
      {row.parts.map(({ pattern, value }) => {
        const from = before;
        before += value;
        return (
          value > 0 && (
            <rect
              key={pattern}
              class="box"
              x={start + x(from)}
              y={top + layout.top}
              width={Math.max(x(value), 1.5)}
              height={layout.bar}
              fill={paper.fill(pattern)}
            />
          )
        );
      })}
      <text x={start + x(whole) + 8} y={top + layout.top + layout.bar / 2 + 5}>
        {row.text}
      </text>
    </g>
  );
}

const short = (label: string) =>
  label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
