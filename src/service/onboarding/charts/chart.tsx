import type { ComponentChildren, JSX } from "preact";
import { Patterns } from "./patterns.tsx";

/** Drawn twice, for a desk and for a telephone: letters then have the size of the text around them. */
export interface Size {
  readonly name: "wide" | "narrow";
  readonly width: number;
}
const SIZES: readonly Size[] = [
  { name: "wide", width: 960 },
  { name: "narrow", width: 300 },
];

/** What a drawing is given: how wide it is, and the fill of a pattern of its own. */
export interface Paper extends Size {
  fill(pattern: PatternName): string;
  readonly id: string;
}

/** Told apart without colour: an empty box, hatching, closer hatching, a full one. */
export type PatternName = "light" | "hatched" | "dense" | "full";

/** What is drawn as a line or a point. */
type Stroke = keyof typeof STROKES;

export interface LegendEntry {
  readonly pattern: PatternName | Stroke;
  readonly text: string;
}

export interface ChartProps {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** What the drawing shows, in a sentence or two, for those who do not see it. */
  readonly summary: string;
  readonly legend?: readonly LegendEntry[];
  readonly draw: (paper: Paper) => { readonly height: number; readonly drawing: ComponentChildren };
  /** Names the table, for whoever opens it. */
  readonly figures: string;
  /** The table that says the same. */
  readonly children: ComponentChildren;
}

/** A drawing on the server, what it says in words, and its figures in a table. */
export function Chart(props: ChartProps): JSX.Element {
  const { id, title, summary, legend = [], draw, figures, children } = props;
  return (
    <figure class="chart" aria-labelledby={`${id}-titre`}>
      <figcaption id={`${id}-titre`}>{title}</figcaption>
      {legend.length > 0 && (
        <ul class="chart-legend">
          {legend.map(({ pattern, text }) => (
            <li key={text}>
              <Key id={id} pattern={pattern} />
              {text}
            </li>
          ))}
        </ul>
      )}
      {SIZES.map((size) => {
        const own = `${id}-${size.name}`;
        const { height, drawing } = draw({
          ...size,
          id: own,
          fill: (pattern) => `url(#${own}-${pattern})`,
        });
        return (
          <svg
            key={size.name}
            class={`chart-${size.name}`}
            viewBox={`0 0 ${size.width} ${height}`}
            role="img"
            aria-labelledby={`${own}-titre ${own}-texte`}
            focusable="false"
          >
            <title id={`${own}-titre`}>{title}</title>
            <desc id={`${own}-texte`}>{summary}</desc>
            <Patterns id={own} />
            {drawing}
          </svg>
        );
      })}
      <details>
        <summary>{figures}</summary>
        {children}
      </details>
    </figure>
  );
}

const STROKES = {
  line: <path class="actual" d="M0 8H28" />,
  dashes: <path class="required" d="M0 8H28" />,
  mark: <path class="mark" d="M14 0V16" />,
  "mark-usual": <path class="mark-usual" d="M14 0V16" />,
  dot: <circle class="dot" cx="14" cy="8" r="6" />,
  ring: <circle class="ring" cx="14" cy="8" r="6" />,
} as const;
const isStroke = (pattern: LegendEntry["pattern"]): pattern is Stroke => pattern in STROKES;

/** A sample of what the drawing uses, beside its meaning. */
function Key({
  id,
  pattern,
}: {
  readonly id: string;
  readonly pattern: LegendEntry["pattern"];
}): JSX.Element {
  const own = `${id}-legende-${pattern}`;
  return (
    <svg class="chart-key" viewBox="0 0 28 16" aria-hidden="true" focusable="false">
      {isStroke(pattern) ? (
        STROKES[pattern]
      ) : (
        <>
          <Patterns id={own} />
          <rect class="box" x="1" y="1" width="26" height="14" fill={`url(#${own}-${pattern})`} />
        </>
      )}
    </svg>
  );
}
